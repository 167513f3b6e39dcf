// The one way of a person through the checker: the terms of the group, what they settle, the law,
// the ways out, the verdict, and what there is to say.
#pragma once

#include "checker/judge/combine.hpp"

namespace rothcheck::checker {

/// Takes a person with nothing left open all the way. A `Way` says what the walk keeps:
///   terms_of(group)    the terms of a group, made or remembered
///   record             takes the lines of the derivation
///   year(terms, person, law)                        the law, `assess`, with that record
///   keep(participant, person, judged, terms, law)   takes what came of it, the findings on it, and
///                                                   what was assumed
template <class Way>
Judged judge(const Plan& plan, const Figures& law, const Participant& participant, Person& person,
             Way& way) {
  const Terms& terms = way.terms_of(person.group);
  settle(person, participant, terms, law, way.record.lines);
  Judged found{.result = way.year(terms, person, law),
               .routes = routes_of(terms, plan.type, person.group)};
  found.verdict = verdict_of(found.result, person, found.routes);
  way.keep(participant, person, found, terms, law);
  return found;
}

}  // namespace rothcheck::checker
