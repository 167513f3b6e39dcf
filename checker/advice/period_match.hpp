// The match paycheck by paycheck: by the plan's period, with its true-up, through the formulas of
// checker/law. What a plan is silent on is a reading that the caller chooses.
#pragma once

#include <vector>

#include "checker/advice/paychecks.hpp"
#include "checker/year/employer.hpp"

namespace rothcheck::checker {

/// One way to take what the plan does not say about when its match is figured.
struct MatchReading {
  /// A match without a period is figured once, over the year.
  bool whole_year = true;
  /// A period's match without a word on a true-up has one.
  bool true_up = true;
  /// It stops when pay reaches the 401(a)(17) limit; else the limit is spread over the year's pay.
  bool stops = false;
};

/// Whether each period of a match stands for itself under this reading, without a true-up.
bool stands_by_period(const MatchTerm& match, MatchReading reading);

/// What has gone in before the first paycheck that is left.
struct SoFar {
  Money deferrals, after_tax, match;
};

/// Amounts of one kind, one a paycheck that is left.
using Amounts = std::vector<Money>;
Money sum_of(const Amounts& amounts);

struct PaidMatch {
  /// The pay date that completes each period.
  Amounts on;
  /// A true-up or a yearly match, as of December 31.
  Money year_end;
  /// All of the year, that of before included.
  Money year;
};

class PeriodMatch {
 public:
  /// `deferrals` is the year that is aimed at: it tells what of a deferral is catch-up, which the
  /// match may not count. Everything referred to must outlive this.
  PeriodMatch(const Terms& terms, const Person& person, const Figures& law, const PayYear& pay,
              const Deferrals& deferrals, const SoFar& so_far, MatchReading reading);

  PaidMatch with(const Amounts& deferrals, const Amounts& after_tax) const;
  /// The formulas over the whole year's pay: what a true-up brings the match to.
  Money whole(const Amounts& deferrals, const Amounts& after_tax) const;

  bool counts_after_tax() const;
  /// The least of each paycheck's contribution that earns all of its match, of deferrals or of
  /// after-tax money; zero where the time does not matter.
  Amounts floors(Kind kind, const Amounts& most) const;

 private:
  /// What the match counts of one paycheck, or of all before.
  struct Counted {
    Money contributions, pay;
  };
  /// The paychecks of one period: the indices [begin, end) of those that are left.
  struct Group {
    std::size_t begin, end;
  };

  bool by_period(const MatchTerm& match) const { return stands_by_period(match, reading_); }
  bool stops() const;
  Money counted_of_year(const MatchTerm& match) const;
  Rate deferral_share(const MatchTerm& match) const;
  Money counted_of(const MatchTerm& match, Money deferred) const;
  Money loans_until(std::int64_t paychecks) const;
  std::int64_t paychecks_gone() const;
  Counted before(const MatchTerm& match) const;
  std::vector<Counted> counted(const MatchTerm& match, const Amounts& deferrals,
                               const Amounts& after_tax) const;
  std::vector<Group> groups(const MatchTerm& match) const;
  int periods(const MatchTerm& match) const;
  std::vector<MatchFormulaTerm> formulas_on(const MatchTerm& match, Date day) const;
  ExactCents of_period(const MatchTerm& match, Date day, Counted counted) const;
  Amounts by_periods(const MatchTerm& match, const std::vector<Counted>& each) const;
  Money of_year(const MatchTerm& match, const std::vector<Counted>& each) const;

  const Terms* terms_;
  const Person* person_;
  const Figures* law_;
  const PayYear* pay_;
  const Deferrals* deferrals_;
  SoFar so_far_;
  MatchReading reading_;
  /// Those that the person gets.
  std::vector<const MatchTerm*> matches_;
  /// That the match is figured on, 401(a)(17) aside; and of each paycheck, under 401(a)(17).
  Money pay_before_;
  Amounts match_pay_;
  /// Of each paycheck's pay, which comes before it stops.
  std::vector<Rate> share_;
};

/// What the plan's pay codes make of regular pay and bonuses, to the nearest cent.
Money pay_counted(const PaySet& counted, Money regular, Money bonus);

}  // namespace rothcheck::checker
