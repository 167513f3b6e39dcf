// 401(m)(11), (12): how much of the match a safe harbor lets the ACP test leave out.
#pragma once

#include "model/acp.hpp"
#include "model/plan.hpp"

namespace rothcheck::checker {

/// Contributions above this share of pay may not be matched.  401(m)(11)(B)(i)
inline constexpr Rate safe_harbor_matches_up_to = 6_pct;
/// The most of a discretionary match, in pay.  Treas. Reg. 1.401(m)-3(d)(3)(ii)
inline constexpr Rate safe_harbor_discretionary_match = 4_pct;

/// Whether the match keeps within 401(m)(11)(B): nothing matched above 6% of pay, no rate that
/// rises with saving, a discretionary match of 4% of pay at most, and nobody's rate above
/// another's. What the file does not tell for sure is not within it.
bool match_meets_acp_safe_harbor(const Plan& plan);

/// What the test may leave out of each person's match. Treas. Reg. 1.401(m)-2(a)(5)(iv)
MatchLeftOut match_left_out(const Plan& plan);

/// That much of a match, in cents; a legal maximum, so it rounds down.
Money left_out_of(const MatchLeftOut& rule, Money match, Money compensation);

}  // namespace rothcheck::checker
