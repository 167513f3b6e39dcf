// Dates that are out of order, and amounts that hardly anybody has.
#include "intake/census/person_checks.hpp"

#include <fmt/format.h>

#include "intake/columns/cell_type.hpp"
#include "intake/findings.hpp"

namespace rothcheck::intake {
namespace {

using Doubts = std::vector<RowDoubt>;

constexpr int youngest = 14, oldest = 100;

void doubt_order(const Participant& person, Doubts& doubts) {
  const auto complain = [&doubts](std::string_view one, std::string_view many) {
    doubts.push_back({&finding::dates_out_of_order, std::string{one}, std::string{many}});
  };
  if (person.birth_date && person.hire_date && *person.hire_date < *person.birth_date) {
    complain("hire_date is before birth_date", "{} rows have a hire_date before birth_date");
  }
  if (person.hire_date && person.termination_date && *person.termination_date < *person.hire_date) {
    complain("termination_date is before hire_date",
             "{} rows have a termination_date before hire_date");
  }
}

void doubt_years(const Participant& person, int year, Doubts& doubts) {
  const PlanYear plan_year = calendar_year(year);
  if (person.birth_date && *person.birth_date > plan_year.last) {
    doubts.push_back({&finding::dates_out_of_order,
                      fmt::format("birth_date is after the end of {}", year),
                      fmt::format("{{}} rows have a birth_date after the end of {}", year)});
  } else if (person.birth_date) {
    const int age = age_on(*person.birth_date, plan_year.last);
    if (age < youngest || age > oldest) {
      doubts.push_back(
          {&finding::unlikely_date,
           fmt::format("the age at the end of {} is below {} or above {}", year, youngest, oldest),
           fmt::format("{{}} people are below {} or above {} at the end of {}", youngest, oldest,
                       year)});
    }
  }
  if (person.termination_date && year_of(*person.termination_date) != year) {
    doubts.push_back({&finding::unlikely_date, fmt::format("termination_date is outside {}", year),
                      fmt::format("{{}} rows have a termination_date outside {}", year)});
  }
}

void doubt_amounts(const Participant& person, const RowYear& year, Doubts& doubts) {
  const Money deferrals = amount_in(person, Field::pre_tax).value_or(Money{}) +
                          amount_in(person, Field::roth).value_or(Money{});
  if (person.pay && deferrals > *person.pay) {
    doubts.push_back({&finding::unlikely_amount, "pre_tax and roth are more than pay",
                      "{} rows have pre_tax and roth above pay"});
  }
  if (!year.annual_additions_limit) return;
  const Money far_above = Money::cents(year.annual_additions_limit->in_cents() * 10);
  for (Field field : {Field::pre_tax, Field::roth, Field::after_tax, Field::after_tax_ytd,
                      Field::match, Field::nonelective, Field::forfeitures}) {
    const std::optional<Money> amount = amount_in(person, field);
    if (!amount || *amount <= far_above) continue;
    doubts.push_back({&finding::unlikely_amount,
                      "a contribution is above ten times every limit: cents read as dollars?",
                      "{} rows have contributions above ten times every limit"});
    return;
  }
}

}  // namespace

std::vector<RowDoubt> doubts_on(const Participant& person, const RowYear& year) {
  Doubts doubts;
  doubt_order(person, doubts);
  if (year.year) doubt_years(person, *year.year, doubts);
  doubt_amounts(person, year, doubts);
  return doubts;
}

}  // namespace rothcheck::intake
