// What a plan says to one group of people in one year: dates, groups and amendments are settled
// here, once a group.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "checker/law/figures.hpp"
#include "checker/terms/groups.hpp"
#include "checker/terms/match.hpp"
#include "model/plan.hpp"

namespace rothcheck::checker {

/// A permission over the year: the part of the year it covers, and what must have happened first.
struct PermissionTerm {
  Answer answer = Answer::not_stated;
  Span where = {};
  Rate share = Rate::whole(1);  // of the year, where it is allowed
  Conditions conditions = {};
};

struct LimitTerm {
  Kinds kinds;
  AmountTerm amount;
  Rate outside = {};  // share of the year in which it does not hold: nothing but pay bounds that
  bool of_base_pay = false;  // its percent is
  bool per_hour = false;     // its dollars are
  /// Each pay period is held to its own share, so that what it leaves is lost.
  bool each_pay_period = false;
  /// In cents, of each pay period, times the share of the year in which that holds.
  Rate cents_of_period = {};

  /// What it lets in over the year: of plan compensation while it holds, of all pay while it does
  /// not. A ceiling rounds down.
  Money ceiling(Money plan_pay, Money pay) const {
    const Money held = amount.value(plan_pay, Round::down);
    return outside.is_zero() ? held : with_time_outside(plan_pay, pay);
  }

 private:
  [[gnu::noinline, gnu::cold]] Money with_time_outside(Money plan_pay, Money pay) const;
};

/// A ceiling in percent of pay while it holds.
struct CeilingInPart {
  Kinds kinds;
  Rate rate;
  Span where;
  bool of_base_pay = false;
  bool operator==(const CeilingInPart&) const = default;
};
/// A part of the year in which no such ceiling begins or ends, and no money begins or ceases to be
/// taken.
struct PartTerm {
  int days = 0;
  bool takes_pre_tax = true, takes_roth = true, takes_after_tax = true;
  std::vector<CeilingInPart> ceilings = {};
  bool operator==(const PartTerm&) const = default;
};

struct MatchTerm {
  Kinds counts;
  std::vector<MatchFormulaTerm> formulas = {};  // the largest is the match
  std::vector<AmountTerm> limits = {};          // in dollars, or unknown
  std::optional<AmountTerm> limit_of_pay = {};  // where one in percent of pay holds all year
  bool discretionary = false;
  std::optional<AmountTerm> discretionary_limit =
      {};  // of a discretionary match; none: what 415(c) leaves
  bool unknown = false;
  std::optional<Period> period;
  std::optional<bool> true_up;
  std::optional<MonthDay> employed_on;
  Span where;
  std::optional<int> hours = {};
  bool stops_at_415 = false;
};

struct NonelectiveTerm {
  AmountTerm amount;
  bool discretionary = false;
  bool without_ceiling = false;
  std::optional<MonthDay> employed_on;
  Money above = {};  // of pay above that
  bool above_wage_base = false;
  Rate share = Rate::whole(1);  // of the year in which it is paid
  bool per_hour = false;
  std::optional<AmountTerm> at_least = {};
  std::optional<int> hours = {};
  bool stops_at_415 = false;
};

/// Money that everybody must contribute, which uses 415(c) room and, unless it is picked up, is
/// employee money of the ACP test.
struct MandatoryTerm {
  AmountTerm amount;
  bool picked_up = false;
};

/// Two clauses that apply to one person and disagree.
struct Conflict {
  Span one, other;
};

struct Terms {
  std::array<PermissionTerm, 7> contributions;  // by Kind, pre_tax to catch_up_last_3_years
  PermissionTerm rollover, distribution;        // of after-tax money
  std::vector<LimitTerm> limits, minimums;
  std::vector<LimitTerm> deferral_limits, after_tax_limits;  // of the limits, those on such money
  // Where they are more than one. All ceilings of a part hold together there.
  std::vector<PartTerm> parts;
  std::optional<Span> only_after_402g;
  bool spills_to_after_tax = false;  // unless the person must opt in
  bool spills_to_catch_up = false;
  std::optional<AmountTerm> spillover_up_to;
  std::vector<MatchTerm> matches;
  std::vector<NonelectiveTerm> nonelectives;
  std::vector<AmountTerm> other_additions;
  std::vector<MandatoryTerm> mandatory = {};
  AtPayLimit at_pay_limit = AtPayLimit::stop_nothing;
  PaySet counted_pay, match_counted_pay, nonelective_counted_pay;  // empty: all pay
  std::vector<Conflict> conflicts;
  bool roth_implied = false;  // by an in-plan Roth rollover, where the plan says nothing
  std::optional<Rate> normal_retirement_age = {};
  std::optional<Duration> employer_money_wait = {};  // of service, before any is contributed
  std::optional<RothCatchUp> roth_catch_up = {};     // nothing: the plan does not say
  bool only_while_participant = false;
  bool limits_base_pay = false;  // some limit or minimum is in percent of base pay
  // The match goes by class, or nonelective money does, and no line is for this one.
  bool class_without_match = false, class_without_nonelective = false;

  bool class_without_money() const { return class_without_match || class_without_nonelective; }

  const PermissionTerm& contribution(Kind kind) const {
    return contributions[static_cast<std::size_t>(kind)];
  }
};

/// Into how many parts the plan year falls, because clauses begin or end inside it.
std::size_t parts_of_year(const Plan& plan, const Figures& law);

Terms terms_for(const Plan& plan, const GroupFacts& facts, const Figures& law);

}  // namespace rothcheck::checker
