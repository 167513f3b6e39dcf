#include "checker/acp/sums.hpp"

#include "checker/acp/acp.hpp"
#include "checker/law/contribution_percentage.hpp"
#include "checker/law/counted_contributions.hpp"
#include "checker/law/safe_harbor.hpp"

namespace rothcheck::checker {
namespace {

/// People who are a test of their own, or may be, are no part of these sums.
bool stands_apart(const TestedEmployee& employee, Excludables excludables) {
  return excludables != Excludables::together && employee.excludable != OtherwiseExcludable::no &&
         !employee.highly_compensated;
}

}  // namespace

bool counts_by_the_rates_of_others(const TestedEmployee& employee) {
  if (employee.highly_compensated) return false;
  return employee.match_most >
             most_match_counted(employee.compensation, employee.matched, Rate{}) ||
         employee.qnec > most_qnec_counted(employee.compensation, Rate{});
}

void add(AcpSums& sums, const TestedEmployee& employee, bool status_told, Excludables excludables,
         const MatchLeftOut& left_out) {
  if (!status_told || employee.match_least != employee.match_most || employee.lent > Money{} ||
      counts_by_the_rates_of_others(employee) || stands_apart(employee, excludables))
    ++sums.status_unknown;
  const auto count = [&](AcpGroup& group, Money match) {
    ++group.count;
    const Money all = employee.after_tax + employee.in_other_plans + employee.qnec + match;
    group.ratio_sum += contribution_ratio(all, employee.compensation).count;
  };
  const bool highly = employee.highly_compensated;
  count(highly ? sums.hce : sums.nhce, employee.match);
  count(highly ? sums.hce_without_match : sums.nhce_without_match,
        employee.match - left_out_of(left_out, employee.match, employee.compensation));
}

void add(AcpSums& sums, const AcpSums& others) {
  for (AcpGroup AcpSums::* group :
       {&AcpSums::nhce, &AcpSums::hce, &AcpSums::nhce_without_match, &AcpSums::hce_without_match}) {
    (sums.*group).count += (others.*group).count;
    (sums.*group).ratio_sum += (others.*group).ratio_sum;
  }
  sums.status_unknown += others.status_unknown;
}

std::vector<AcpElection> current_year_ways(const AcpSums& sums, const MatchLeftOut& left_out) {
  const auto way = [&](const AcpGroup& nhce, const AcpGroup& hce, std::string_view match,
                       std::string_view law) {
    AcpElection election{.method = "current-year", .match = match, .law = law};
    election.nhce = nhce.average();
    election.hce = hce.average();
    election.limit = shown_limit(election.nhce);
    if (sums.status_unknown == 0)
      election.result = passes(election.hce, election.nhce) ? AcpResult::pass : AcpResult::fail;
    return election;
  };
  std::vector<AcpElection> ways = {way(sums.nhce, sums.hce, "counted", "IRC 401(m)(2)(A)")};
  if (!left_out.nothing()) {
    ways.push_back(way(sums.nhce_without_match, sums.hce_without_match, "disregarded",
                       "Treas. Reg. 1.401(m)-2(a)(5)(iv)"));
  }
  return ways;
}

}  // namespace rothcheck::checker
