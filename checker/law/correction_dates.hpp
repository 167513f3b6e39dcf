// 401(m)(6)(A), 4979(f): by when an excess has to go back.
#pragma once

#include "model/acp.hpp"

namespace rothcheck::checker {

/// `six_months`: an eligible automatic contribution arrangement covers everybody. 4979(f)(1)
AcpDeadlines correction_dates(PlanYear year, bool six_months);

/// 4979(a): 10 percent of the excess, without its earnings, where it goes back later.
Money excise_on(Money excess);

}  // namespace rothcheck::checker
