#include "run/advise/advise.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "checker/acp/acp_of_plan.hpp"
#include "checker/advice/plan_kinds.hpp"
#include "checker/judge/check.hpp"
#include "model/search.hpp"
#include "run/advise/amended.hpp"
#include "run/advise/changes.hpp"
#include "run/advise/follows.hpp"
#include "run/advise/worth.hpp"

namespace rothcheck::run {

namespace {

/// Numbers of changes, ascending.
using Set = std::vector<std::size_t>;
constexpr std::size_t most_opening = 4, most_widening = 3;

/// Every set of so many of the first `count` numbers.
std::vector<Set> sets_of(std::size_t size, std::size_t count) {
  std::vector<Set> all = {{}};
  for (std::size_t i = 0; i < size; ++i) {
    std::vector<Set> longer;
    for (const Set& set : all) {
      for (std::size_t next = set.empty() ? 0 : set.back() + 1; next < count; ++next) {
        longer.push_back(set);
        longer.back().push_back(next);
      }
    }
    all = std::move(longer);
  }
  return all;
}

std::vector<PlanChange> chosen(const std::vector<PlanChange>& all, const Set& set) {
  std::vector<PlanChange> some;
  for (const std::size_t i : set) some.push_back(all[i]);
  return some;
}

class Advisor {
 public:
  Advisor(const Plan& plan, const AdviceAsked& asked)
      : plan_{plan},
        asked_{asked},
        kinds_{plan, asked.year, asked.limits},
        year_{kinds_.plan_year()},
        people_{plan, asked, kinds_.model_people()},
        now_{people_.rooms_under(plan)} {
    const checker::Checker checker{plan, asked.year, asked.limits};
    advice_.answer = checker.plan_answer();
    advice_.effective = asked.effective.value_or(year_.first);
    advice_.worth_of = asked.census != nullptr ? WorthOf::census : WorthOf::model_people;
  }

  PlanAdvice advice() && {
    open();
    widen();
    ease();
    fit();
    rank();
    advice_.notes = notes_on(plan_, asked_, advice_);
    return std::move(advice_);
  }

 private:
  std::optional<AmendedPlan> with(const std::vector<PlanChange>& changes) {
    ++advice_.sets_tried;
    return amended(plan_, asked_.sources, changes, advice_.effective);
  }

  void propose(Aim aim, std::vector<PlanChange> changes, const Plan& version, const Rooms& rooms,
               std::vector<std::string> groups = {}) {
    Proposal proposal{.aim = aim, .groups = std::move(groups), .changes = std::move(changes)};
    std::vector<PlanChange> to_make;
    std::copy_if(proposal.changes.begin(), proposal.changes.end(), std::back_inserter(to_make),
                 [](const PlanChange& change) { return !change.asks; });
    proposal.amendment = amendment_of(to_make, advice_.effective);
    proposal.worth = people_.worth(now_, rooms);
    proposal.left_before = now_.left;
    proposal.left_after = rooms.left;
    proposal.employer_before = now_.employer;
    proposal.employer_after = rooms.employer;
    const checker::Checker checker{version, asked_.year, asked_.limits};
    proposal.grade_before = advice_.answer.grade;
    proposal.grade_after = checker.plan_answer().grade;
    proposal.follows = what_follows(version, proposal, year_);
    advice_.proposals.push_back(std::move(proposal));
  }

  /// For each kind of people who are shut out, the smallest sets that let them in.
  void open() {
    const std::vector<GroupAnswer> before = kinds_.answers(plan_);
    const std::vector<PlanChange> changes = opening_changes(plan_, year_);
    std::vector<bool> shut;
    for (const GroupAnswer& answer : before) shut.push_back(answer.verdict != Verdict::available);
    std::vector<bool> waits = shut;  // for whom no set of a smaller size was found
    for (std::size_t size = 1; size <= std::min(most_opening, changes.size()); ++size) {
      std::vector<bool> still = waits;
      if (std::none_of(waits.begin(), waits.end(), [](bool one) { return one; })) return;
      for (const Set& set : sets_of(size, changes.size())) {
        const std::vector<PlanChange> made = chosen(changes, set);
        const auto version = with(made);
        if (!version) continue;
        const std::vector<GroupAnswer> after = kinds_.answers(version->plan());
        std::vector<std::size_t> opened(after.size(), 0);
        for (std::size_t i = 0; i < after.size(); ++i) {
          if (!waits[i] || after[i].verdict != Verdict::available) continue;
          opened[i] = 1;
          still[i] = false;
        }
        if (std::find(opened.begin(), opened.end(), 1u) == opened.end()) continue;
        std::vector<std::string> groups;
        for (const auto& [words, is_opened] : kinds_.in_words(opened))
          if (is_opened == 1) groups.push_back(words);
        propose(Aim::opens, made, version->plan(), people_.rooms_under(version->plan()),
                std::move(groups));
      }
      waits = std::move(still);
    }
  }

  /// The sets that give more room of which no part does by itself.
  void widen() {
    const std::vector<PlanChange> changes = widening_changes(plan_, asked_.sources, year_);
    std::vector<Set> enough;
    const auto has_part = [&](const Set& set) {
      return std::any_of(enough.begin(), enough.end(), [&](const Set& part) {
        return std::includes(set.begin(), set.end(), part.begin(), part.end());
      });
    };
    for (std::size_t size = 1; size <= std::min(most_widening, changes.size()); ++size) {
      for (const Set& set : sets_of(size, changes.size())) {
        if (has_part(set)) continue;
        const std::vector<PlanChange> made = chosen(changes, set);
        const auto version = with(made);
        if (!version) continue;
        const Rooms rooms = people_.rooms_under(version->plan());
        if (rooms.total <= now_.total) continue;
        enough.push_back(set);
        propose_lifted(made, rooms);
      }
    }
    if (enough.size() > 1) tell_of_all(changes, enough);
  }

  /// What all that widen come to when they are made together.
  void tell_of_all(const std::vector<PlanChange>& changes, const std::vector<Set>& sets) {
    Set all;
    for (const Set& set : sets) all.insert(all.end(), set.begin(), set.end());
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    const auto version = with(chosen(changes, all));
    if (version) advice_.room_with_all = people_.rooms_under(version->plan()).total;
  }

  /// The lowest whole percents of pay that give as much as no ceiling does.
  void propose_lifted(std::vector<PlanChange> changes, const Rooms& without) {
    for (PlanChange& change : changes) {
      if (change.kind != ChangeKind::lift_limit) continue;
      const Provision<ContributionLimit>& limit = *limit_at(plan_, change.instead_of);
      const auto gives_all = [&](std::int64_t percent) {
        change.statement = ceiling_of(limit.value, limit.scope.group, Rate::percent(percent));
        const auto version = with(changes);
        return version && people_.rooms_under(version->plan()).room == without.room;
      };
      const std::int64_t least = smallest_for_which(1, 100, gives_all);
      change.statement = ceiling_of(limit.value, limit.scope.group, Rate::percent(least));
    }
    const auto version = with(changes);
    if (version)
      propose(Aim::widens, changes, version->plan(), people_.rooms_under(version->plan()));
    if (changes.size() == 1 && changes.front().kind == ChangeKind::lift_limit)
      add_steps(changes.front());
  }

  /// What five and ten points of pay more come to, where the ceiling is a percent.
  void add_steps(const PlanChange& lifted) {
    const Provision<ContributionLimit>& limit = *limit_at(plan_, lifted.instead_of);
    if (limit.value.amount.basis != Amount::Basis::of_pay) return;
    for (const std::int64_t points : {5, 10}) {
      PlanChange step = lifted;
      step.statement = ceiling_of(limit.value, limit.scope.group,
                                  limit.value.amount.rate + Rate::percent(points));
      const auto version = with({step});
      if (!version) return;
      const Money total = people_.rooms_under(version->plan()).total;
      Proposal& proposal = advice_.proposals.back();
      if (total >= proposal.worth.front().after) return;
      if (total > proposal.worth.front().before) proposal.steps.push_back({step.statement, total});
    }
  }

  void ease() {
    for (const PlanChange& change : easing_changes(plan_, year_)) {
      const auto version = with({change});
      if (!version) continue;
      const checker::Checker checker{version->plan(), asked_.year, asked_.limits};
      const auto before = advice_.answer.grade, after = checker.plan_answer().grade;
      if (!before || !after || *after >= *before) continue;
      propose(Aim::eases, {change}, version->plan(), people_.rooms_under(version->plan()));
    }
  }

  /// The ceiling at which no money of the highly compensated goes back.
  void fit() {
    if (!now_.rate || now_.hce_within_rate || now_.rate->count == 0) return;
    Group hce;
    hce.highly_compensated = true;
    const ContributionLimit limit{.amount = {}, .kinds = {Kind::after_tax}};
    const auto same = std::find_if(plan_.limits.begin(), plan_.limits.end(), [&](const auto& one) {
      return one.value.kinds == limit.kinds && one.scope.group == hce;
    });
    const PlanChange change{.kind = ChangeKind::hold_hce,
                            .block = "contributions",
                            .statement = ceiling_of(limit, hce, Rate{now_.rate->count, 10'000}),
                            .instead_of = same == plan_.limits.end() ? Span{} : same->where};
    const auto version = with({change});
    if (!version) return;
    const Rooms rooms = people_.rooms_under(version->plan());
    if (rooms.hce_within_rate && rooms.rate) propose(Aim::fits, {change}, version->plan(), rooms);
  }

  /// What opens, then what widens by the dollars that the test leaves, then those on paper.
  void rank() {
    std::stable_sort(advice_.proposals.begin(), advice_.proposals.end(),
                     [](const Proposal& one, const Proposal& other) {
                       if (one.aim != other.aim) return one.aim < other.aim;
                       const auto left = [](const Proposal& it) {
                         return it.left_after.value_or(it.worth.front().after);
                       };
                       if (left(one) != left(other)) return left(one) > left(other);
                       return one.gained() > other.gained();
                     });
  }

  const Plan& plan_;
  const AdviceAsked& asked_;
  checker::PlanKinds kinds_;
  PlanYear year_;
  People people_;
  Rooms now_;
  PlanAdvice advice_;
};

}  // namespace

PlanAdvice advice_for(const Plan& plan, const AdviceAsked& asked) {
  return Advisor{plan, asked}.advice();
}

}  // namespace rothcheck::run
