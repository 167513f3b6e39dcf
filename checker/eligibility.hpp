// Who may take part this year.
#pragma once

#include "checker/figures.hpp"
#include "model/assessment.hpp"
#include "model/participant.hpp"
#include "model/plan.hpp"

namespace rothcheck::checker {

struct Eligibility {
  bool eligible = true;
  Span decided_by = {};  // the clause that keeps the person out
  Assumptions assumptions = {};
};

/// A person is eligible who meets the plan's conditions at some time in the year and was still
/// employed when it began. What the census does not tell is taken in the person's favour, and said.
Eligibility eligibility_of(const Plan& plan, const Figures& law, const Participant& participant);

/// Whole months of service completed by the end of a day.
int service_in_months(Date hired, Date on);
/// Whole months of age reached on a day.
int age_in_months(Date birth, Date on);

}  // namespace rothcheck::checker
