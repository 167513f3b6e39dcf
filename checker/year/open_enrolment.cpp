// Deferrals that are not told, in a plan that enrols people by itself.  READING.md R21.1
#include <algorithm>

#include "checker/law/automatic_enrolment.hpp"
#include "checker/terms/groups.hpp"
#include "checker/year/open_facts.hpp"

namespace rothcheck::checker {
namespace {

/// Whether the arrangement may cover the person: it does, or the census does not tell.
bool may_cover(const Provision<AutomaticEnrollment>& clause, const Person& person,
               const Figures& law, const Participant& participant) {
  if (!clause.value.rate || !meets(clause.scope, law.plan_year)) return false;
  if (!holds(clause.scope.group, person.group)) return false;
  const auto& from = clause.value.hired_from;
  return !from || !participant.hire_date || *participant.hire_date >= *from;
}

bool takes(const Plan& plan, Kind kind) {
  return std::none_of(
      plan.contributions.begin(), plan.contributions.end(), [kind](const auto& clause) {
        return clause.value.kind == kind && clause.value.answer == Answer::not_allowed &&
               clause.scope.group.everybody();
      });
}

}  // namespace

void open_enrolment(Resolution& resolution, const Plan& plan, const Figures& law,
                    const Participant& participant) {
  if (participant.pre_tax || participant.roth || resolution.person.by_calendar_year ||
      !resolution.person.eligible)
    return;
  const auto clause = std::find_if(
      plan.automatic_enrollment.begin(), plan.automatic_enrollment.end(),
      [&](const auto& one) { return may_cover(one, resolution.person, law, participant); });
  if (clause == plan.automatic_enrollment.end()) return;
  int years = 0;
  if (participant.hire_date && *participant.hire_date < law.plan_year.first)
    years = service_on(*participant.hire_date, day_before(law.plan_year.first));
  const Rate rate = surely_reached(clause->value, years);
  const auto kind = takes(plan, Kind::pre_tax) ? &Person::pre_tax : &Person::roth;
  resolution.person.may_be_enrolled = true;
  resolution.assumptions.add(Assumption::enrolled_automatically);
  open_amount(resolution, QuestionKind::deferrals_elected,
              [kind, rate](Person& person, bool by_default) {
                if (by_default) person.*kind = Election{rate};
              });
}

}  // namespace rothcheck::checker
