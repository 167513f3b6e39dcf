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
  std::vector<YearPart> eligibility_parts;  // in which the conditions of eligibility stay the same
  std::vector<int> ages_told_apart;         // in months, by clauses and by conditions of payment
  std::vector<std::string> class_keys;      // of the classes, as they are compared
  std::vector<Question> open_money;         // clauses that leave an amount open
  std::vector<Duration> employer_money_waits;  // of service, at the end of the year
  bool tells_time_apart = false;  // some clause depends on an age, service or points reached
  bool asks_service = false;      // some clause depends on service
  bool counts_pay_codes = false;  // plan compensation is not all pay
  bool after_tax_silent = false, catch_up_silent = false, deferrals_silent = false,
       roth_uncertain = false, roth_silent = false;
  bool roth_decides = false;  // silence on Roth decides what may be deferred
};
Inquiry inquiry_of(const Plan& plan, const Figures& law);

/// Whether the plan file says nothing of that money for the year, not even that there is none.
bool is_silent_on_match(const Plan& plan, const Figures& law);
bool is_silent_on_nonelective(const Plan& plan, const Figures& law);

/// Whether an in-plan Roth rollover for everybody says that there is a Roth program.
bool implies_roth_program(const Plan& plan);

/// A name of a class in small letters without blanks, to look for the nearest.
std::string class_key(std::string_view name);

}  // namespace rothcheck::checker
