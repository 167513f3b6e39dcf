// READING.md R1.2 to R1.5, R8.
#include "checker/year/routes.hpp"

namespace rothcheck::checker {
namespace {

Answer in_plan(const Terms& terms, PlanType type) {
  // No elective deferrals, so no qualified Roth contribution program.  IRC 402A(b)(1)
  if (type.family == PlanFamily::a401) return Answer::not_allowed;
  // The plan must include a qualified Roth contribution program.  IRC 402A(c)(4)(B), (E)
  const Answer roth = terms.contribution(Kind::roth).answer;
  if (roth == Answer::not_allowed) return Answer::not_allowed;
  return terms.rollover.answer == Answer::allowed ? roth : terms.rollover.answer;
}

Answer in_service(const Terms& terms, const GroupFacts& facts) {
  if (terms.distribution.answer != Answer::allowed) return terms.distribution.answer;
  const Conditions& conditions = terms.distribution.conditions;
  if (conditions.at_age && facts.age < months_of(*conditions.at_age)) return Answer::not_allowed;
  if (conditions.participation && facts.service < conditions.participation->months)
    return Answer::not_allowed;
  return Answer::allowed;
}

}  // namespace

Routes routes_of(const Terms& terms, PlanType type, const GroupFacts& facts) {
  return {in_plan(terms, type), in_service(terms, facts)};
}

bool type_takes_after_tax(PlanType type) {
  return type.family != PlanFamily::b457 && type.family != PlanFamily::tsp;
}

}  // namespace rothcheck::checker
