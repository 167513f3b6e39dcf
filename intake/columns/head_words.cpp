// Taking a header apart.
#include "intake/columns/head_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace rothcheck::intake {
namespace {

using Words = std::vector<std::string>;

Words split(std::string_view text) {
  Words words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::string joined(const Words& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

/// Takes a phrase out of the words, wherever it stands; whether it was there.
bool take(Words& words, std::string_view phrase) {
  const Words wanted = split(phrase);
  const auto found = std::search(words.begin(), words.end(), wanted.begin(), wanted.end());
  if (found == words.end()) return false;
  words.erase(found, found + static_cast<std::ptrdiff_t>(wanted.size()));
  return true;
}

template <std::size_t N>
bool take_any(Words& words, const std::array<std::string_view, N>& phrases) {
  bool taken = false;
  for (const std::string_view phrase : phrases) {
    while (take(words, phrase)) taken = true;
  }
  return taken;
}

// Longer phrases stand before those that they begin with.
constexpr std::array<std::string_view, 9> to_date = {"calendar year to date",
                                                     "plan year to date",
                                                     "year to date",
                                                     "y t d",
                                                     "to date",
                                                     "cytd",
                                                     "pytd",
                                                     "ytd",
                                                     "so far"};
constexpr std::array<std::string_view, 4> a_year = {"current plan year", "current calendar year",
                                                    "current year", "this year"};
constexpr std::array<std::string_view, 23> one_of_many = {"current pay period",
                                                          "this pay period",
                                                          "per pay period",
                                                          "pay period",
                                                          "per paycheck",
                                                          "per pay check",
                                                          "this paycheck",
                                                          "this period",
                                                          "this check",
                                                          "per period",
                                                          "per check",
                                                          "per pay",
                                                          "pay check",
                                                          "paycheck",
                                                          "current payroll",
                                                          "current",
                                                          "semi monthly",
                                                          "semimonthly",
                                                          "bi weekly",
                                                          "biweekly",
                                                          "weekly",
                                                          "monthly",
                                                          "quarterly"};
constexpr std::array<std::string_view, 3> more_of_many = {"mtd", "qtd", "period"};
constexpr std::array<std::string_view, 13> of_pay = {"of eligible compensation",
                                                     "of eligible pay",
                                                     "of eligible comp",
                                                     "of gross pay",
                                                     "of annual pay",
                                                     "of compensation",
                                                     "of earnings",
                                                     "of salary",
                                                     "of gross",
                                                     "of wages",
                                                     "of comp",
                                                     "of pay",
                                                     "of each paycheck"};
constexpr std::array<std::string_view, 6> percents = {"percentage", "percents", "percent",
                                                      "prct",       "pcnt",     "pct"};
constexpr std::array<std::string_view, 2> rates = {"rates", "rate"};

/// Two words for one, as heads write them, and the one that stands for them here.
constexpr std::array<std::pair<std::string_view, std::string_view>, 38> phrases = {
    {{"pre tax", "pretax"},
     {"before tax", "pretax"},
     {"beforetax", "pretax"},
     {"pre taxed", "pretax"},
     {"non roth", "nonroth"},
     {"after tax", "aftertax"},
     {"post tax", "aftertax"},
     {"posttax", "aftertax"},
     {"catch up", "catchup"},
     {"safe harbor", "safeharbor"},
     {"safe harbour", "safeharbor"},
     {"non elective", "nonelective"},
     {"non elec", "nonelective"},
     {"profit sharing", "profitsharing"},
     {"profit share", "profitsharing"},
     {"401 k", "401k"},
     {"415 c", "415"},
     {"401k plan", "401k"},
     {"403 b", "403b"},
     {"403b plan", "403b"},
     {"w 2", "w2"},
     {"box 1", "box1"},
     {"box 3", "box3"},
     {"box 5", "box5"},
     {"social security", "fica"},
     {"ss wages", "fica wages"},
     {"prior yr", "prior year"},
     {"previous yr", "prior year"},
     {"previous year", "prior year"},
     {"preceding year", "prior year"},
     {"last yr", "prior year"},
     {"last year", "prior year"},
     {"prior plan year", "prior year"},
     {"lookback year", "prior year"},
     {"look back year", "prior year"},
     {"look back", "prior year"},
     {"lookback", "prior year"},
     {"py", "prior year"}}};

/// A code of the payroll system in front: `k` of `k 401k`, `01` of `01 employee deferral`.
bool is_code(const std::string& word) {
  const bool digits = word.find_first_not_of("0123456789") == std::string::npos;
  const bool letter = word.size() == 1 && word.front() >= 'a' && word.front() <= 'z';
  return letter || (digits && word.size() <= 2);
}

}  // namespace

HeadWords words_of_head(std::string_view plain_header) {
  HeadWords head;
  Words words = split(plain_header);
  head.so_far = take_any(words, to_date);
  take_any(words, a_year);
  head.one_period = take_any(words, one_of_many) || take_any(words, more_of_many);
  if (take_any(words, percents)) {
    head.percent = true;
    take_any(words, of_pay);
  }
  // A rate alone is one of pay.
  if (!head.percent && words.size() > 1) head.percent = take_any(words, rates);
  head.fact = joined(words);
  return head;
}

bool says_percent(std::string_view plain_header, bool of_an_election) {
  Words words = split(plain_header);
  return take_any(words, percents) || (of_an_election && take_any(words, rates));
}

std::vector<std::string> joined_words(std::string_view plain_header) {
  Words words = split(plain_header);
  for (const auto& [phrase, one] : phrases) {
    const Words wanted = split(phrase), instead = split(one);
    for (auto found = std::search(words.begin(), words.end(), wanted.begin(), wanted.end());
         found != words.end() && wanted != instead;
         found = std::search(words.begin(), words.end(), wanted.begin(), wanted.end())) {
      found = words.erase(found, found + static_cast<std::ptrdiff_t>(wanted.size()));
      words.insert(found, instead.begin(), instead.end());
    }
  }
  return words;
}

std::optional<Alias> composed(std::string_view plain_header) {
  std::vector<std::string> words = joined_words(plain_header);
  if (const auto alias = composed_status(words)) return alias;
  if (words.size() > 1 && is_code(words.front()) && words[1] != "percent")
    words.erase(words.begin());
  if (const auto alias = composed_contribution(words)) return alias;
  return composed_pay(words);
}

}  // namespace rothcheck::intake
