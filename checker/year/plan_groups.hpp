// Every kind of person that a plan tells apart, with what the plan says to each.
#pragma once

#include <vector>

#include "checker/terms/terms.hpp"
#include "checker/year/resolve.hpp"
#include "checker/year/routes.hpp"

namespace rothcheck::checker {

struct GroupTerms {
  GroupFacts facts;
  Terms terms;
  Routes routes;
};

/// One for each combination of the ages, services, dates of hire, classes and HCE status that some
/// clause asks about. The classes are views into `inquiry`. A plan that tells apart more than a
/// thousand kinds is looked at in a thousand of them, evenly chosen; a very long one in fewer.
std::vector<GroupTerms> groups_of(const Plan& plan, const Inquiry& inquiry, const Figures& law);

/// Every kind of person that the facts of one leave possible; none where they leave too many.
std::vector<GroupFacts> possible_groups(const Plan& plan, const Inquiry& inquiry,
                                        const Figures& law, const Participant& person);

}  // namespace rothcheck::checker
