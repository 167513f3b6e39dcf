// One settled person's year as elections see it: what each paycheck can hold, what the limits are
// for a given match, and the elections of one style.
#pragma once

#include "checker/advice/spread.hpp"
#include "checker/year/assess.hpp"
#include "checker/year/resolve.hpp"

namespace rothcheck::checker {

/// The elections of a style and what comes of them.
struct Solved {
  Spread deferrals, after_tax;
  /// Of the whole year.
  Money deferral_target, after_tax_target;
  PaidMatch match;
  Money whole_match;
  /// Of the year, where no paycheck left holds more.
  std::optional<Money> deferred;
  /// The year with this match.
  YearResult result;
};

/// A limit of the plan on one paycheck.
struct PeriodLimit {
  Kinds kinds;
  Money most;
};

class ElectionYear {
 public:
  /// `participant` has the pay of the year's paychecks; `match_stated` is a match that holds
  /// whatever is elected.
  ElectionYear(const Plan& plan, const Figures& law, const Participant& participant, Person person,
               const PayYear& pay, const ElectionFacts& facts, std::optional<Money> match_stated);

  Solved solve(Style style, bool keep_match, MatchReading reading) const;
  /// Whether the time at which money goes in decides any match.
  bool has_floors(MatchReading reading) const;
  /// The year with a given match, and every line of how it comes about. `deferred` where the
  /// paychecks left cannot hold what might have been deferred.
  YearResult result_with(Money match, std::optional<Money> deferred = std::nullopt) const;
  YearResult result_with(Money match, std::optional<Money> deferred, Explained& record) const;
  /// The year in which that much is deferred, for elections that are not looked for but given.
  Deferrals deferring(Money all) const;
  PaidMatch match_of(const Deferrals& year, const Amounts& deferrals, const Amounts& after_tax,
                     MatchReading reading) const;

  const Terms& terms() const { return terms_; }
  const Person& person() const { return person_; }
  const Figures& law() const { return *law_; }
  const PayYear& pay() const { return *pay_; }
  const SoFar& so_far() const { return so_far_; }
  Grain grain() const { return grain_; }
  const std::vector<Holds>& deferral_holds() const { return deferral_holds_; }
  std::vector<Holds> after_tax_holds(const Amounts& deferrals) const;
  /// Deferrals that payroll must stop, because after-tax money starts behind them.
  bool stops_at_limit() const { return terms_.only_after_402g.has_value(); }
  Money additions_limit() const;
  /// The most match that the plan's formulas can come to in a year; none where an amount is open.
  std::optional<Money> most_match() const;

 private:
  Person with(Money match, std::optional<Money> deferred) const;
  void hold_by_paycheck();
  void fill_holds(const Plan& plan, const ElectionFacts& facts);
  Amounts floors(const PeriodMatch& match, Kind kind, const std::vector<Holds>& holds) const;
  Spread spread_deferrals(Style style, Money target, const Amounts& floors) const;
  void solve_deferrals(Solved& found, Style style, bool keep_match, MatchReading reading) const;
  void solve_after_tax(Solved& found, Style style, bool keep_match, MatchReading reading) const;

  Terms terms_;
  Person person_;
  const Figures* law_;
  const PayYear* pay_;
  SoFar so_far_;
  Grain grain_;
  std::optional<Money> match_stated_;
  std::optional<Money> after_tax_wanted_;
  std::optional<Rate> highest_after_tax_;
  /// Of each paycheck; of after-tax money before any deferral.
  std::vector<Holds> deferral_holds_, after_tax_holds_;
  /// Of each paycheck; none where the plan has no limit for each pay period.
  std::vector<std::vector<PeriodLimit>> period_limits_;
};

}  // namespace rothcheck::checker
