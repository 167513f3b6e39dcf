// Who may take part this year.
#pragma once

#include <vector>

#include "checker/law/figures.hpp"
#include "checker/terms/applicable.hpp"
#include "model/assessment.hpp"
#include "model/participant.hpp"
#include "model/plan.hpp"

namespace rothcheck::checker {

struct Eligibility {
  bool eligible = true;
  Span decided_by = {};  // the clause that keeps the person out
  Assumptions assumptions = {};
  std::optional<Date> entered = {};  // inside the year
  bool may_enter_inside = false;     // the census does not tell the day
};

/// Dates that settle eligibility for almost everybody: who was born and hired by then, and is still
/// there, has met every condition when the plan year begins, and nothing is to be said of it.
struct SurelyEligible {
  std::optional<Date> born_by;  // none where no age is asked for
  Date hired_by;
  bool asks_service = false;
  bool asks_class = false;

  bool is(const Participant& participant) const {
    if (asks_class || participant.termination_date) return false;
    if (born_by && !(participant.birth_date && *participant.birth_date <= *born_by)) return false;
    return participant.hire_date ? *participant.hire_date <= hired_by : !asks_service;
  }
};
SurelyEligible surely_eligible(const Plan& plan, const Figures& law);

/// The plan year cut where a condition of eligibility begins or ends.
std::vector<YearPart> eligibility_parts(const Plan& plan, PlanYear year);

/// A person is eligible who meets the plan's conditions at some time in the year, as they are then,
/// and was still employed when it began. What the census does not tell is taken in the person's
/// favour, and said.
Eligibility eligibility_of(const Plan& plan, const Figures& law, const Participant& participant,
                           const GroupFacts& facts, const std::vector<YearPart>& parts);

/// The youngest age and the shortest service, in months, at which somebody may take part in some
/// part of the year; 0 where the plan asks for none.
int youngest_age(const Plan& plan, const std::vector<YearPart>& parts);
int shortest_service(const Plan& plan, const std::vector<YearPart>& parts);

/// The day on which somebody comes in who has met the conditions on a day.
Date entry_after(const Plan& plan, Date met, PlanYear year);

/// Whole months of age reached on a day.
int age_in_months(Date birth, Date on);
/// Whole months of service completed by the end of a day, of which the day after is given.
inline int service_in_months(Date hired, Date day_after) {
  return hired < day_after ? age_in_months(hired, day_after) : 0;
}

}  // namespace rothcheck::checker
