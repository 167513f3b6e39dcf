// What comes of the test however the facts that are not told turn out.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/acp.hpp"

namespace rothcheck::checker {

/// A ratio of all of pay, in hundredths of a percent.
inline constexpr std::int64_t all_of_pay = 10'000;

/// What an employee's ratio can be, in hundredths of a percent.
struct RatioRange {
  std::int64_t least = 0, most = 0;
};

/// The sums of one group, whose members and status are told.
struct GroupRange {
  std::int64_t count = 0;
  RatioRange sum;

  void add(RatioRange one) {
    ++count;
    sum.least += one.least;
    sum.most += one.most;
  }
};

/// A census as the test sees it, with what is open in it.
struct OpenTest {
  GroupRange nhce, hce;
  struct Either {
    RatioRange as_nhce, as_hce;
  };
  std::vector<Either> either = {};  // whose status is not told
  // Who may be left out of this test: age and service are not told.
  std::vector<RatioRange> maybe_nhce = {}, maybe_hce = {};
  std::int64_t people_left_out = 0;  // of whom nothing is known
  /// The test takes an average of the year before.
  bool prior_year = false;
  std::optional<Hundredths> prior_nhce = {};
};

/// `pass` or `fail` where every way ends so. Somebody of whom nothing is known may be in either
/// group and have contributed nothing or all of pay.
AcpResult result_of(const OpenTest& test);

/// Of tests that must all be passed.
AcpResult all_of(const std::vector<AcpResult>& results);

}  // namespace rothcheck::checker
