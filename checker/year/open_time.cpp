// Time inside the year that the census leaves open: as a participant, by pay period, and when two
// kinds of year differ.
#include <algorithm>

#include "checker/law/compensation.hpp"
#include "checker/terms/groups.hpp"
#include "checker/year/open_facts.hpp"

namespace rothcheck::checker {
namespace {

bool in_percent(const std::optional<Election>& election) {
  return election && std::holds_alternative<Rate>(election->value);
}

/// The days of the plan year on which the person is employed.
PlanYear employed(const Figures& law, const Participant& participant) {
  PlanYear days = law.plan_year;
  if (participant.hire_date) days.first = std::max(days.first, *participant.hire_date);
  if (participant.termination_date) days.last = std::min(days.last, *participant.termination_date);
  return days;
}

}  // namespace

void take_participation(Resolution& resolution, const Inquiry& inquiry,
                        const Eligibility& eligibility, const Figures& law,
                        const Participant& participant) {
  Person& person = resolution.person;
  if (!eligibility.eligible) return;
  const bool pay_told = inquiry.only_while_participant && participant.participation_pay;
  if (!eligibility.entered) {
    if (eligibility.may_enter_inside && !pay_told)
      open_amount(resolution, QuestionKind::participation_pay, [](Person& way, bool nothing) {
        way.time_as_participant = Rate::whole(nothing ? 0 : 1);
      });
    return;
  }
  const PlanYear days = employed(law, participant);
  if (days.last < *eligibility.entered || days.last < days.first) return;
  person.entered_on = eligibility.entered;
  person.time_as_participant = share_as_participant({*eligibility.entered, days.last}, days);
  if (inquiry.only_while_participant && !pay_told)
    resolution.assumptions.add(Assumption::participation_by_months);
  if (inquiry.limits_periods) resolution.assumptions.add(Assumption::periods_before_entry);
}

void open_periods(Resolution& resolution, const Inquiry& inquiry, const Participant& participant) {
  if ((inquiry.dollars_of_period || inquiry.waits_by_period) && !participant.pay_periods)
    resolution.assumptions.add(Assumption::pay_periods_26);
  if (participant.after_tax_ytd && *participant.after_tax_ytd > Money{})
    open_amount(resolution, QuestionKind::paychecks_left,
                [](Person& person, bool none) { person.periods_are_over = none; });
  const bool paced = in_percent(participant.pre_tax) || in_percent(participant.roth);
  if (inquiry.waits_by_period && !paced)
    open_amount(resolution, QuestionKind::deferrals_when,
                [](Person& person, bool first) { person.deferred_first = first; });
}

void tell_years_apart(Resolution& resolution, const Plan& plan, const Figures& law) {
  resolution.assumptions.add(Assumption::years_apart);
  // A 403(b) has the calendar year by law, and a 457(b) no annual additions limit.
  if (plan.limitation_year.empty() && law.family != PlanFamily::b403 && !law.is_457b())
    resolution.assumptions.add(Assumption::limitation_year_calendar);
}

}  // namespace rothcheck::checker
