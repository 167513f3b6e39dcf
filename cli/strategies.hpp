// The strategies asked by name and text, as `--with` and the `with` of a case ask them.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/commands.hpp"
#include "model/limits.hpp"
#include "model/strategy.hpp"

namespace rothcheck::cli {

using NamedFacts = std::vector<std::pair<std::string, std::string>>;

Outcome<Conversion> convert_with(const NamedFacts& facts, std::optional<int> year);
Outcome<Split> split_with(const NamedFacts& facts);
/// The law's figures depend on the year, so there is no answer without one.
Outcome<IraBackdoor> backdoor_with(const NamedFacts& facts, std::optional<int> year,
                                   const LimitTable& limits);

/// `amount=5100` as a name and a text.
NamedFacts named_facts(const std::vector<std::string>& with);

/// `text` and `json`.
const std::vector<std::string_view>& strategy_formats();

}  // namespace rothcheck::cli
