// A new figure in place of an old expectation: only its value changes, everything around it stays
// byte for byte.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/assessment.hpp"
#include "model/finding.hpp"
#include "model/plan.hpp"
#include "model/source.hpp"

namespace rothcheck::run {

/// In the words of the plan language: `expect room $15,000`. `key` has `_` where scenarios have
/// `-`. Empty where what was found has no words there, as a binding constraint that is not known.
std::optional<Edit> accept_in_plan(const Sources& sources, const Expectation& expected,
                                   std::string_view key, const Assessment& answer);

/// In TOML: `"p.room" = 15000.00`.
std::optional<Edit> accept_in_case(const Sources& sources, const Expectation& expected,
                                   std::string_view key, const Assessment& answer);

/// The same, for whoever has the value already.
std::optional<Edit> accept_amount_in_case(const Sources& sources, const Expectation& expected,
                                          Money found);
std::optional<Edit> accept_word_in_case(const Sources& sources, const Expectation& expected,
                                        std::string_view found);

}  // namespace rothcheck::run
