// What a header says word by word: the fact, and beside it a unit and a period.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/columns/aliases.hpp"

namespace rothcheck::intake {

struct HeadWords {
  std::string fact;         // the plain header without what the others say
  bool percent = false;     // "pct", "percentage", "percent of pay", "rate"
  bool so_far = false;      // "ytd", "year to date"
  bool one_period = false;  // "current", "per pay period", "weekly"
};
HeadWords words_of_head(std::string_view plain_header);

/// Whether a head says that its bare numbers are percents of pay. A rate may be one of something
/// else, and says so only of an election.
bool says_percent(std::string_view plain_header, bool of_an_election);

/// The words of a plain header, with those phrases made one word that a single fact is called by:
/// `pretax`, `aftertax`, `catchup`, `safeharbor`.
std::vector<std::string> joined_words(std::string_view plain_header);

/// What a head stands for that is put together of known words: `K 401k roth EE amt`. Empty where
/// one of its words is not known, or where together they may mean more than one fact.
std::optional<Alias> composed(std::string_view plain_header);

std::optional<Alias> composed_contribution(const std::vector<std::string>& words);
std::optional<Alias> composed_pay(const std::vector<std::string>& words);
std::optional<Alias> composed_status(const std::vector<std::string>& words);

}  // namespace rothcheck::intake
