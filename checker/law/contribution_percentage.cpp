// READING.md R6.2, R6.3, R13.11.
#include "checker/law/contribution_percentage.hpp"

#include <algorithm>

#include "model/search.hpp"

namespace rothcheck::checker {

Rate contribution_percentage_limit(Rate others) {
  return std::max(125_pct * others, std::min(200_pct * others, others + 2_pct));
}

Hundredths shown_limit(Hundredths nhce) {
  const Rate limit = contribution_percentage_limit(rate_of(nhce)) * Rate::whole(10'000);
  return {divide(limit.numerator(), limit.denominator(), Round::nearest)};
}

Hundredths contribution_ratio(Money contributions, Money compensation) {
  if (compensation <= Money{}) return {};
  return {divide(Wide{contributions.in_cents()} * 10'000, compensation.in_cents(), Round::nearest)};
}

bool passes(Hundredths hce, Hundredths nhce) {
  return rate_of(hce) <= contribution_percentage_limit(rate_of(nhce));
}

Hundredths average_needed(Hundredths hce) {
  // Whatever the others average, the limit is no less, so that no more than that is needed.
  return {smallest_for_which(0, hce.count,
                             [hce](std::int64_t others) { return passes(hce, {others}); })};
}

}  // namespace rothcheck::checker
