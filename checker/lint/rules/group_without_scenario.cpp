// A group that no scenario is about.
#include <fmt/format.h>

#include <algorithm>

#include "checker/lint/rule.hpp"

namespace rothcheck::checker {

constexpr Rule rule::group_without_scenario{
    .kind = {.code = "PLN306",
             .name = "group-without-scenario",
             .severity = Severity::info,
             .citation = "",
             .why = "A clause is for a group of people, and no scenario is about one of them. What "
                    "the clause does is not tested.",
             .help = "add a scenario with a person of that group"},
    .page = {.mistake = "A clause for a group decides amounts or permissions, and the scenarios "
                        "are all about other people.",
             .find = "Look at the facts of the scenarios: which of them make the person a member "
                     "of the group?",
             .fix = "Add a scenario with a person of that group.",
             .avoid = "Write a scenario for each group as you write its clause.",
             .example = "limit 6% of pay on after-tax for hce; scenario \"Emily\" { hce no; expect "
                        "room $15,000 }"},
    .check = [](const RuleInput& in, const Reporter& report) {
      if (in.plan.scenarios.empty()) return;
      std::vector<GroupFacts> known;
      for (const Scenario& scenario : in.plan.scenarios) {
        const auto some = possible_groups(in.plan, in.in_year->inquiry, in.law(), scenario.person);
        if (some.empty()) return;
        known.insert(known.end(), some.begin(), some.end());
      }
      std::vector<Group> said;
      const auto look_at = [&](const auto& clauses) {
        for (const auto& clause : clauses) {
          const Group& group = clause.scope.group;
          if (group.everybody() || std::count(said.begin(), said.end(), group) != 0) continue;
          const auto is_member = [&](const GroupFacts& facts) { return holds(group, facts); };
          if (std::any_of(known.begin(), known.end(), is_member)) continue;
          said.push_back(group);
          report(clause.where, fmt::format("no scenario is about a person of this group: {:.40}",
                                           to_string(group)));
        }
      };
      look_at(in.plan.contributions);
      look_at(in.plan.limits);
      look_at(in.plan.nonelectives);
      look_at(in.plan.rollovers);
      look_at(in.plan.distributions);
    }};

}  // namespace rothcheck::checker
