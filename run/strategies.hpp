// The strategies asked by name and text, as `--with` and the `with` of a case ask them.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/election.hpp"
#include "model/limits.hpp"
#include "model/plan.hpp"
#include "model/strategy.hpp"

namespace rothcheck::run {

using NamedFacts = std::vector<std::pair<std::string, std::string>>;

Outcome<Conversion> convert_with(const NamedFacts& facts, std::optional<int> year);
Outcome<Split> split_with(const NamedFacts& facts);
/// The law's figures depend on the year, so there is no answer without one.
Outcome<IraBackdoor> backdoor_with(const NamedFacts& facts, std::optional<int> year,
                                   const LimitTable& limits);

/// `amount=5100` as a name and a text.
NamedFacts named_facts(const std::vector<std::string>& with);

/// The facts that each of them takes, a line a fact.
std::string convert_facts();
std::string split_facts();
std::string backdoor_facts();
/// Those of elections, beside the columns of a participant file, a line a fact.
std::string elect_facts();

/// The elections for facts by name and text: those of elections, and the columns of a participant
/// file.
Outcome<ElectionAnswer> elect_with(const NamedFacts& named, const Plan& plan, int year,
                                   const LimitTable& limits);

}  // namespace rothcheck::run
