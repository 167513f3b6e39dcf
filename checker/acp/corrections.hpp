// What goes back to whom after a failed test, and by when.
#pragma once

#include "checker/acp/adp.hpp"
#include "checker/acp/counting.hpp"

namespace rothcheck::checker {

/// The excess of a way, exact where all is told; bounds of it where it is not.
struct Excess {
  Money low, high;
  std::optional<TestCorrection> exactly;
};
Excess excess_of(const TestedPeople& people, const Way& way,
                 const std::vector<Participant>& census);

/// Each person's money: what of the ACP refund is after-tax money and match, and which match is
/// forfeited beside it and beside the refund of deferrals.
std::vector<AcpReturned> corrections_of(const Checker::Ready& ready,
                                        const std::vector<Participant>& census,
                                        const TestedPeople& people,
                                        const TestCorrection& correction, const AdpReport* adp,
                                        const MatchCounting& counted, Assumptions& assumptions);

/// Whether an automatic contribution arrangement gives six months.  IRC 4979(f)(1)
bool has_six_months(const Plan& plan, PlanYear year);

}  // namespace rothcheck::checker
