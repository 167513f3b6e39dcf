// The ACP test of a whole census: who is in it, which way it is run, and what came of it.
#pragma once

#include <optional>
#include <vector>

#include "checker/check.hpp"
#include "model/acp.hpp"

namespace rothcheck::checker {

struct AcpOptions {
  /// The NHCE average of the plan year before, where the plan tests by it.
  std::optional<Hundredths> prior_nhce;
  /// The first plan year under prior-year testing takes 3%.  IRC 401(k)(3)(E)
  bool first_year = false;
};

/// Runs the test the plan's way, and every other permitted way beside it.
AcpReport acp_test(const Checker& checker, const std::vector<Participant>& census,
                   const AcpOptions& options);

}  // namespace rothcheck::checker
