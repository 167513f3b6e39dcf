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
/// `3.25` or `3.25%`, from 0 to 100.
std::optional<Hundredths> hundredths_named(std::string_view text);
/// The same, or groups of people whose plans were put together since: `300:6.00, 100:4.00`.
std::optional<Hundredths> average_named(std::string_view text);

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

/// What is done with people under 21 or without a year of service.  IRC 401(m)(5)(C)
enum class Excludables : std::uint8_t { together, left_out, apart };
/// `together`, `left-out`, `apart`.
std::string_view to_string(Excludables);

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
  // Employees whose status is not told, or whose money in the test their row does not settle.
  std::int64_t status_unknown = 0;
};

/// One permitted way of running the test, and what came of it.
struct AcpElection {
  std::string_view method;  // "current-year", "prior-year"
  std::string_view match;   // "counted", "disregarded"
  std::string_view law;
  Hundredths nhce, hce, limit;
  AcpResult result = AcpResult::undetermined;
  Excludables excludables = Excludables::together;
  bool extras = false;  // QNECs and lent deferrals are counted
  Hundredths largest_hce_after_tax;
  std::string_view needs;  // what must be so for it, where the plan file does not say it
  bool chosen = false, best = false;
};

/// Who is tested together: everybody, or those whom the plan had to let in and the others.
struct AcpPart {
  std::string_view name;  // "all", "over", "under"
  AcpGroup nhce, hce;
  Hundredths nhce_average, limit;
  AcpResult result = AcpResult::undetermined;
};

struct AcpRefund {
  std::string id;
  Money amount;
  std::uint64_t row = 0;  // of the participant file; 0 where there is none
};

/// What goes back of one person's money, and how.
struct AcpReturned {
  std::string id;
  std::uint64_t row = 0;
  Money amount;  // of excess, without earnings
  Money after_tax_unmatched, after_tax_matched, match;
  Money match_distributed, match_forfeited;  // the vested part of `match`, and the rest
  // Match of contributions that went back, which would leave a better rate than that of others.
  Money related_match_forfeited;
  std::optional<Money> earnings;  // a loss is negative; none where the account is not told
  // Form 1099-R: what is paid, what of it is income, and the after-tax money; code 8 in box 7.
  std::optional<Money> box_1, box_2a;
  Money box_5;
};

struct AcpDeadlines {
  Date without_tax, last, form_5330;
  bool six_months = false;
};

/// The test of deferrals beside it.  IRC 401(k)(3)
struct AdpReport {
  AcpGroup nhce, hce;
  Hundredths limit;
  AcpResult result = AcpResult::undetermined;
  Money excess;
  std::vector<AcpRefund> refunds;   // paid back
  std::vector<AcpRefund> catch_up;  // of the excess, what stays as catch-up
};

/// Whether key employees have most of the accounts.  IRC 416
struct TopHeavy {
  std::optional<Hundredths> ratio;  // of the accounts; none where balances are not told
  bool top_heavy = false;
  Hundredths minimum;         // of pay, for everybody who is no key employee
  std::optional<Money> cost;  // of that minimum, where nothing else is contributed
};

/// What would open the test, or how far it is open. A figure that nothing can reach is empty.
struct AcpSolution {
  std::string_view what;  // "hce-rate"
  std::optional<Hundredths> pct;
  std::optional<Money> dollars;  // what it costs, or lets in
  std::optional<Money> cap;      // of each person, in dollars
  std::optional<std::int64_t> people;
  std::string note;
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
  std::vector<AcpRefund> refunds;    // the largest amounts first
  Hundredths largest_hce_after_tax;  // the uniform rate of pay that would pass
  std::vector<AcpElection> elections;
  std::vector<AcpPart> parts;  // where the test is run in two
  std::vector<AcpReturned> corrections;
  std::optional<AcpDeadlines> deadlines;
  Money excise_if_late;
  std::optional<AdpReport> adp;
  std::optional<TopHeavy> top_heavy;
  std::vector<AcpSolution> solutions;
  std::vector<std::string> notes;  // how it was run, exemptions, deadlines
  std::vector<Question> questions;
  Assumptions assumptions;
  Findings findings;
};

}  // namespace rothcheck
