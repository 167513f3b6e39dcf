// The answer of the ACP nondiscrimination test: averages by group, corrections, and what would have
// passed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/acp_result.hpp"
#include "model/assessment.hpp"

namespace rothcheck {

/// `4.43%`
std::string percent(Hundredths value);
/// `3.25` or `3.25%`, as hundredths of a percent; none above 100%.
std::optional<Hundredths> hundredths_named(const std::string& text);

/// One group's eligible employees and the average of their actual contribution ratios.
struct AcpGroup {
  std::int64_t count = 0;
  std::int64_t ratio_sum =
      0;  // of the ratios, each in hundredths of a percent: sums of pieces add up exactly
  Hundredths average() const;
};

/// How much of each person's match the test may leave out, for everybody alike: all of it, or up to
/// a share of pay. Treas. Reg. 1.401(m)-2(a)(5)(iv)
struct MatchLeftOut {
  bool all = false;
  Rate up_to = {};

  bool nothing() const { return !all && up_to == Rate{}; }
  friend bool operator==(const MatchLeftOut&, const MatchLeftOut&) = default;
};
/// `all`, `3.5%`, `nothing`.
std::string to_string(const MatchLeftOut&);
std::optional<MatchLeftOut> match_left_out_named(std::string_view word);

/// How a plan is tested, as far as its file tells.
struct AcpTerms {
  bool exempt = false;  // a governmental plan, or a church's 403(b) contract
  bool prior_year = false;
  MatchLeftOut left_out = {};
};

/// The sums of the test over a piece of a census; those of all pieces add up exactly.
struct AcpSums {
  AcpGroup nhce, hce;
  // With match left out as far as the plan's safe harbor permits.
  AcpGroup nhce_without_match, hce_without_match;
  std::int64_t status_unknown = 0;  // of the employees counted as nonhighly compensated
};

/// One permitted way of running the test, and what came of it.
struct AcpElection {
  std::string_view method;  // "current-year", "prior-year"
  std::string_view match;   // "counted", "disregarded"
  std::string_view law;
  Hundredths nhce, hce, limit;
  AcpResult result = AcpResult::undetermined;
};

struct AcpRefund {
  std::string id;
  Money amount;
  std::uint64_t row = 0;  // of the participant file; 0 where there is none
};

struct AcpReport {
  std::string plan;
  int year = 0;
  std::string_view method;
  AcpGroup nhce, hce;
  Hundredths nhce_average;  // of the year that the method looks at
  Hundredths limit;
  AcpResult result = AcpResult::undetermined;
  Money excess;  // aggregate excess contributions, exact in cents
  /// What it can be while the status of somebody is not told; both are `excess` where all is told.
  Money excess_low, excess_high;
  std::int64_t people_left_out = 0;  // whose rows could not be used
  std::vector<AcpRefund> refunds;    // in the order of the census
  Hundredths largest_hce_after_tax;  // the uniform rate of pay that would pass
  std::vector<AcpElection> elections;
  std::vector<std::string> notes;  // how it was run, exemptions, deadlines
  std::vector<Question> questions;
  Assumptions assumptions;
  Findings findings;
};

}  // namespace rothcheck
