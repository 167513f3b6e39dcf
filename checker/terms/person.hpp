// A person with nothing left open: what the law code works on. `resolve.hpp` makes these out of
// participants.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "model/participant.hpp"

namespace rothcheck::checker {

/// The facts that clauses ask about when they are for some people and not for others.
struct GroupFacts {
  bool highly_compensated = false;
  int age = 0;      // whole months reached by the end of the year
  int service = 0;  // whole months completed by the end of the year
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
  int catch_up_age =
      0;  // 0, 50 or 60: which catch-up limit the age brings, before the plan has its say
  int next_catch_up_age =
      0;  // the same in the second calendar year of a plan year that lies in two
  bool catch_up_allowed = false;
  bool higher_catch_up_allowed = false;
  bool roth_catch_up_required = false;
  bool deferrals_allowed = true;
  bool pre_tax_allowed = true;
  bool roth_allowed = true;
  bool after_tax_allowed = true;
  bool self_employed = false;  // pay is earned income
  bool solo = false;           // employer money is cut to what the law allows

  Money pay;  // 415 compensation; of the self-employed, earned income before the employer's part
  Money counted_pay;  // plan compensation without the 401(a)(17) limit, for elections in percent
  // Plan compensation, each up to the 401(a)(17) limit. More pay gives more room under a limit on
  // after-tax money, and less where it lets more be deferred or asks for more.
  Money limits_pay, deferral_limits_pay, match_pay, nonelective_pay;
  bool nets_pay = false;  // the self-employed's is `pay` less what the plan contributes for them:
  Money net_pay;
  Money match_pay_in_all;  // without the 401(a)(17) limit: the pay that reaches it
  std::optional<Election> pre_tax, roth;
  std::optional<Election> after_tax;
  Money after_tax_so_far;
  std::optional<Money> match, nonelective;  // stated amounts
  Money forfeitures, other_additions, student_loan_payments;
  // Deferrals in each calendar year of a plan year that lies in two, where they are told apart.
  std::optional<std::array<Money, 2>> by_calendar_year;
  Money elsewhere;                       // deferred with other employers
  std::optional<Money> excess_returned;  // told
  // Additions and pay of the employer's other plans, and of a 403(b) beside one's own business.
  Money aggregated, pay_aggregated, additions_403b;
  std::optional<Money> pay_403b;
  int pay_periods = 26;
  bool employer_money = true;  // past the wait for employer money
  std::optional<Date> left;    // date of termination
  // What the plan is silent on, and the way it is taken this time.
  bool if_after_tax_silent = true, if_catch_up_silent = true, if_deferrals_silent = true,
       if_roth_silent = true;
  bool generous =
      true;  // of what is unknown in money: the figure that leaves the most room (else the least)
  UnknownPay unknown_pay = UnknownPay::most_room;
  bool reaches_402g = false;          // taken as so, while pay that decides it is not told
  bool returns_excess = false;        // of deferrals over several employers: this plan pays it back
  bool deferred_in_one_year = false;  // of a plan year in two calendar years: as far as it can be
};

}  // namespace rothcheck::checker
