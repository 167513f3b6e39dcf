// Reads top to bottom like the worksheet it fills: pay, deferrals, employer money, limits, room.
#include "checker/year/assess.hpp"

#include <algorithm>

#include "checker/year/contributions.hpp"
#include "checker/year/limits_by_part.hpp"
#include "checker/year/limits_by_period.hpp"
#include "checker/year/net_compensation.hpp"
#include "checker/year/plan_limits.hpp"

namespace rothcheck::checker {
namespace {

/// The constraint that decides so far: the least, and of equals the first in the order of
/// `Binding`.
struct BindingLimit {
  /// The least of those that are not of 415(c): the plan's limits and pay.
  Money outside_415 = Money::ceiling();
  Money amount = Money::ceiling();
  Binding name = Binding::pay;
  Span where = {};

  bool in_415() const {
    return name == Binding::annual_additions_limit || name == Binding::compensation_limit ||
           name == Binding::earned_income_limit;
  }

  void meet(Binding other, Money other_amount, Span other_where) {
    if (other == Binding::plan_limit || other == Binding::pay)
      outside_415 = lesser(outside_415, other_amount);
    if (other_amount > amount || (other_amount == amount && other >= name)) return;
    amount = other_amount;
    name = other;
    where = other_where;
  }
};

/// Everything about a person's year that does not depend on the after-tax amount.
struct Year {
  const Terms& terms;
  const Person& person;
  const Figures& law;
  const Deferrals& deferrals;
  const Matching& matching;
  const AnnualAdditions& other;
  /// An open employer contribution may take all that is left.
  const bool filled;

  /// Of the self-employed, of earned income less the employer's nonelective money.
  CompensationLimit limit_of_pay() const {
    return compensation_limit(person, law, other.nonelective);
  }
};

template <class Recorder>
Money under_dollar_limit(const Year& year, Recorder& record) {
  const Money room =
      year.filled ? Money{}
                  : most_after_tax(year.matching, dollar_limit(year.law, year.person.other_plans),
                                   year.other.sum());
  auto& lines = record.lines;
  lines.start(LineKind::annual_additions_limit, year.law.annual_additions.amount);
  lines.rests_on(LimitKey::annual_additions_415c, year.law.annual_additions.year);
  if (year.person.other_plans.additions > Money{})
    lines.less(LineKind::aggregated_additions, year.person.other_plans.additions);
  if (year.person.other_plans.additions_403b > Money{})
    lines.less(LineKind::additions_403b, year.person.other_plans.additions_403b);
  explain_additions(year.other, year.matching, room, LineKind::room_annual_additions, lines);
  return room;
}

template <class Lines>
void explain_other_plans(const CompensationLimit& limit, Lines& lines) {
  if (limit.pay_elsewhere > Money{}) lines.add(LineKind::pay_elsewhere, limit.pay_elsewhere);
  if (limit.aggregated > Money{}) lines.less(LineKind::aggregated_additions, limit.aggregated);
  if (limit.in_403b > Money{}) lines.less(LineKind::additions_403b, limit.in_403b);
}

template <class Recorder>
Money under_pay_limit(const Year& year, Recorder& record) {
  const bool own_pocket = year.person.self_employed;
  const MatchCounts counts = own_pocket ? MatchCounts::twice : MatchCounts::once;
  const CompensationLimit limit = year.limit_of_pay();
  const Money room = year.filled
                         ? Money{}
                         : most_after_tax(year.matching, limit.amount(), year.other.sum(), counts);
  auto& lines = record.lines;
  if (own_pocket) {
    lines.start(LineKind::earned_income_before, year.person.pay);
    lines.less(LineKind::earned_income_employer, year.other.nonelective + year.matching.with(room));
    explain_other_plans(limit, lines);
    explain_additions(year.other, year.matching, room, LineKind::room_earned_income, lines);
  } else {
    lines.start(LineKind::compensation_limit, limit.own);
    explain_other_plans(limit, lines);
    explain_additions(year.other, year.matching, room, LineKind::room_compensation, lines);
  }
  return room;
}

/// Nobody contributes more than is paid, and after-tax money only out of the pay of the time in
/// which it is taken.
template <class Recorder>
Money under_pay_itself(const Year& year, Recorder& record) {
  const Rate share = year.terms.contribution(Kind::after_tax).share;
  Money pay = year.person.self_employed
                  ? compensation_of_self_employed(year.person.pay, year.other.nonelective)
                  : year.person.pay;
  if (year.person.counts_in_part()) [[unlikely]]
    pay = portion(year.person.counted_as_participant, pay, Round::down);
  if (year.terms.at_pay_limit == AtPayLimit::stop_all)
    pay = compensation_taken_into_account(pay, year.law);
  // The self-employed pay the match, too, out of what they earn.
  const Money left = year.person.self_employed
                         ? most_after_tax(year.matching, pay, year.deferrals.all)
                         : remainder(pay, year.deferrals.all);
  if (year.person.self_employed) pay = remainder(pay, year.matching.with(left));
  const Money available = portion(share, left, Round::down);
  record.lines.start(LineKind::pay_available, portion(share, pay, Round::down));
  record.lines.less(LineKind::less_all_deferrals, portion(share, pay, Round::down) - available);
  record.lines.result(LineKind::room_pay, available);
  return available;
}

template <class Recorder>
BindingLimit most_room(const Year& year, Recorder& record) {
  BindingLimit least;
  const auto meet = [&](Binding name, Money amount, Span where = {}) {
    record.constraint(name, amount, where);
    least.meet(name, amount, where);
  };
  bool each_period = false;
  for (const LimitTerm& limit : year.terms.after_tax_limits) {
    const Money amount = left_under(limit, year.terms, year.person, year.deferrals, year.matching,
                                    year.other.nonelective, record.lines);
    if (amount < Money::ceiling()) meet(Binding::plan_limit, amount, limit.amount.where);
    each_period = each_period || limit.each_pay_period;
  }
  const auto meet_sum = [&](const LeftByPart& left) {
    if (left.amount >= least.amount) return;
    const bool of_plan = left.where.somewhere();
    record.lines.result(of_plan ? LineKind::room_plan_limit : LineKind::room_pay, left.amount,
                        left.where);
    meet(of_plan ? Binding::plan_limit : Binding::pay, left.amount, left.where);
  };
  if (each_period) [[unlikely]]
    meet_sum(left_by_period(year.terms, year.person, year.law, year.deferrals, year.matching,
                            year.other.nonelective));
  if (!year.terms.parts.empty()) [[unlikely]]
    meet_sum(left_by_part(year.terms, year.person, year.deferrals, year.matching,
                          year.other.nonelective));
  if (year.terms.only_after_402g && !year.person.reaches_402g) {
    const Money left_of_402g =
        remainder(year.law.deferrals.amount, year.person.deferrals_elsewhere);
    // A ceiling of the plan below the limit keeps deferrals from ever using it; pay below it leaves
    // nothing to contribute anyway.
    if (year.deferrals.ordinary() < lesser(left_of_402g, year.person.pay)) {
      record.lines.result(LineKind::room_plan_limit, Money{}, *year.terms.only_after_402g);
      meet(Binding::plan_limit, Money{}, *year.terms.only_after_402g);
    }
  }
  if (!year.law.is_457b()) {
    meet(Binding::annual_additions_limit, under_dollar_limit(year, record));
    meet(year.person.self_employed ? Binding::earned_income_limit : Binding::compensation_limit,
         under_pay_limit(year, record));
  }
  meet(Binding::pay, under_pay_itself(year, record));
  return least;
}

/// What the person elects after tax, and what spills over from deferrals.
template <class Recorder>
std::optional<Money> planned_after_tax(const Terms& terms, const Person& person,
                                       const Deferrals& deferrals, Recorder& record) {
  Money spilled;
  if (terms.spills_to_after_tax) {
    spilled = deferrals.beyond();
    if (terms.spillover_up_to && !terms.spillover_up_to->unknown) {
      spilled = lesser(spilled, terms.spillover_up_to->value(person.limits_pay, Round::down));
    }
  }
  if (!person.after_tax && spilled == Money{}) return std::nullopt;
  const Money elected = yearly(person.after_tax, person.counted_pay);
  if (spilled > Money{}) record.lines.fact(LineKind::spillover, spilled);
  record.lines.fact(LineKind::planned, elected + spilled);
  return elected + spilled;
}

void explain_employer(const Year&, Unexplained&) {}

/// The match and the employer money in all, as they stand at the answer, which the lines after
/// these then derive.
void explain_employer(const Year& year, Explained& record) {
  Unexplained quiet;
  const bool permitted = year.person.after_tax_allowed;
  const Money room = permitted ? most_room(year, quiet).amount : Money{};
  nonelective_of(year.terms, year.person, year.law, year.deferrals, year.matching.with(Money{}),
                 record.lines);
  for (const MandatoryTerm& line : year.terms.mandatory) {
    record.lines.fact(line.picked_up ? LineKind::picked_up_line : LineKind::mandatory_line,
                      line.amount.value(year.person.nonelective_pay, Round::nearest),
                      line.amount.where);
  }
  year.matching.explain(room, record.lines);
  record.lines.start(LineKind::match_total, year.matching.with(room));
  record.lines.add(LineKind::nonelective_line, year.other.nonelective);
  record.lines.result(year.law.is_457b() ? LineKind::employer_457b : LineKind::employer,
                      year.matching.with(room) + year.other.nonelective);
}

/// A minimum that the contributions it covers cannot reach leaves no room at all.
const AmountTerm* minimum_missed(const Year& year, Money room) {
  for (const LimitTerm& minimum : year.terms.minimums) {
    if (!minimum.kinds.has(Kind::after_tax) || minimum.amount.unknown) continue;
    const bool deferrals_too = minimum.kinds.has(Kind::pre_tax) || minimum.kinds.has(Kind::roth);
    const Money reached = room + (deferrals_too ? year.deferrals.all : Money{});
    const Money pay = pay_of_limit(minimum.of_base_pay, false, year.person);
    if (reached < minimum.amount.value(pay, Round::down)) return &minimum.amount;
  }
  return nullptr;
}

template <class Recorder>
void explain_pay(const Terms& terms, const Person& person, const Figures& law, Recorder& record) {
  auto& lines = record.lines;
  if (person.nets_pay && person.net_pay < person.pay) {
    lines.start(LineKind::earned_income_before, person.pay);
    lines.less(LineKind::earned_income_employer, person.pay - person.net_pay);
    lines.result(LineKind::earned_income, person.net_pay);
  } else if (person.self_employed) {
    lines.fact(LineKind::earned_income_before, person.pay);
  } else {
    lines.fact(law.is_457b() ? LineKind::includible_pay : LineKind::pay, person.pay);
  }
  lines.fact(LineKind::compensation_limit_401a17, law.compensation.amount);
  lines.rests_on(LimitKey::compensation_401a17, law.compensation.year);
  lines.fact(person.counts_in_part() ? LineKind::participation_pay : LineKind::plan_pay,
             person.limits_pay);
  if (!terms.match_counted_pay.empty()) lines.fact(LineKind::match_pay, person.match_pay);
  if (!terms.nonelective_counted_pay.empty())
    lines.fact(LineKind::nonelective_pay, person.nonelective_pay);
}

/// The decision, with what a minimum or a plan without after-tax money makes of it.
template <class Recorder>
BindingLimit decided(const Year& year, YearResult& answer, Recorder& record) {
  explain_employer(year, record);
  BindingLimit least = most_room(year, record);
  if (!answer.permitted) {
    least = {Money{}, Money{}, Binding::not_permitted,
             year.terms.contribution(Kind::after_tax).where};
    record.constraint(least.name, least.amount, least.where);
    record.lines.result(LineKind::room_not_permitted, Money{}, least.where);
  } else if (const AmountTerm* minimum = minimum_missed(year, least.amount)) {
    answer.below_minimum = true;
    answer.minimum_at = minimum->where;
    least.meet(Binding::plan_limit, Money{}, minimum->where);
    record.constraint(Binding::plan_limit, Money{}, minimum->where);
    record.lines.result(LineKind::room_below_minimum, Money{}, minimum->where);
  }
  record.lines.least(year.law.is_457b() ? LineKind::room_457b : LineKind::room, least.amount,
                     least.where);
  return least;
}

/// 415(c) is one of the limits beyond which a deferral is catch-up, so after-tax money that fills
/// it could turn ordinary deferrals into catch-up. Whether a plan lets it depends on its correction
/// order.  READING.md R3.6
Money possible_more(const BindingLimit& least, const Deferrals& deferrals, const Person& person,
                    const Figures& law) {
  if (!least.in_415()) return Money{};
  const Money unused = unused_catch_up(deferrals, person, law);
  return recharacterised(remainder(least.outside_415, least.amount), unused, deferrals.ordinary());
}

template <class Recorder>
Money remaining(const YearResult& answer, const Person& person, Recorder& record) {
  const Money left =
      person.periods_are_over ? Money{} : remainder(answer.room, person.after_tax_so_far);
  if (person.after_tax_so_far == Money{}) return left;
  record.lines.start(LineKind::room, answer.room);
  record.lines.less(LineKind::contributed_so_far, person.after_tax_so_far);
  record.lines.result(LineKind::remaining, left);
  return left;
}

/// The answer, with the pay of the self-employed as it is given.
template <class Recorder>
YearResult assess_paid(const Terms& terms, const Person& person, const Figures& law,
                       Recorder& record) {
  YearResult answer;
  if (!person.eligible) {
    answer.permitted = false;
    return answer;
  }
  answer.permitted = person.after_tax_allowed;
  explain_pay(terms, person, law, record);
  Deferrals deferrals = deferrals_of(terms, person, law, record.lines);
  OtherContributions money = other_contributions(terms, person, law, deferrals);
  if (!money.fits()) [[unlikely]] {
    const LineKind catch_up = law.is_457b() ? LineKind::catch_up_457b : LineKind::catch_up;
    if (deferrals.assumed) {
      const Money before = deferrals.catch_up;
      give_way(deferrals, terms, person, law);
      record.lines.fact(LineKind::deferrals_assumed, deferrals.all);
      if (deferrals.catch_up != before) record.lines.fact(catch_up, deferrals.catch_up);
    } else {
      answer.recharacterised = recharacterise(deferrals, money.over, person, law);
      answer.over_additions = money.over - answer.recharacterised;
      answer.over_earned_income = money.over_earned_income;
      record.lines.fact(catch_up, deferrals.catch_up);
    }
    money = other_contributions(terms, person, law, deferrals);
  }

  answer.special_catch_up = special_catch_up_of(deferrals, person, law);
  if (answer.special_catch_up > Money{})
    record.lines.fact(law.is_457b() ? LineKind::last_three_years : LineKind::fifteen_years,
                      answer.special_catch_up);
  answer.stopped = money.stopped;
  if (money.stopped > Money{}) record.lines.fact(LineKind::stopped_at_415, money.stopped);
  const Year year{terms, person, law, deferrals, money.matching, money.other, money.filled};
  const BindingLimit least = decided(year, answer, record);
  answer.room = least.amount;
  answer.binding = least.name;
  answer.binding_at = least.where;
  answer.remaining = remaining(answer, person, record);
  answer.possible_more = answer.permitted ? possible_more(least, deferrals, person, law) : Money{};
  answer.planned = planned_after_tax(terms, person, deferrals, record);

  const Money match = money.matching.with(answer.room);
  answer.additions_limit = money.limit;
  answer.deferrals = deferrals.all;
  answer.most_deferrals = deferrals.most_with_others;
  answer.catch_up = deferrals.catch_up;
  answer.employer = match + money.nonelective.amount;
  answer.plan_pay = person.limits_pay;
  answer.counts_pay_in_part = person.counts_in_part();
  answer.elections = deferrals;
  if (person.roth_catch_up_required && deferrals.catch_up > Money{}) {
    const bool stated = !deferrals.assumed && !deferrals.of_no_kind;
    const Money roth = yearly(person.roth, person.counted_pay) + deferrals.deemed_roth;
    if (stated) answer.roth_catch_up_short = roth_catch_up_short(deferrals.catch_up, roth);
  }
  answer.nonelective = money.nonelective.amount;
  answer.nonelective_most = money.nonelective.most;
  answer.match_lost = money.matching.loses_match();
  if (money.filled) {
    // The most such a contribution can be is what the limits leave.
    const Money limit = lesser(dollar_limit(law, person.other_plans), year.limit_of_pay().amount());
    answer.employer += remainder(limit, money.other.sum() + match);
  }
  return answer;
}

/// Match on after-tax money lowers the pay of the self-employed, and with it what may go in after
/// tax: until the one leaves the other as it is.
[[gnu::noinline, gnu::cold]] Person paid_beside_its_room(const Terms& terms, Person person,
                                                         const Figures& law) {
  Unexplained quiet;
  Money room;
  for (int times = 0; times < 32; ++times) {
    const Money next = assess_paid(terms, person, law, quiet).room;
    if (next == room) break;
    room = next;
    take_net_compensation(person, terms, law, room);
  }
  return person;
}

bool matches_after_tax(const Terms& terms) {
  return std::any_of(terms.matches.begin(), terms.matches.end(),
                     [](const MatchTerm& match) { return match.counts.has(Kind::after_tax); });
}

}  // namespace

template <class Recorder>
YearResult assess(const Terms& terms, const Person& person, const Figures& law, Recorder& record) {
  if (person.nets_pay && !person.match && matches_after_tax(terms)) [[unlikely]]
    return assess_paid(terms, paid_beside_its_room(terms, person, law), law, record);
  return assess_paid(terms, person, law, record);
}

template YearResult assess(const Terms&, const Person&, const Figures&, Explained&);
template YearResult assess(const Terms&, const Person&, const Figures&, Unexplained&);

}  // namespace rothcheck::checker
