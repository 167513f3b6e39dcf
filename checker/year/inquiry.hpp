// What a plan asks about people and what it leaves open.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checker/law/figures.hpp"
#include "checker/terms/groups.hpp"
#include "checker/year/eligibility.hpp"
#include "model/assessment.hpp"

namespace rothcheck::checker {

/// Found once a plan.
struct Inquiry {
  Breakpoints breakpoints;
  SurelyEligible surely_eligible;
  /// In which the conditions of eligibility stay the same.
  std::vector<YearPart> eligibility_parts;
  /// In months, by clauses, by conditions of payment, and by waits for employer money.
  std::vector<int> ages_told_apart, services_told_apart;
  /// Of the classes, as they are compared.
  std::vector<std::string> class_keys;
  /// Clauses that leave an amount open.
  std::vector<Question> open_money;
  /// Some clause depends on an age, service or points reached; on service.
  bool tells_time_apart = false, asks_service = false;
  /// Plan compensation is not all pay.
  bool counts_pay_codes = false;
  bool after_tax_silent = false, catch_up_silent = false, deferrals_silent = false,
       roth_uncertain = false, roth_silent = false;
  /// Silence on Roth decides what may be deferred.
  bool roth_decides = false;
  /// Pay counts only while a participant; some limit holds each pay period to its own share, and
  /// with it after-tax money that waits for deferrals.
  bool only_while_participant = false, limits_periods = false, waits_by_period = false;
  /// Dollars of some limit are of each pay period.
  bool dollars_of_period = false;
  /// Catch-up is deemed Roth once all deferrals have used the limit; wages of related employers
  /// count for who must make it so.
  bool deems_on_combined = false, adds_related_wages = false;
  /// A special catch-up is allowed, or `not stated`.
  bool special_catch_up = false, special_catch_up_silent = false;
  /// Deferrals that automatic enrolment begins with may decide.
  bool enrols = false;
};
Inquiry inquiry_of(const Plan& plan, const Figures& law);

/// One value for each range that these points tell apart, from the lowest that there is: that one,
/// and the points above it.
std::vector<int> one_of_each_range(int lowest, std::vector<int> points);

/// In months: the youngest that may take part, of whom nobody is taken to be under 18.
int youngest_taken(const Plan& plan, const Inquiry& inquiry);

/// Whether the plan file says nothing of that money for the year, not even that there is none.
bool is_silent_on_match(const Plan& plan, const Figures& law);
bool is_silent_on_nonelective(const Plan& plan, const Figures& law);

/// Whether an in-plan Roth rollover for everybody says that there is a Roth program.
bool implies_roth_program(const Plan& plan);

/// A name of a class in small letters without blanks, to look for the nearest.
std::string class_key(std::string_view name);

}  // namespace rothcheck::checker
