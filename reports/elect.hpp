// Elections to bytes: text for people, a tree for JSON, a picture by pay date.
#pragma once

#include <iosfwd>

#include "model/election.hpp"
#include "reports/report.hpp"
#include "reports/tree.hpp"

namespace rothcheck::reports {

/// `limits` and `sources` are those that the answer was worked out with.
Tree tree_of(const ElectionAnswer& answer, const Sources& sources, const LimitTable& limits);
void write_elect_text(const ElectionAnswer& answer, const Sources& sources,
                      const LimitTable& limits, const CheckOptions& options, std::ostream& out);
/// A file of its own without scripts: a panel for each style, its money stacked by pay date under
/// the limits that it comes to.
void write_elect_svg(const ElectionAnswer& answer, std::ostream& out);

/// `elective deferral limit`, for the name that JSON has of it.
std::string limit_words(std::string_view limit);

}  // namespace rothcheck::reports
