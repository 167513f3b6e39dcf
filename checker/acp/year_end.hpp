// A person of a year to date as it will be when the year ends.
#pragma once

#include "checker/judge/ready.hpp"

namespace rothcheck::checker {

/// Elected percents go on, at even pay, for the days behind `day`; elected amounts are the year's.
void project_to_year_end(Participant& person, Date day, const Figures& law,
                         Assumptions& assumptions);

}  // namespace rothcheck::checker
