// Deferrals first, then the match on them, then what after-tax room that leaves.
#include "checker/advice/election_year.hpp"

#include <algorithm>

#include "checker/law/eligible_deferred_compensation.hpp"
#include "checker/terms/applicable.hpp"
#include "checker/year/annual_additions.hpp"
#include "checker/year/limit_ceiling.hpp"
#include "model/search.hpp"

namespace rothcheck::checker {

namespace {

/// Whether a kind is taken on that day; where the plan is silent, as the year is settled.
bool taken_on(const Plan& plan, const GroupFacts& facts, Kind kind, Date day, bool if_silent) {
  auto clauses = applicable(plan.contributions, YearPart{day, day, 1}, facts);
  std::erase_if(clauses, [kind](const auto* clause) { return clause->value.kind != kind; });
  keep_most_particular(clauses);
  if (clauses.empty() || clauses.back()->value.answer == Answer::not_stated) return if_silent;
  return clauses.back()->value.answer == Answer::allowed;
}

Money share_of(const std::optional<Rate>& most, Money pay) {
  return most ? portion(*most, pay, Round::down) : pay;
}

/// The plan's limits for each pay period on one paycheck.
std::vector<PeriodLimit> limits_on(const Plan& plan, const GroupFacts& facts, const Paycheck& check,
                                   Money counted) {
  std::vector<PeriodLimit> limits;
  for (const auto* clause : applicable(plan.limits, YearPart{check.on, check.on, 1}, facts)) {
    const ContributionLimit& limit = clause->value;
    if (!limit.each_pay_period) continue;
    const Money pay = limit.amount.basis == Amount::Basis::of_base_pay ? check.regular : counted;
    limits.push_back({limit.kinds, limit.amount.is_of_pay()
                                       ? portion(limit.amount.rate, pay, Round::down)
                                       : limit.amount.money});
  }
  return limits;
}

/// Catch-up goes in above a limit that does not name it.
Money most_deferred(const std::vector<PeriodLimit>& limits, const Person& person) {
  Money most = Money::ceiling();
  for (const PeriodLimit& limit : limits) {
    const bool all = limit.kinds.has(Kind::pre_tax) && limit.kinds.has(Kind::roth);
    if (all && (limit.kinds.has(Kind::catch_up) || person.catch_up_age == 0))
      most = lesser(most, limit.most);
  }
  return most;
}

Money most_after_tax(const std::vector<PeriodLimit>& limits, Money deferral) {
  Money most = Money::ceiling();
  for (const PeriodLimit& limit : limits) {
    if (!limit.kinds.has(Kind::after_tax)) continue;
    const bool deferrals = limit.kinds.has(Kind::pre_tax) || limit.kinds.has(Kind::roth);
    most = lesser(most, remainder(limit.most, deferrals ? deferral : Money{}));
  }
  return most;
}

Amounts nothing_on(const std::vector<Holds>& holds) { return Amounts(holds.size()); }

Amounts most_of(const std::vector<Holds>& holds) {
  Amounts most;
  for (const Holds& one : holds) most.push_back(one.most);
  return most;
}

}  // namespace

ElectionYear::ElectionYear(const Plan& plan, const Figures& law, const Participant& participant,
                           Person person, const PayYear& pay, const ElectionFacts& facts,
                           std::optional<Money> match_stated)
    : terms_{terms_for(plan, person.group, law)},
      person_{std::move(person)},
      law_{&law},
      pay_{&pay},
      so_far_{facts.deferrals_ytd.value_or(Money{}), participant.after_tax_ytd.value_or(Money{}),
              facts.match_ytd.value_or(Money{})},
      grain_{facts.grain.value_or(Grain::percent)},
      match_stated_{match_stated} {
  Silence silence;
  settle(person_, participant, terms_, law, silence);
  if (participant.after_tax) after_tax_wanted_ = yearly(participant.after_tax, person_.counted_pay);
  person_.pay_periods = pay.pay_dates;
  hold_by_paycheck();
  fill_holds(plan, facts);
}

/// A limit for each pay period is a limit of the year that every paycheck is held to by itself.
void ElectionYear::hold_by_paycheck() {
  for (auto* limits : {&terms_.limits, &terms_.deferral_limits, &terms_.after_tax_limits}) {
    for (LimitTerm& limit : *limits) {
      if (!limit.each_pay_period) continue;
      limit.amount.fixed = ceiling_of_periods(limit, person_, Money{});
      limit.cents_of_period = {};
      limit.each_pay_period = false;
    }
  }
}

void ElectionYear::fill_holds(const Plan& plan, const ElectionFacts& facts) {
  const bool from_bonus = facts.from_bonus.value_or(true);
  const Money limit = law_->compensation.amount;
  const bool ends = terms_.at_pay_limit == AtPayLimit::stop_all;
  const bool has_period_limits =
      std::any_of(plan.limits.begin(), plan.limits.end(),
                  [](const auto& stated) { return stated.value.each_pay_period; });
  const auto before_entry = [&](Date day) {
    return person_.entered_on && day < *person_.entered_on;
  };
  Money to_date = pay_->so_far();
  for (const Paycheck& check : pay_->left) {
    const Money bonus = from_bonus ? check.bonus : Money{};
    Money pay = check.regular + bonus;
    Money counted = pay_counted(terms_.counted_pay, check.regular, bonus);
    if (ends && check.pay() > Money{}) {
      // Contributions stop when pay reaches the 401(a)(17) limit, on the paycheck that passes it
      // too.
      const Money left = lesser(remainder(limit, to_date), check.pay());
      const Rate share{left.in_cents(), check.pay().in_cents()};
      pay = portion(share, pay, Round::down);
      counted = portion(share, counted, Round::down);
    }
    to_date += check.pay();
    const auto taken = [&](Kind kind, bool if_silent) {
      return person_.eligible && !before_entry(check.on) &&
             taken_on(plan, person_.group, kind, check.on, if_silent);
    };
    const Money most = share_of(facts.highest_election, pay);
    const bool defers =
        person_.deferrals_allowed && (taken(Kind::pre_tax, true) || taken(Kind::roth, true));
    Money deferral = lesser(most, share_of(facts.highest_deferral, pay));
    if (has_period_limits) {
      period_limits_.push_back(limits_on(plan, person_.group, check, counted));
      deferral = lesser(deferral, most_deferred(period_limits_.back(), person_));
    }
    deferral_holds_.push_back({counted, defers ? deferral : Money{}});
    const bool after_tax = person_.after_tax_allowed && taken(Kind::after_tax, true);
    after_tax_holds_.push_back({counted, after_tax ? most : Money{}});
  }
  highest_after_tax_ = facts.highest_after_tax;
}

std::vector<Holds> ElectionYear::after_tax_holds(const Amounts& deferrals) const {
  std::vector<Holds> holds = after_tax_holds_;
  const Money behind = remainder(law_->deferrals.amount, person_.deferrals_elsewhere);
  Money deferred = so_far_.deferrals;
  for (std::size_t i = 0; i < holds.size(); ++i) {
    deferred += deferrals[i];
    holds[i].most = remainder(holds[i].most, deferrals[i]);
    if (highest_after_tax_)
      holds[i].most = lesser(holds[i].most, share_of(highest_after_tax_, holds[i].counted));
    if (!period_limits_.empty())
      holds[i].most = lesser(holds[i].most, most_after_tax(period_limits_[i], deferrals[i]));
    if (terms_.only_after_402g && deferred < behind) holds[i].most = Money{};
  }
  return holds;
}

Person ElectionYear::with(Money match, std::optional<Money> deferred) const {
  Person person = person_;
  person.match = match;
  if (!deferred) return person;
  // Of what was aimed at, the stated part of each kind comes first.
  const bool stated = person_.pre_tax || person_.roth;
  const bool takes_pre_tax = terms_.contribution(Kind::pre_tax).answer != Answer::not_allowed;
  const Money wanted = stated ? yearly(person_.pre_tax, person_.counted_pay) : *deferred;
  const Money pre_tax = takes_pre_tax ? lesser(wanted, *deferred) : Money{};
  person.pre_tax = Election{pre_tax};
  person.roth = Election{*deferred - pre_tax};
  return person;
}

YearResult ElectionYear::result_with(Money match, std::optional<Money> deferred,
                                     Explained& record) const {
  return assess(terms_, with(match, deferred), *law_, record);
}

YearResult ElectionYear::result_with(Money match, std::optional<Money> deferred) const {
  Unexplained quiet;
  return assess(terms_, with(match, deferred), *law_, quiet);
}

Deferrals ElectionYear::deferring(Money all) const {
  Person person = person_;
  person.pre_tax = Election{all};
  person.roth = std::nullopt;
  Silence silence;
  Deferrals year = deferrals_of(terms_, person, *law_, silence);
  year.assumed = true;
  return year;
}

Money ElectionYear::additions_limit() const {
  if (law_->is_457b()) return limit_457b(*law_, person_.pay);
  return lesser(dollar_limit(*law_, person_.other_plans),
                compensation_limit(person_, *law_, Money{}).amount());
}

std::optional<Money> ElectionYear::most_match() const {
  const auto ends = [](const MatchFormulaTerm& formula) {
    return std::none_of(formula.parts.begin(), formula.parts.end(), [](const MatchPart& part) {
      return std::any_of(part.tiers.begin(), part.tiers.end(),
                         [](const TierTerm& tier) { return tier.all; });
    });
  };
  Money sum;
  for (const MatchTerm& match : terms_.matches) {
    if (match.formulas.empty() || match.discretionary || match.unknown) return std::nullopt;
    if (!pays_match(match, person_, *law_)) continue;
    // A formula with an end is full where all pay is contributed. Another goes as far as the
    // limits.
    const bool full = std::all_of(match.formulas.begin(), match.formulas.end(), ends);
    const Money most = full ? person_.match_pay
                            : result_with(Money{}).elections.most + additions_limit() +
                                  person_.student_loan_payments;
    const Money amount =
        largest_match(match.formulas, most, person_.match_pay).rounded(Round::nearest);
    sum += lesser(amount, match_ceiling(match, person_.match_pay));
  }
  return sum;
}

PaidMatch ElectionYear::match_of(const Deferrals& year, const Amounts& deferrals,
                                 const Amounts& after_tax, MatchReading reading) const {
  if (match_stated_) {
    return {Amounts(deferrals.size()), remainder(*match_stated_, so_far_.match), *match_stated_};
  }
  return PeriodMatch{terms_, person_, *law_, *pay_, year, so_far_, reading}.with(deferrals,
                                                                                 after_tax);
}

Amounts ElectionYear::floors(const PeriodMatch& match, Kind kind,
                             const std::vector<Holds>& holds) const {
  return match_stated_ ? nothing_on(holds) : match.floors(kind, most_of(holds));
}

bool ElectionYear::has_floors(MatchReading reading) const {
  const Deferrals year = result_with(Money{}).elections;
  const PeriodMatch match{terms_, person_, *law_, *pay_, year, so_far_, reading};
  const Money both = sum_of(floors(match, Kind::pre_tax, deferral_holds_)) +
                     sum_of(floors(match, Kind::after_tax, after_tax_holds_));
  return both > Money{};
}

Spread ElectionYear::spread_deferrals(Style style, Money target, const Amounts& floors) const {
  return stops_at_limit() ? spread_to_the_stop(grain_, style, target, deferral_holds_, floors)
                          : spread(grain_, style, target, deferral_holds_, floors);
}

/// More match can leave less to defer where 415(c) is near, and less deferred earns less match. So
/// the target only comes down, until the match that it earns leaves it standing.
void ElectionYear::solve_deferrals(Solved& found, Style style, bool keep_match,
                                   MatchReading reading) const {
  found.deferral_target = Money::ceiling();
  found.result = result_with(match_stated_.value_or(so_far_.match));
  while (found.result.deferrals < found.deferral_target) {
    found.deferral_target = found.result.deferrals;
    const Deferrals year = found.result.elections;
    const PeriodMatch match{terms_, person_, *law_, *pay_, year, so_far_, reading};
    const Amounts floor =
        keep_match ? floors(match, Kind::pre_tax, deferral_holds_) : nothing_on(deferral_holds_);
    found.deferrals =
        spread_deferrals(style, remainder(found.deferral_target, so_far_.deferrals), floor);
    const Amounts none = nothing_on(deferral_holds_);
    found.match = match_of(year, found.deferrals.amounts, none, reading);
    found.result = result_with(found.match.year);
  }
  // What can no longer be deferred takes no room from after-tax money.  IRC 415(c)(2)
  if (!found.deferrals.out_of_pay) return;
  found.deferred = so_far_.deferrals + sum_of(found.deferrals.amounts);
  found.result = result_with(found.match.year, found.deferred);
}

void ElectionYear::solve_after_tax(Solved& found, Style style, bool keep_match,
                                   MatchReading reading) const {
  const Deferrals year = found.result.elections;
  const PeriodMatch match{terms_, person_, *law_, *pay_, year, so_far_, reading};
  const std::vector<Holds> holds = after_tax_holds(found.deferrals.amounts);
  const Amounts floor = keep_match ? floors(match, Kind::after_tax, holds) : nothing_on(holds);
  const auto wanted = [&](Money room) {
    return remainder(after_tax_wanted_ ? lesser(*after_tax_wanted_, room) : room,
                     so_far_.after_tax);
  };
  const auto put = [&](Money amount) { return spread(grain_, style, amount, holds, floor); };
  Money target = wanted(found.result.room);
  if (!match_stated_ && match.counts_after_tax()) {
    // After-tax money earns match, which takes room: the most that fits beside its own match.
    target = largest_cent(target, [&](Money after_tax) {
      const Amounts amounts = put(after_tax).amounts;
      const Money paid = match_of(year, found.deferrals.amounts, amounts, reading).year;
      return after_tax <= wanted(result_with(paid, found.deferred).room);
    });
  }
  found.after_tax = put(target);
  found.after_tax_target = so_far_.after_tax + target;
  found.match = match_of(year, found.deferrals.amounts, found.after_tax.amounts, reading);
  found.whole_match =
      match_stated_.value_or(match.whole(found.deferrals.amounts, found.after_tax.amounts));
  found.result = result_with(found.match.year, found.deferred);
}

Solved ElectionYear::solve(Style style, bool keep_match, MatchReading reading) const {
  Solved found;
  solve_deferrals(found, style, keep_match, reading);
  solve_after_tax(found, style, keep_match, reading);
  return found;
}

}  // namespace rothcheck::checker
