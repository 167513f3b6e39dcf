// The readers that tables of facts share.
#include "model/facts.hpp"

#include <algorithm>

#include "model/text.hpp"

namespace rothcheck {

std::optional<Money> MoneyReader::read(std::string_view text) {
  const std::optional<Money> amount = Money::parse(text);
  return amount && *amount >= Money{} ? amount : std::nullopt;
}

std::optional<Rate> ShareReader::read(std::string_view text) {
  const std::optional<Rate> rate = Rate::parse_percent(text);
  return rate && *rate <= 100_pct ? rate : std::nullopt;
}

std::optional<Rate> PercentReader::read(std::string_view text) {
  const std::optional<Rate> number = number_up_to(text, 100);
  return number ? *number * Rate{1, 100} : ShareReader::read(text);
}

std::optional<bool> YesNoReader::read(std::string_view text) {
  const std::string word = lowered(text);
  for (std::string_view yes : {"yes", "y", "true", "t", "1", "x"}) {
    if (word == yes) return true;
  }
  for (std::string_view no : {"no", "n", "false", "f", "0"}) {
    if (word == no) return false;
  }
  return std::nullopt;
}

std::optional<int> whole_number(std::string_view text, int least, int most) {
  if (text.empty() || text.size() > std::to_string(most).size()) return std::nullopt;
  if (!std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  int value = 0;
  for (const char c : text) value = value * 10 + (c - '0');
  return least <= value && value <= most ? std::optional{value} : std::nullopt;
}

std::optional<Rate> number_up_to(std::string_view text, int most) {
  const std::optional<Rate> number = Rate::parse_number(text);
  return number && *number <= Rate::whole(most) ? number : std::nullopt;
}

std::string with_underscores(std::string_view name) {
  std::string plain{name};
  std::replace(plain.begin(), plain.end(), '-', '_');
  return plain;
}

std::string unknown_fact(std::string_view name, const std::vector<std::string_view>& names) {
  const std::string_view meant = nearest(name, names);
  if (!meant.empty()) {
    return "there is no such fact; did you mean " + std::string{meant} + "?";
  }
  std::string all;
  for (const std::string_view each : names) {
    if (!all.empty()) all += ", ";
    all += each;
  }
  return "there is no such fact; there are " + all;
}

}  // namespace rothcheck
