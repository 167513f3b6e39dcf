// Ceilings in percent of pay that begin or end inside the year: all that are in force hold together
// in each part of the year, and the parts add up. Docs: language.md, whom and when.
#pragma once

#include "checker/year/employer.hpp"

namespace rothcheck::checker {

struct LeftByPart {
  Money amount;
  /// The last ceiling that cuts a part short; none where pay alone does.
  Span where = {};
};

/// The most after-tax money that goes in part by part, beside deferrals that lie as they were
/// elected. Rounds down.
LeftByPart left_by_part(const Terms& terms, const Person& person, const Deferrals& deferrals,
                        const Matching& matching, Money nonelective);

/// The most ordinary deferrals that go in part by part. Rounds down.
LeftByPart deferrals_by_part(const Terms& terms, const Person& person);
/// Pay of the time in which some kind of deferral is taken: nobody defers out of other pay.
Money pay_while_deferring(const Terms& terms, const Person& person);

}  // namespace rothcheck::checker
