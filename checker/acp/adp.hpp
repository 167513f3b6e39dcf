// 401(k)(3): the test of deferrals, beside which the ACP test is run.
#pragma once

#include <cstddef>
#include <optional>
#include <unordered_map>

#include "checker/acp/counting.hpp"

namespace rothcheck::checker {

/// The test of a plan that has no safe harbor for its deferrals.
struct AdpTest {
  AdpReport report;
  std::unordered_map<std::size_t, Money> back;  // what is paid back, by the person's number
  bool lends = false;  // deferrals may be counted in the ACP test: it is passed with and without
  std::string_view why_not;  // where some are to be, and may not
};
std::optional<AdpTest> adp_test(const Checker::Ready& ready, const TestedPeople& people,
                                Excludables excludables);

}  // namespace rothcheck::checker
