// The readers that several tables of facts share.
#include "model/fact_readers.hpp"

#include <algorithm>

#include "model/finding.hpp"

namespace rothcheck {

std::optional<Money> MoneyReader::read(std::string_view text) {
  const std::optional<Money> amount = Money::parse(text);
  return amount && *amount >= Money{} ? amount : std::nullopt;
}

std::optional<Rate> PercentReader::read(std::string_view text) {
  const std::optional<Rate> rate = Rate::parse_percent(text);
  return rate && *rate >= Rate{} && *rate <= 100_pct ? rate : std::nullopt;
}

std::optional<bool> YesNoReader::read(std::string_view text) {
  if (text == "yes" || text == "true") return true;
  if (text == "no" || text == "false") return false;
  return std::nullopt;
}

std::string normalised(std::string_view name) {
  std::string plain{name};
  std::replace(plain.begin(), plain.end(), '-', '_');
  return plain;
}

std::string unknown_fact(std::string_view name, const std::vector<FactRow>& rows) {
  std::vector<std::string_view> names;
  for (const FactRow& row : rows) names.push_back(row.name);
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
