// Heads of pay, of which there are many kinds and one that counts, and of who is highly
// compensated.
#include <algorithm>
#include <array>
#include <initializer_list>

#include "intake/columns/head_words.hpp"

namespace rothcheck::intake {
namespace {

class Said {
 public:
  explicit Said(const std::vector<std::string>& words) : words_{words} {}

  bool any(std::initializer_list<std::string_view> wanted) const {
    return std::any_of(words_.begin(), words_.end(), [&](const std::string& word) {
      return std::find(wanted.begin(), wanted.end(), word) != wanted.end();
    });
  }
  /// Whether the word behind `first` is `second` somewhere.
  bool pair(std::string_view first, std::string_view second) const {
    for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
      if (words_[i] == first && words_[i + 1] == second) return true;
    }
    return false;
  }
  template <std::size_t N>
  bool only(const std::array<std::string_view, N>& known) const {
    return std::all_of(words_.begin(), words_.end(), [&](const std::string& word) {
      return std::find(known.begin(), known.end(), word) != known.end();
    });
  }

 private:
  const std::vector<std::string>& words_;
};

constexpr std::array<std::string_view, 45> of_pay = {
    "pay",      "wage",         "wages",    "comp",       "compensation", "earnings",  "salary",
    "gross",    "remuneration", "total",    "415",        "415c",         "statutory", "annual",
    "yearly",   "plan",         "eligible", "considered", "recognized",   "testing",   "match",
    "deferral", "w2",           "box1",     "box3",       "box5",         "fica",      "medicare",
    "prior",    "year",         "calendar", "full",       "employee",     "ee",        "emp",
    "amount",   "amt",          "dollars",  "usd",        "base",         "regular",   "basic",
    "end",      "for",          "of"};

constexpr std::array<std::string_view, 31> of_status = {"hce",         "hces",
                                                        "highly",      "compensated",
                                                        "comp",        "compensation",
                                                        "nhce",        "employee",
                                                        "employees",   "ee",
                                                        "emp",         "code",
                                                        "status",      "flag",
                                                        "indicator",   "ind",
                                                        "y",           "n",
                                                        "yes",         "no",
                                                        "is",          "type",
                                                        "class",       "classification",
                                                        "designation", "determination",
                                                        "or",          "year",
                                                        "plan",        "test",
                                                        "testing"};

std::optional<Alias> of_the_year_before(const Said& said) {
  if (said.any({"fica", "box3"})) return fact(Field::prior_year_fica_wages);
  const bool a_part = said.any({"plan", "eligible", "considered", "recognized", "match", "deferral",
                                "box1", "box5", "medicare", "base", "regular", "basic"});
  if (a_part) return asked(Field::prior_year_pay, "pay of the year before, or a part of it");
  return fact(Field::prior_year_pay, {}, said.any({"415", "415c", "statutory"}));
}

}  // namespace

std::optional<Alias> composed_pay(const std::vector<std::string>& words) {
  const Said said{words};
  const bool pay = said.any({"pay", "wage", "wages", "comp", "compensation", "earnings", "salary",
                             "gross", "remuneration"});
  const bool prior = said.pair("prior", "year");
  const bool box_alone = prior && said.any({"box3"});
  if (!(pay || box_alone) || !said.only(of_pay)) return std::nullopt;
  if (prior) return of_the_year_before(said);
  if (said.any({"prior", "box1", "box3", "box5", "fica", "medicare"})) return std::nullopt;
  if (said.any({"415", "415c", "statutory"})) return fact(Field::pay);
  if (said.any({"plan", "eligible", "considered", "recognized", "testing", "match", "deferral"}))
    return asked(Field::pay, "pay, or the part of it that the plan counts");
  if (said.any({"w2"})) return asked(Field::pay, "pay with or without the deferrals");
  if (said.any({"base", "regular", "basic", "salary"}))
    return asked(Field::pay, "pay, base_pay or a yearly rate");
  if (said.any({"gross", "total"})) return fact(Field::pay, {}, false);
  return asked(Field::pay, "pay, or the part of it that the plan counts");
}

std::optional<Alias> composed_status(const std::vector<std::string>& words) {
  const Said said{words};
  const bool highly = said.any({"highly"}) && said.any({"compensated", "comp", "compensation"});
  if (!said.any({"hce", "hces"}) && !highly) return std::nullopt;
  return said.only(of_status) ? std::optional{fact(Field::hce)} : std::nullopt;
}

}  // namespace rothcheck::intake
