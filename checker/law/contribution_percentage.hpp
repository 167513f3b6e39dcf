// 401(m)(2), (3): the actual contribution percentage test and its limit.
#pragma once

#include "model/acp.hpp"

namespace rothcheck::checker {

/// A percentage in hundredths as the fraction that it is.
constexpr Rate rate_of(Hundredths percentage) { return {percentage.count, 10'000}; }

/// 401(m)(2)(A): the greater of (i) 125 percent of the percentage of the others and (ii) the lesser
/// of 200 percent of it and it plus 2 percentage points.
Rate contribution_percentage_limit(Rate others);
/// The limit as it is shown, to the nearest hundredth of a percent.
Hundredths shown_limit(Hundredths nhce);

/// 401(m)(3): contributions over compensation, to the nearest hundredth of a percent; nothing where
/// nothing is paid.  Treas. Reg. 1.401(m)-2(a)(3)(i)
Hundredths contribution_ratio(Money contributions, Money compensation);

/// Whether the highly compensated pass: their average, rounded, against the limit, which is not.
bool passes(Hundredths hce, Hundredths nhce);

/// The least that the others may average so that the highly compensated pass.
Hundredths average_needed(Hundredths hce);

}  // namespace rothcheck::checker
