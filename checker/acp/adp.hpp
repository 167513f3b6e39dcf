// 401(k)(3): the test of deferrals, beside which the ACP test is run.
#pragma once

#include <optional>

#include "checker/acp/counting.hpp"

namespace rothcheck::checker {

/// The test of a plan that has no safe harbor for its deferrals.
struct AdpTest {
  AdpReport report;
  bool lends = false;  // deferrals may be counted in the ACP test: it is passed with and without
  std::string_view why_not;  // where some are to be, and may not
};
std::optional<AdpTest> adp_test(const Checker::Ready& ready, const TestedPeople& people,
                                const std::vector<Participant>& census, Excludables excludables);

}  // namespace rothcheck::checker
