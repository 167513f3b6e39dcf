#include "intake/money_heads.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace rothcheck::intake {
namespace {

constexpr std::string_view of_money[] = {
    "pay",          "wage",          "wages",       "comp",      "compensation", "salary",
    "earnings",     "gross",         "deferral",    "deferrals", "deferred",     "roth",
    "pretax",       "tax",           "match",       "matching",  "401k",         "403b",
    "contribution", "contributions", "contrib",     "harbor",    "nonelective",  "nec",
    "sharing",      "forfeiture",    "forfeitures", "catchup",   "employer",     "er"};

/// With one of these a head with such a word is no money of the plan.
constexpr std::string_view of_else[] = {
    "date",      "id",          "number",   "name",        "status",   "code",       "type",
    "frequency", "group",       "hours",    "net",         "state",    "federal",    "fed",
    "local",     "fica",        "medicare", "withholding", "withheld", "location",   "class",
    "eligible",  "eligibility", "entry",    "vested",      "vesting",  "balance",    "loan",
    "rate",      "schedule",    "periods",  "plan",        "basis",    "frequencies"};

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

}  // namespace

std::string_view may_tell(std::string_view plain_header) {
  const std::vector<std::string_view> words = words_of(plain_header);
  const auto has = [&](std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
  };
  if (has("hce") || has("highly")) return "hce, who is highly compensated";
  if (has("date") && (has("pay") || has("check") || has("paycheck")))
    return "that each row is one pay date, whose amounts are not the year's";
  const bool else_wise = std::any_of(std::begin(of_else), std::end(of_else), has);
  const bool money = std::any_of(std::begin(of_money), std::end(of_money), has);
  return money && !else_wise ? "money of the plan or pay" : "";
}

}  // namespace rothcheck::intake
