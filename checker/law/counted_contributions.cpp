// READING.md R13.4, R13.8.
#include "checker/law/counted_contributions.hpp"

#include <algorithm>
#include <optional>

namespace rothcheck::checker {
namespace {

constexpr Rate always_counted = 5_pct;

}  // namespace

Rate representative_rate(std::vector<RateOf> rates) {
  if (rates.empty()) return {};
  std::sort(rates.begin(), rates.end(),
            [](const RateOf& a, const RateOf& b) { return a.rate > b.rate; });
  const Rate of_half = rates[(rates.size() + 1) / 2 - 1].rate;
  std::optional<Rate> of_employed;
  for (const RateOf& one : rates) {
    if (one.employed_at_year_end) of_employed = one.rate;
  }
  return std::max(of_half, of_employed.value_or(Rate{}));
}

Money most_match_counted(Money compensation, Money matched, Rate representative) {
  const Money twice = portion(200_pct * representative, matched, Round::down);
  return greater(portion(always_counted, compensation, Round::down), greater(matched, twice));
}

Money most_qnec_counted(Money compensation, Rate representative) {
  return portion(std::max(always_counted, 200_pct * representative), compensation, Round::down);
}

}  // namespace rothcheck::checker
