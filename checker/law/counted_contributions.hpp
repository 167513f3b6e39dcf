// Treas. Reg. 1.401(m)-2(a)(5)(ii), (6)(v): what counts of a match, and of a qualified nonelective
// contribution, that is made for few.
#pragma once

#include <vector>

#include "model/acp.hpp"

namespace rothcheck::checker {

/// A nonhighly compensated employee, and what the representative rate is made of.
struct RateOf {
  Rate rate;
  bool employed_at_year_end = true;
};

/// The representative rate: the lowest in the half with the best rates or, if greater, the lowest
/// of all who are employed on the last day. Of an odd number the larger half, which is the lower.
Rate representative_rate(std::vector<RateOf> rates);

/// (5)(ii): the greatest of 5 percent of compensation, the contributions that earn the match, and
/// twice the representative matching rate times them.
Money most_match_counted(Money compensation, Money matched, Rate representative);

/// (6)(v): compensation times 5 percent or, if greater, twice the representative contribution rate.
Money most_qnec_counted(Money compensation, Rate representative);

}  // namespace rothcheck::checker
