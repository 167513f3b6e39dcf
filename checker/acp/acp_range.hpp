// What comes of the ACP test however the facts that are not told turn out.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/acp.hpp"

namespace rothcheck::checker {

/// What an employee's ratio can be, in hundredths of a percent.
struct RatioRange {
  std::int64_t least = 0, most = 0;
};

/// A census as the test sees it, with what is open in it.
struct OpenTest {
  std::vector<RatioRange> nhce, hce;  // whose status is told
  struct Either {
    RatioRange as_nhce, as_hce;
  };
  std::vector<Either> either;        // whose status is not
  std::int64_t people_left_out = 0;  // of whom nothing is known
  /// The NHCE average of the year before, where the test takes it.
  std::optional<Hundredths> prior_nhce = {};
};

/// `pass` or `fail` where every way ends so. Somebody of whom nothing is known may be in either
/// group and have contributed nothing or all of pay.
AcpResult result_of(const OpenTest& test);

}  // namespace rothcheck::checker
