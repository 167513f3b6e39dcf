// Employer money that does not depend on saving, and what the plan takes from everybody, settled
// for one group's year.
#pragma once

#include <vector>

#include "checker/terms/applicable.hpp"
#include "checker/terms/terms.hpp"

namespace rothcheck::checker {

void add_nonelectives(Terms& terms, const Plan& plan, const GroupFacts& facts, const Figures& law,
                      const std::vector<YearPart>& parts);

/// One line after-tax and one picked up, each by group.  READING.md R21.4
void add_mandatory(Terms& terms, const Plan& plan, const GroupFacts& facts, const Figures& law,
                   const std::vector<YearPart>& parts);

}  // namespace rothcheck::checker
