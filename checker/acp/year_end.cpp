#include "checker/acp/year_end.hpp"

#include <algorithm>

namespace rothcheck::checker {

void project_to_year_end(Participant& person, Date day, const Figures& law,
                         Assumptions& assumptions) {
  if (!person.after_tax_ytd) return;
  const Date last = law.plan_year.last;
  const int left = day >= last ? 0 : days_from_to(std::max(day, law.plan_year.first), last) - 1;
  const Rate rest{left, days_from_to(law.plan_year.first, last)};
  Money year = *person.after_tax_ytd;
  if (!person.after_tax) {
    assumptions.add(Assumption::ytd_stands);
  } else if (const auto* rate = std::get_if<Rate>(&person.after_tax->value)) {
    if (!person.pay) return;
    assumptions.add(Assumption::projected_to_year_end);
    const bool gone = person.termination_date && *person.termination_date <= day;
    if (!gone) year += portion(*rate * rest, *person.pay, Round::nearest);
  } else {
    year = greater(year, std::get<Money>(person.after_tax->value));
  }
  person.after_tax = Election{year};
}

}  // namespace rothcheck::checker
