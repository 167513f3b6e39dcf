// The catch-up limit of a person in a plan: age, the plan's permission and 414(v)(6), (7).
#pragma once

#include "checker/law/catch_up.hpp"
#include "checker/terms/person.hpp"

namespace rothcheck::checker {

/// The limit that comes with the person's age, whatever a plan says of it. By it the person's own
/// limit over all employers is higher.  402(g)(1)(C)
YearFigure catch_up_of_age(const Person& person, const Figures& law);

/// The limit that age, the plan and 414(v)(7) leave, before the plan's own ceilings on catch-up.
YearFigure catch_up_limit(const Person& person, const Figures& law);

/// Both for the second calendar year of a limitation year that lies in two; else nothing.
Money catch_up_of_age_in_second_year(const Person& person, const Figures& law);
Money catch_up_of_second_year(const Person& person, const Figures& law);

}  // namespace rothcheck::checker
