// `rothcheck limits`: the statutory figures, published and computed.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "model/computed_limits.hpp"
#include "model/limits.hpp"
#include "reports/tree.hpp"

namespace rothcheck::reports {

/// A year a line, the figures that are asked for most.
void write_limits_overview(const LimitTable& limits, std::ostream& out);
/// All figures of a year with their sources.
void write_limits_text(const YearFigures& year, std::ostream& out);
/// The same before they are published: what the statutes' formulas come to so far.
void write_limits_text(const ComputedYear& year, std::ostream& out);

/// A line a figure: what is stated, computed or still open.
void write_limits_csv(const std::vector<const YearFigures*>& years, const ComputedYear* computed,
                      std::ostream& out);
Tree tree_of(const std::vector<const YearFigures*>& years, const ComputedYear* computed);

/// A limits file to fill in, with what does not change taken from the last year and what is
/// computed beside what is to be written.
void write_limits_template(int year, const YearFigures& last, const ComputedYear& computed,
                           std::ostream& out);

/// `$25,000`, or `$25,000 or $25,500`; of a phase-out both ends.
std::string shown(const ComputedFigure& figure);
std::string shown(const Figure& figure);

}  // namespace rothcheck::reports
