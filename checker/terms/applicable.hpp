// Which clauses are in force for a group in each part of a year.
#pragma once

#include <algorithm>
#include <vector>

#include "checker/terms/groups.hpp"
#include "model/plan.hpp"

namespace rothcheck::checker {

/// A stretch of the plan year in which no clause begins or ends.
struct YearPart {
  Date first, last;
  int days = 0;
};

/// The plan year cut at every date on which one of its clauses begins or ends.
std::vector<YearPart> parts_of(const Plan& plan, PlanYear year);

inline bool in_force(const Scope& scope, const YearPart& part) {
  return (!scope.from || *scope.from <= part.first) && (!scope.until || *scope.until >= part.last);
}

/// The clauses in force for these people in this part.
template <class T>
std::vector<const Provision<T>*> applicable(const std::vector<Provision<T>>& stated,
                                            const YearPart& part, const GroupFacts& facts) {
  std::vector<const Provision<T>*> found;
  for (const Provision<T>& clause : stated) {
    if (in_force(clause.scope, part) && holds(clause.scope.group, facts)) found.push_back(&clause);
  }
  return found;
}

/// Of clauses on one subject, those written for a group when there are any: they beat the one for
/// everybody.
template <class T>
void keep_most_particular(std::vector<const Provision<T>*>& clauses) {
  const auto particular = [](const Provision<T>* clause) {
    return !clause->scope.group.everybody();
  };
  if (!std::any_of(clauses.begin(), clauses.end(), particular)) return;
  std::erase_if(clauses, [&](const Provision<T>* clause) { return !particular(clause); });
}

}  // namespace rothcheck::checker
