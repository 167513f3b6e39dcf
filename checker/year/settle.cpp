// The facts about a person that wait for the terms of the person's group: what is allowed, and
// which pay counts.
#include <algorithm>

#include "checker/law/compensation.hpp"
#include "checker/law/plan_types.hpp"
#include "checker/law/self_employed.hpp"
#include "checker/law/special_catch_up.hpp"
#include "checker/year/catch_up_limit.hpp"
#include "checker/year/net_compensation.hpp"
#include "checker/year/resolve.hpp"
#include "model/worksheet.hpp"

namespace rothcheck::checker {
namespace {

std::optional<Money> pay_code(const Participant& participant, PayCode code) {
  switch (code) {
    case PayCode::base:
      return participant.base_pay;
    case PayCode::bonus:
      return participant.bonus;
    case PayCode::commission:
      return participant.commission;
    case PayCode::overtime:
      return participant.overtime;
  }
  return std::nullopt;
}

bool any_pay_code(const Participant& participant) {
  return participant.base_pay || participant.bonus || participant.commission ||
         participant.overtime;
}

/// A code without a column counts as none where other codes are given: a census that splits pay
/// leaves out what it has not got. Where no code is given at all, plan compensation is open.
bool told(const PaySet& counted, const Participant& participant) {
  return counted.empty() || any_pay_code(participant);
}

/// Plan compensation under a list of pay codes. A weight rounds half a cent up.
Money counted_pay(const PaySet& counted, const Participant& participant) {
  Money sum;
  for (const CountedPay& part : counted) {
    sum += portion(part.weight, pay_code(participant, part.code).value_or(Money{}), Round::nearest);
  }
  return sum;
}

bool permitted(const PermissionTerm& term, bool if_silent) {
  return term.answer == Answer::allowed || (term.answer == Answer::not_stated && if_silent);
}

/// Pay that is not told, where more of it gives more room and where it gives less.
struct Guess {
  Money helps, hurts;
};

Guess guess(UnknownPay way, Money most) {
  switch (way) {
    case UnknownPay::most_room:
      return {most, Money{}};
    case UnknownPay::least_room:
      return {Money{}, most};
    case UnknownPay::large:
      return {most, most};
  }
  return {};
}

const PaySet& base_pay_alone() {
  static const PaySet base{{.code = PayCode::base}};
  return base;
}

/// The share of plan compensation that is of the time as a participant: as told, else by months.
[[gnu::noinline, gnu::cold]] Rate counted_as_participant(const Person& person,
                                                         const Participant& participant,
                                                         Money plan_pay) {
  if (!participant.participation_pay) return person.time_as_participant;
  const Money told = lesser(*participant.participation_pay, plan_pay);
  return plan_pay == Money{} ? Rate::whole(1) : Rate{told.in_cents(), plan_pay.in_cents()};
}

template <class Lines>
void settle_pay(Person& person, const Participant& participant, const Terms& terms,
                const Figures& law, Lines& lines) {
  const bool told_at_all =
      person.self_employed ? participant.net_profit.has_value() : participant.pay.has_value();
  const Money most = person.unknown_pay == UnknownPay::least_room ? Money{} : Money::ceiling();
  if (!told_at_all) {
    person.pay = most;
  } else if (person.self_employed) {
    person.pay = earned_income_before_contribution(
        *participant.net_profit, participant.wages_elsewhere.value_or(Money{}), law, lines);
  } else {
    person.pay = *participant.pay;
  }
  const auto settled = [&](const PaySet& set) -> Guess {
    if (!told_at_all) return guess(person.unknown_pay, person.pay);
    if (person.self_employed || set.empty()) return {person.pay, person.pay};
    if (!told(set, participant)) return guess(person.unknown_pay, person.pay);
    const Money pay = counted_pay(set, participant);
    return {pay, pay};
  };
  Guess plan_pay = settled(terms.counted_pay);
  if (terms.only_while_participant) [[unlikely]]
    person.counted_as_participant = counted_as_participant(person, participant, plan_pay.hurts);
  const auto as_participant = [&](Guess of_the_year) {
    if (!person.counts_in_part()) return of_the_year;
    const auto part = [&](Money pay) {
      return portion(person.counted_as_participant, pay, Round::nearest);
    };
    return Guess{part(of_the_year.helps), part(of_the_year.hurts)};
  };
  plan_pay = as_participant(plan_pay);
  const auto settled_for = [&](const PaySet& own) {
    return own.empty() ? plan_pay : as_participant(settled(own));
  };
  const Guess match_pay = settled_for(terms.match_counted_pay);
  const Guess nonelective_pay = settled_for(terms.nonelective_counted_pay);
  // After-tax money that must wait for the deferral limit has room only where the election reaches
  // it; how much is needed here is the less, the more is deferred elsewhere.
  const bool all_needed_here = terms.only_after_402g && person.deferrals_elsewhere == Money{};
  person.counted_pay = all_needed_here ? plan_pay.helps : plan_pay.hurts;
  person.reaches_402g = !all_needed_here && plan_pay.hurts < plan_pay.helps;
  const auto counted = [&law](Money pay) { return compensation_taken_into_account(pay, law); };
  person.limits_pay = counted(plan_pay.helps);
  person.deferral_limits_pay = counted(plan_pay.hurts);
  person.match_pay = counted(match_pay.hurts);
  person.nonelective_pay = counted(nonelective_pay.hurts);
  if (terms.limits_base_pay) [[unlikely]] {
    const Guess base_pay = as_participant(settled(base_pay_alone()));
    person.limits_base_pay = counted(base_pay.helps);
    person.deferral_limits_base_pay = counted(base_pay.hurts);
  }
  person.nets_pay = person.self_employed && told_at_all;
  person.match_pay_in_all = match_pay.hurts;
}

/// Silence takes no special catch-up; `not stated` leaves it open.
bool takes_special(const PermissionTerm& term, const Person& person) {
  return term.where.somewhere() && permitted(term, person.if_special_catch_up_silent);
}

[[gnu::noinline, gnu::cold]] void settle_special_catch_up(Person& person, const Terms& terms,
                                                          const Figures& law) {
  if (law.family == PlanFamily::b403 &&
      takes_special(terms.contribution(Kind::catch_up_15_years), person))
    person.special_catch_up = person.catch_up_of_fifteen_years;
  if (!law.is_457b() || !takes_special(terms.contribution(Kind::catch_up_last_3_years), person))
    return;
  const bool last_three =
      terms.normal_retirement_age
          ? in_last_three_years(person.group.age, months_of(*terms.normal_retirement_age))
          : person.before_retirement;
  if (!last_three) return;
  const Money special = catch_up_of_last_three_years(law, person.pay, person.unused_457b);
  if (!replaces_catch_up_by_age(special, catch_up_limit(person, law).amount)) return;
  person.special_catch_up = special;
  person.catch_up_allowed = false;
}

}  // namespace

bool limits_base_pay(const Plan& plan) {
  const auto any = [](const std::vector<Provision<ContributionLimit>>& limits) {
    return std::any_of(limits.begin(), limits.end(), [](const auto& limit) {
      return limit.value.amount.basis == Amount::Basis::of_base_pay;
    });
  };
  return any(plan.limits) || any(plan.minimums);
}

bool is_self_employed(const Participant& participant) {
  if (!participant.business) return participant.net_profit.has_value();
  return *participant.business == Business::sole_proprietor ||
         *participant.business == Business::partner;
}

[[gnu::noinline, gnu::cold]] std::vector<Question> pay_questions(const Plan& plan,
                                                                 const Participant& participant) {
  std::vector<Question> questions;
  if (is_self_employed(participant)) {
    if (!participant.net_profit) questions.push_back({QuestionKind::net_profit});
    return questions;
  }
  if (!participant.pay) questions.push_back({QuestionKind::pay});
  const auto ask = [&](const std::vector<Provision<PaySet>>& stated) {
    for (const auto& clause : stated) {
      if (!told(clause.value, participant))
        questions.push_back({QuestionKind::plan_pay, clause.where});
    }
  };
  ask(plan.counted_pay);
  ask(plan.match_counted_pay);
  ask(plan.nonelective_counted_pay);
  for (const auto* limits : {&plan.limits, &plan.minimums}) {
    for (const auto& limit : *limits) {
      if (limit.value.amount.basis == Amount::Basis::of_base_pay &&
          !told(base_pay_alone(), participant))
        questions.push_back({QuestionKind::plan_pay, limit.where});
    }
  }
  return questions;
}

[[gnu::noinline, gnu::cold]] bool pay_parts_missing(const Plan& plan,
                                                    const Participant& participant) {
  const auto missing = [&](const std::vector<Provision<PaySet>>& stated) {
    return std::any_of(stated.begin(), stated.end(), [&](const Provision<PaySet>& clause) {
      return std::any_of(clause.value.begin(), clause.value.end(),
                         [&](const CountedPay& part) { return !pay_code(participant, part.code); });
    });
  };
  const bool base_missing = !participant.base_pay && limits_base_pay(plan);
  return any_pay_code(participant) &&
         (base_missing || missing(plan.counted_pay) || missing(plan.match_counted_pay) ||
          missing(plan.nonelective_counted_pay));
}

/// A date of hire tells a wait in days too, which whole months do not.
[[gnu::noinline, gnu::pure]] bool has_waited(Duration wait, const Participant& participant,
                                             int service, const Figures& law) {
  if (participant.hire_date && !participant.service_years)
    return after(*participant.hire_date, wait) <= law.next_year;
  return service >= whole_months(wait);
}

template <class Lines>
void settle(Person& person, const Participant& participant, const Terms& terms, const Figures& law,
            Lines& lines) {
  person.pre_tax_allowed = permitted(terms.contribution(Kind::pre_tax), person.if_deferrals_silent);
  person.roth_allowed = permitted(terms.contribution(Kind::roth),
                                  person.if_roth_silent && person.if_deferrals_silent);
  person.deferrals_allowed = person.pre_tax_allowed || person.roth_allowed;
  person.after_tax_allowed =
      takes_after_tax(law.family) &&
      permitted(terms.contribution(Kind::after_tax), person.if_after_tax_silent);
  person.catch_up_allowed =
      permitted(terms.contribution(Kind::catch_up), person.if_catch_up_silent);
  // Not stated: the higher amount goes with catch-up.
  person.higher_catch_up_allowed = permitted(terms.contribution(Kind::catch_up_60_63), true);

  if (terms.employer_money_wait)
    person.employer_money =
        has_waited(*terms.employer_money_wait, participant, person.group.service, law);

  settle_pay(person, participant, terms, law, lines);
  // Elections in percent end with the pay that the plan takes into account.
  if (terms.at_pay_limit == AtPayLimit::stop_all)
    person.counted_pay = compensation_taken_into_account(person.counted_pay, law);
  if (person.nets_pay) [[unlikely]]
    take_net_compensation(person, terms, law);
  if (person.catch_up_of_fifteen_years > Money{} || person.unused_457b > Money{}) [[unlikely]]
    settle_special_catch_up(person, terms, law);
}

template void settle(Person&, const Participant&, const Terms&, const Figures&, Worksheet&);
template void settle(Person&, const Participant&, const Terms&, const Figures&, Silence&);

}  // namespace rothcheck::checker
