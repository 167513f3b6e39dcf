// Years of a mega backdoor Roth beside what else the same money could do.
#pragma once

#include <vector>

#include "model/limits.hpp"
#include "model/projection.hpp"

namespace rothcheck::checker {

/// Arithmetic on the settings, not a forecast. Each strategy costs its people the same each year;
/// what its account does not take goes to a taxable account beside it. `year` has the limits of the
/// alternatives, for every year of the projection. There is no value where a limit is missing, or
/// where two settings disagree.
Outcome<Projection> project(const std::vector<Saver>& savers, const ProjectionSettings& settings,
                            const YearFigures& year);

}  // namespace rothcheck::checker
