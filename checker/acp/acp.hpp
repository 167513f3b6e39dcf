// The ACP test of a whole census: who is in it, which way it is run, and what came of it.
#pragma once

#include <optional>
#include <vector>

#include "checker/judge/check.hpp"
#include "checker/law/contribution_percentage.hpp"
#include "model/acp.hpp"

namespace rothcheck::checker {

struct AcpOptions {
  /// The NHCE average of the plan year before, where the plan tests by it.
  std::optional<Hundredths> prior_nhce;
  /// The first plan year under prior-year testing takes 3%.  IRC 401(k)(3)(E)
  bool first_year = false;
  /// Rows of the file that could not be used: people of whom nothing is known.
  std::int64_t people_left_out = 0;
  /// The file has a column that tells who is collectively bargained, which no field takes.
  bool bargained_untold = false;
};

/// How the plan is tested.
AcpTerms acp_terms(const Plan& plan);

/// The permitted ways of testing by the current year, from the sums of a census. Undetermined while
/// the status of somebody is not told.
std::vector<AcpElection> current_year_ways(const AcpSums& sums, const MatchLeftOut& left_out);

/// Runs the test the plan's way, and every other permitted way beside it.
AcpReport acp_test(const Checker& checker, const std::vector<Participant>& census,
                   const AcpOptions& options);

}  // namespace rothcheck::checker
