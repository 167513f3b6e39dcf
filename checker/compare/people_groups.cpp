// Sums by group.
#include "checker/compare/people_groups.hpp"

#include <algorithm>

#include "checker/judge/ready.hpp"
#include "checker/terms/groups.hpp"
#include "checker/year/plan_groups.hpp"

namespace rothcheck::checker {
namespace {

/// The groups that clauses of a plan name, each once; whether people are highly compensated is told
/// for all.
std::vector<Group> named_groups(const Plan& plan) {
  std::vector<Group> groups;
  for_each_scope(plan, [&groups](const Scope& scope, Span) {
    Group by_pay_alone;
    by_pay_alone.highly_compensated = scope.group.highly_compensated;
    if (scope.group == by_pay_alone) return;
    if (std::find(groups.begin(), groups.end(), scope.group) == groups.end())
      groups.push_back(scope.group);
  });
  return groups;
}

/// The groups that one version asks about, held against people by what that version asks.
struct OwnGroups {
  const Checker& checker;
  std::vector<Group> named;
  std::vector<GroupChange> changes;

  OwnGroups(const Checker& of, std::vector<Group> groups) : checker{of}, named{std::move(groups)} {
    for (const Group& group : named) changes.push_back({.group = to_string(group)});
  }
  void add(const Participant& person, const PersonChange& change);
};

bool is_in(const Group& group, const std::vector<GroupFacts>& ways) {
  return !ways.empty() && std::all_of(ways.begin(), ways.end(), [&group](const GroupFacts& facts) {
    return holds(group, facts);
  });
}

void OwnGroups::add(const Participant& person, const PersonChange& change) {
  if (named.empty()) return;
  const Checker::Ready& ready = checker.ready();
  const std::vector<GroupFacts> ways =
      possible_groups(ready.plan, ready.inquiry, ready.law, person);
  for (std::size_t i = 0; i < named.size(); ++i) {
    if (is_in(named[i], ways)) changes[i].add(change);
  }
}

}  // namespace

std::vector<GroupChange> groups_of(const Checker& before, const Checker& after,
                                   const std::vector<Participant>& people,
                                   const std::vector<PersonChange>& changes) {
  GroupChange everybody{.group = "everybody"}, hce{.group = "hce"}, nhce{.group = "nhce"},
      unknown{.group = "hce not known"};
  const std::vector<Group> asked = named_groups(after.ready().plan);
  std::vector<Group> asked_before = named_groups(before.ready().plan);
  std::erase_if(asked_before, [&asked](const Group& group) {
    return std::find(asked.begin(), asked.end(), group) != asked.end();
  });
  OwnGroups now{after, asked}, then{before, asked_before};
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const PersonChange& change = changes[i];
    everybody.add(change);
    (!change.highly_compensated ? unknown : *change.highly_compensated ? hce : nhce).add(change);
    now.add(people[i], change);
    then.add(people[i], change);
  }
  std::vector<GroupChange> groups{everybody, hce, nhce, unknown};
  for (const OwnGroups* own : {&now, &then})
    groups.insert(groups.end(), own->changes.begin(), own->changes.end());
  std::erase_if(groups, [](const GroupChange& group) { return group.people == 0; });
  return groups;
}

}  // namespace rothcheck::checker
