// Employer money that is integrated with Social Security.  READING.md R21.2
#pragma once

#include <algorithm>
#include <optional>

#include "model/money.hpp"

namespace rothcheck::checker {

/// 401(l)(2)(A)(ii), (5)(C); Treas. Reg. 1.401(l)-2(d)(4): by how many percent of pay the rate
/// above a level may be beyond the rate below it, whatever that is. Less where the level is below
/// the wage base and yet not low; none where it is above the wage base.
inline std::optional<Rate> most_disparity(Money level, Money wage_base) {
  if (level > wage_base) return std::nullopt;
  if (level == wage_base) return Rate{57, 1'000};
  const Money low =
      std::max(Money::dollars(10'000), portion(Rate{1, 5}, wage_base, Round::nearest));
  if (level <= low) return Rate{57, 1'000};
  return level <= portion(Rate{4, 5}, wage_base, Round::nearest) ? Rate{43, 1'000}
                                                                 : Rate{54, 1'000};
}

/// Of a safe harbor's nonelective money, which is no part of the rate below the level.
/// 401(k)(12)(E)(ii)
inline constexpr Rate safe_harbor_nonelective{3, 100};

}  // namespace rothcheck::checker
