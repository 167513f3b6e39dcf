// 401(m)(6)(B), (C): how much is too much, and whose it is. 401(k)(8)(B), (C) say the same of
// deferrals.
#pragma once

#include <string_view>
#include <vector>

#include "model/acp.hpp"

namespace rothcheck::checker {

/// What one highly compensated employee has in the test.
struct TestedContributions {
  std::string_view id;  // settles who comes first of those with the same amount
  Money contributions, compensation;
  Money most_back;  // of the contributions, those that this plan can pay back
};

/// 401(m)(6)(B)(ii): the ratios are cut from the highest down until their average is the limit; the
/// excess is what that takes from all of them together.
Money excess_contributions(const std::vector<TestedContributions>& people, Rate limit);

/// 401(m)(6)(C): the excess is taken from the largest amounts down. What each gives back, in the
/// order of the people.
std::vector<Money> distributed_excess(const std::vector<TestedContributions>& people, Money excess);

}  // namespace rothcheck::checker
