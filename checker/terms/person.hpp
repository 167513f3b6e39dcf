// A person with nothing left open: what the law code works on. `resolve.hpp` makes these out of
// participants.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "checker/law/annual_additions.hpp"
#include "model/participant.hpp"

namespace rothcheck::checker {

/// The facts that clauses ask about when they are for some people and not for others.
struct GroupFacts {
  bool highly_compensated = false;
  /// Whole months reached, and completed, by the end of the year.
  int age = 0, service = 0;
  std::string_view employee_class;
  Date hired = date(1900, 1, 1);
};

/// How pay that the census does not tell is taken: all at once as whatever leaves the most room, or
/// the least, or as much pay, which is what it could really be.
enum class UnknownPay : std::uint8_t { most_room, least_room, large };

struct Person {
  // Written out, as g++ clears an aggregate as a whole, which takes longer than to set its members.
  Person() {}

  GroupFacts group;
  bool eligible = true;
  /// 0, 50 or 60: which catch-up limit the age brings, before the plan has its say; and the same in
  /// the second calendar year of a plan year that lies in two.
  int catch_up_age = 0, next_catch_up_age = 0;
  bool catch_up_allowed = false;
  bool higher_catch_up_allowed = false;
  bool roth_catch_up_required = false;
  bool deferrals_allowed = true;
  bool pre_tax_allowed = true;
  bool roth_allowed = true;
  bool after_tax_allowed = true;
  /// Pay is earned income.
  bool self_employed = false;
  /// Employer money is cut to what the law allows.
  bool solo = false;

  /// 415 compensation; of the self-employed, earned income before the employer's part.
  Money pay;
  /// Plan compensation without the 401(a)(17) limit, for elections in percent.
  Money counted_pay;
  /// Plan compensation, each up to the 401(a)(17) limit. More pay gives more room under a limit on
  /// after-tax money, and less where it lets more be deferred or asks for more.
  Money limits_pay, deferral_limits_pay, match_pay, nonelective_pay;
  /// The same of base pay, for limits in percent of it.
  Money limits_base_pay, deferral_limits_base_pay;
  /// The self-employed's is `pay` less what the plan contributes for them.
  bool nets_pay = false;
  Money net_pay;
  /// Without the 401(a)(17) limit: the pay that reaches it.
  Money match_pay_in_all;

  std::optional<Election> pre_tax, roth;
  std::optional<Election> after_tax;
  Money after_tax_so_far;
  /// Stated amounts.
  std::optional<Money> match, nonelective;
  Money forfeitures, other_additions, student_loan_payments;
  /// Deferrals in each calendar year of a plan year that lies in two, where they are told apart.
  std::optional<std::array<Money, 2>> by_calendar_year;
  /// What 402(g)(7) lets in, and what earlier 457(b) limits left unused, before the plan has its
  /// say.
  Money catch_up_of_fifteen_years, unused_457b;
  /// The special catch-up that the plan and the law leave: the limit on deferrals is that much
  /// higher.
  Money special_catch_up;
  /// With other employers.
  Money deferrals_elsewhere;
  /// Of an excess over several employers: told to be paid back by this plan.
  std::optional<Money> excess_returned;
  /// What counts together with this plan under 415(c).
  OtherPlans other_plans;
  int pay_periods = 26;
  /// Of service in the year, where they are told.
  std::optional<Rate> hours = {};
  /// The day on which the person comes into the plan, where that is inside the year; and the share
  /// of the pay of the year that is of the time behind it.
  std::optional<Date> entered_on;
  Rate time_as_participant = Rate::whole(1);
  /// What of plan compensation counts: less than all where the plan counts pay only while a
  /// participant.
  Rate counted_as_participant = Rate::whole(1);
  bool counts_in_part() const { return counted_as_participant != Rate::whole(1); }
  /// Past the wait for employer money.
  bool employer_money = true;
  std::optional<Date> terminated_on;

  /// What the plan is silent on, and the way it is taken this time.
  bool if_after_tax_silent = true, if_catch_up_silent = true, if_deferrals_silent = true,
       if_roth_silent = true, if_special_catch_up_silent = true;
  /// Where the plan has no normal retirement age: the year is one of the last three before it.
  bool before_retirement = true;
  /// How unknown money is read: most favourably to the participant, so that it leaves the most
  /// room; else so that it leaves the least.
  bool most_favourable = true;
  UnknownPay unknown_pay = UnknownPay::most_room;
  /// Taken as so, while pay that decides it is not told.
  bool reaches_402g = false;
  /// Of deferrals over several employers: this plan pays the excess back.
  bool returns_excess = false;
  /// Of deferrals that after-tax money waits for, which are not told by pay period: they go in as
  /// soon as they can, else evenly.
  bool deferred_first = false;
  /// No pay period of the year is left.
  bool periods_are_over = false;
  /// Where a plan deems catch-up Roth once all deferrals have used the limit: pre-tax money goes in
  /// before Roth money.
  bool pre_tax_first = false;
  /// The deferrals are not told, and automatic enrolment may decide them.
  bool may_be_enrolled = false;
  /// Of a plan year in two calendar years: deferrals lie in one of them as far as they can.
  bool deferred_in_one_year = false;
};

}  // namespace rothcheck::checker
