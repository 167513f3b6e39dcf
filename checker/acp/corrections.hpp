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
Excess excess_of(const TestedPeople& people, const Way& way);

/// Calls `visit` with the place among `numbers`, which are of persons, and the facts of each; in
/// any order.
using Visit = std::function<void(std::size_t at, const Participant&)>;
using FactsOf = std::function<void(const std::vector<std::size_t>& numbers, const Visit& visit)>;

/// Each person's money: what of the ACP refund is after-tax money and match, and which match is
/// forfeited beside it and beside the refund of deferrals.
std::vector<AcpReturned> corrections_of(const Checker::Ready& ready, const TestedPeople& people,
                                        const FactsOf& facts_of, const TestCorrection& correction,
                                        const std::optional<AdpTest>& adp,
                                        const MatchCounting& counted, Assumptions& assumptions);

/// Whether an automatic contribution arrangement gives six months.  IRC 4979(f)(1)
bool has_six_months(const Plan& plan, PlanYear year);

}  // namespace rothcheck::checker
