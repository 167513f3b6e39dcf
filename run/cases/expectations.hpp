// Whether an answer is the one that a test expects.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/assessment.hpp"
#include "model/plan.hpp"

namespace rothcheck::run {

/// All that an expectation can be about.
struct Found {
  const Assessment& answer;
  const PlanAnswer& plan;
  const Findings& loading;  // of the plan's text
};

/// `expected room $40,500.00, found $35,500.00`; empty when it is as expected. `key` has `_` where
/// scenarios have `-`.
std::optional<std::string> mismatch(const Expectation& expected, std::string_view key,
                                    const Found& found, Money tolerance);

/// What an answer has under a key: an amount, or a word. Empty for a key of the other sort.
std::optional<Range> amount_of(std::string_view key, const Assessment& answer);
std::optional<std::string> word_of(std::string_view key, const Assessment& answer);

/// Whether one of these has that code or name.
bool has_finding(const Findings& findings, std::string_view code_or_name);

}  // namespace rothcheck::run
