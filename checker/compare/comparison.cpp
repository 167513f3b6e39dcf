// Two versions of a plan held against each other.
#include "checker/compare/comparison.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "checker/compare/clause_changes.hpp"
#include "checker/compare/people_groups.hpp"
#include "checker/compare/witness.hpp"
#include "checker/findings.hpp"
#include "checker/judge/check.hpp"
#include "checker/judge/ready.hpp"

namespace rothcheck::checker {
namespace {

Effect effect_of(Range before, Range after) {
  if (before == after) return Effect::same;
  if (after.most < before.least) return Effect::loss;
  if (after.least > before.most) return Effect::gain;
  return Effect::open;
}

PersonChange change_of(const Assessment& before, const Assessment& after) {
  return {.id = after.id,
          .row = after.row,
          .verdict_before = before.verdict,
          .verdict_after = after.verdict,
          .before = before.room,
          .after = after.room,
          .effect = effect_of(before.room, after.room),
          .highly_compensated = after.highly_compensated,
          .binding_at = after.binding_at};
}

/// How far a verdict lets after-tax money become Roth; none while it is open.
std::optional<int> way_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::available:
      return 2;
    case Verdict::at_separation:
      return 1;
    case Verdict::not_available:
      return 0;
    // These are about the room of a person, and say nothing about the way.
    case Verdict::no_room:
    case Verdict::not_eligible:
    case Verdict::undetermined:
    case Verdict::varies:
      return std::nullopt;
  }
  return std::nullopt;
}

/// A way that the new version leaves open to doubt is no way that anybody can count on.
bool loses_way(Verdict before, Verdict after) {
  const std::optional<int> had = way_of(before), has = way_of(after);
  if (had && *had > 0 && after == Verdict::undetermined) return true;
  // Open to everybody before, and now only to some.
  if (had == way_of(Verdict::available) && after == Verdict::varies) return true;
  return had && has && *has < *had;
}

void count_verdicts(PlanComparison& comparison) {
  for (const PersonChange& person : comparison.people) {
    if (person.verdict_before == person.verdict_after) continue;
    auto& changes = comparison.verdict_changes;
    const auto same = std::find_if(changes.begin(), changes.end(), [&](const VerdictChange& each) {
      return each.before == person.verdict_before && each.after == person.verdict_after;
    });
    if (same == changes.end()) {
      changes.push_back({person.verdict_before, person.verdict_after, 1});
    } else {
      ++same->people;
    }
  }
}

std::string of_people(std::int64_t some, std::size_t all, std::string_view verb_of_one,
                      std::string_view verb_of_many) {
  return fmt::format("{} of {} {} {}", some, all, all == 1 ? "person" : "people",
                     some == 1 ? verb_of_one : verb_of_many);
}

// Nobody is named: what a finding says may stand in the log of a service.
void find_losses(const Plan& plan, PlanComparison& comparison) {
  const int year = comparison.after->year;
  const std::vector<PersonChange>& people = comparison.people;
  if (const std::int64_t losers = comparison.groups.empty() ? 0 : comparison.groups.front().loss;
      losers > 0) {
    comparison.findings.push_back(
        {&finding::room_lost,
         fmt::format("{} less after-tax room than before in {}",
                     of_people(losers, people.size(), "has", "have"), year),
         plan.where});
  }
  const auto lost = std::count_if(people.begin(), people.end(), [](const PersonChange& person) {
    return loses_way(person.verdict_before, person.verdict_after);
  });
  const Verdict before = comparison.before->verdict, after = comparison.after->verdict;
  if (loses_way(before, after)) {
    comparison.findings.push_back({&finding::way_to_roth_lost,
                                   fmt::format("the plan's verdict goes from {} to {} in {}",
                                               to_string(before), to_string(after), year),
                                   plan.where});
  } else if (lost > 0) {
    comparison.findings.push_back({&finding::way_to_roth_lost,
                                   fmt::format("{} a way to Roth less than before in {}",
                                               of_people(lost, people.size(), "has", "have"), year),
                                   plan.where});
  }
}

/// What somebody made up would lose, so that a clause is found although nobody asked loses by it.
struct Loss {
  const Participant* who = nullptr;
  Range before, after;
  Money by;
};

/// Both texts in the year of the new one, so that what differs is the clauses and not the law.
void find_losses_by_clause(const Version& before, const Version& after, const LimitTable& limits,
                           PlanComparison& comparison) {
  const auto is_said = [&](const FindingKind& kind) {
    return std::any_of(comparison.findings.begin(), comparison.findings.end(),
                       [&](const Finding& finding) { return finding.kind == &kind; });
  };
  if (comparison.changes.empty() || has_error(year_is_known(limits, before.plan, after.year)))
    return;
  const Checker old{before.plan, after.year, limits};
  const Checker now{after.plan, after.year, limits};
  const Figures& law = now.ready().law;
  const std::vector<Participant> people =
      people_told_apart(before.plan, after.plan, law.plan_year, law.deferrals.amount);
  Loss largest;
  const Participant* without_way = nullptr;
  for (const Participant& one : people) {
    const Assessment then = old.assess(one), since = now.assess(one);
    if (without_way == nullptr && loses_way(then.verdict, since.verdict)) without_way = &one;
    const Money by = std::max(remainder(then.room.most, since.room.most),
                              remainder(then.room.least, since.room.least));
    if (by > largest.by) largest = {&one, then.room, since.room, by};
  }
  if (largest.who != nullptr && !is_said(finding::room_lost)) {
    comparison.findings.push_back(
        {&finding::room_lost,
         fmt::format("a clause takes {} of after-tax room in {} from somebody like this",
                     to_string(largest.by), after.year),
         after.plan.where,
         {{fmt::format("{}: {} before, {} now", in_words(*largest.who), to_string(largest.before),
                       to_string(largest.after))}}});
  }
  if (without_way != nullptr && !is_said(finding::way_to_roth_lost)) {
    comparison.findings.push_back(
        {&finding::way_to_roth_lost,
         fmt::format("a clause closes a way to Roth in {} to somebody like this", after.year),
         after.plan.where,
         {{in_words(*without_way)}}});
  }
}

PlanAnswer answer_of(const Version& version, const LimitTable& limits) {
  PlanAnswer answer = Checker{version.plan, version.year, limits}.plan_answer();
  // What lint says of one version alone is not this command's subject.
  answer.findings.clear();
  return answer;
}

}  // namespace

PlanComparison compare(const Version& before, const Version& after, const LimitTable& limits,
                       const std::vector<Participant>& people, AskedAbout asked) {
  const Checker old{before.plan, before.year, limits};
  const Checker now{after.plan, after.year, limits};
  PlanComparison comparison;
  comparison.before = answer_of(before, limits);
  comparison.after = answer_of(after, limits);
  comparison.changes =
      clause_changes(before.plan, old.ready().law.plan_year, after.plan, now.ready().law.plan_year);
  comparison.asked = people.empty() ? AskedAbout::nobody : asked;
  if (before.year != after.year) {
    comparison.notes.push_back(fmt::format(
        "the old version is looked at in {} and the new one in {}, so that part of the change is "
        "the law's; --year takes one year for both",
        before.year, after.year));
  }
  const std::vector<Assessment> then = check(old, before.plan, before.year, limits, people);
  const std::vector<Assessment> since = check(now, after.plan, after.year, limits, people);
  for (std::size_t i = 0; i < since.size(); ++i)
    comparison.people.push_back(change_of(then[i], since[i]));
  if (!people.empty()) comparison.groups = groups_of(old, now, people, comparison.people);
  count_verdicts(comparison);
  find_losses(after.plan, comparison);
  find_losses_by_clause(before, after, limits, comparison);
  return comparison;
}

PlanComparison only_before(const Version& before, const LimitTable& limits) {
  PlanComparison comparison;
  comparison.before = answer_of(before, limits);
  comparison.findings.push_back({&finding::plan_removed,
                                 "the new files do not have this plan of the old ones",
                                 before.plan.where});
  return comparison;
}

PlanComparison only_after(const Version& after, const LimitTable& limits) {
  PlanComparison comparison;
  comparison.after = answer_of(after, limits);
  return comparison;
}

}  // namespace rothcheck::checker
