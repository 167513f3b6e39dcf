// 401(m): the actual contribution percentage test, its limit, and its correction.
#pragma once

#include <string>
#include <vector>

#include "model/acp.hpp"

namespace rothcheck::checker {

/// One eligible employee in the test.
struct TestedEmployee {
  std::string id;
  bool highly_compensated = false;
  Money compensation;  // 414(s), up to the 401(a)(17) limit
  Money after_tax;
  Money match;
  // What the match can be while deferrals or a discretionary match are not stated.
  Money match_least, match_most;

  Money contributions() const { return after_tax + match; }
};

/// Contributions over compensation, to the nearest hundredth of a percent; 0 where nothing is paid.
std::int64_t contribution_ratio(Money contributions, Money compensation);

AcpGroup group_of(const std::vector<TestedEmployee>& employees, bool highly_compensated);

/// Adds what one employee brings into the test, with the match and with what may be left out of it
/// left out.
void add(AcpSums& sums, const TestedEmployee& employee, const MatchLeftOut& left_out);
/// Adds the sums of another piece of the census.
void add(AcpSums& sums, const AcpSums& others);

/// The employee with that part of the match left out.
TestedEmployee without(const MatchLeftOut& left_out, TestedEmployee employee);

/// Whether the highly compensated pass: their average, rounded, against the limit, which is not.
bool passes(Hundredths hce, Hundredths nhce);
/// The limit as it is shown, to the nearest hundredth of a percent.
Hundredths shown_limit(Hundredths nhce);

/// Four times the most that the highly compensated may average, in hundredths, so that 125% is
/// whole: the greater of 1.25 N and the lesser of 2 N and N + 2.  IRC 401(m)(2)(A)
std::int64_t limit_in_quarters(Hundredths nhce);

/// What must go back, by two levellings: of ratios to find the amount, of dollars to find the
/// people.
struct AcpCorrection {
  Money excess;
  std::vector<AcpRefund> refunds;
};
AcpCorrection correction_of(const std::vector<TestedEmployee>& employees, Hundredths nhce);

/// The largest uniform after-tax rate of the highly compensated that passes beside their match.
Hundredths largest_after_tax_rate(const std::vector<TestedEmployee>& employees, Hundredths nhce);

}  // namespace rothcheck::checker
