// READING.md R1.2 to R1.5.
#include "checker/year/routes.hpp"

#include "checker/law/roth_rollover.hpp"

namespace rothcheck::checker {
namespace {

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
  const Answer roth = terms.contribution(Kind::roth).answer;
  return {in_plan_roth_rollover(type.family, roth, terms.rollover.answer),
          in_service(terms, facts)};
}

}  // namespace rothcheck::checker
