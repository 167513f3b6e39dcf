// One plan text, or thousands at once, and all that is to be said about them.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/dates.hpp"
#include "model/finding.hpp"
#include "model/limits.hpp"
#include "model/plan.hpp"
#include "model/source.hpp"

namespace rothcheck::run {

/// Whether a text breaks the language's grammar or values, and so was not understood; other
/// findings are about its meaning.
bool could_not_be_parsed(const Findings& findings);

struct LintOptions {
  const LimitTable& limits;
  std::optional<int> year;  // else the one that each plan states
  Date as_of;               // the day on which waivers are judged
};

struct LintedText {
  std::vector<Plan> plans;
  Findings findings;  // those that are waived are marked
  bool readable = true;
};

LintedText lint_text(const Sources& sources, std::uint16_t source, const LintOptions& options);

/// The same for many, on all processors, in the order given. The plans are left out.
std::vector<LintedText> lint_texts(const Sources& sources, const std::vector<std::uint16_t>& texts,
                                   const LintOptions& options);

}  // namespace rothcheck::run
