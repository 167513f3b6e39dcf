// 401(c)(2)(A)(v), 404(a)(8)(D): the plan pay of partners and sole proprietors.
#pragma once

#include "checker/terms/person.hpp"
#include "checker/terms/terms.hpp"

namespace rothcheck::checker {

/// Sets the pay that the plan takes of the self-employed: earned income less the match and the
/// nonelective money that the plan contributes for them out of that very pay, and before deferrals.
/// `after_tax` is what earns match beside deferrals.
void take_net_compensation(Person& person, const Terms& terms, const Figures& law,
                           Money after_tax = {});

}  // namespace rothcheck::checker
