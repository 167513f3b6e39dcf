#include "cli/check_page.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "checker/acp/acp.hpp"
#include "cli/behind.hpp"
#include "cli/repository.hpp"
#include "reports/formats.hpp"
#include "run/waivers.hpp"

namespace rothcheck::cli {

namespace {

/// What the sums tell of the test: whether it passes in every permitted way, but not what goes back
/// to whom. None where the sums do not have what it takes.
std::optional<AcpOutcome> outcome_of_sums(const AcpTerms& terms, const run::BatchTotals& totals) {
  if (terms.exempt || terms.prior_year) return std::nullopt;
  const std::int64_t left_out = totals.summary.rows_rejected;
  if (totals.acp.nhce.count == 0) return std::nullopt;
  const std::vector<AcpElection> ways = checker::current_year_ways(totals.acp, terms.left_out);
  const AcpElection& way = ways.back();
  AcpOutcome outcome{.result = way.result,
                     .nhce = way.nhce,
                     .hce = way.hce,
                     .limit = way.limit,
                     .people_left_out = left_out};
  const bool differ = std::any_of(ways.begin(), ways.end(), [&](const AcpElection& other) {
    return other.result != way.result;
  });
  if (differ || left_out != 0) outcome.result = AcpResult::undetermined;
  if (outcome.result == AcpResult::fail) outcome.excess_high = Money::ceiling();
  return outcome;
}

}  // namespace

bool is_too_large_for_a_page(const std::string& path) {
  // Of rows as short as they come these are some ten thousand.
  constexpr std::uintmax_t large = std::uintmax_t{1} << 20;
  std::error_code failed;
  const std::uintmax_t size = std::filesystem::file_size(path, failed);
  return !failed && size > large;
}

Exit write_page(const Inputs& inputs, const CheckCommand& command,
                const std::vector<Target>& targets, const checker::Checker& checker,
                PlanAnswer plan, const run::BatchResult& result, const Console& console) {
  CheckReport report;
  report.year = plan.year;
  report.limits = &inputs.limits;
  report.sources = &inputs.sources;
  report.summary = result.totals.summary;
  report.findings = reports::in_reading_order(inputs.findings);
  if (plan.acp && plan.acp->untested.empty())
    plan.acp->outcome = outcome_of_sums(checker::acp_terms(checker), result.totals);
  for (const Participant& person : result.kept) {
    report.participants.push_back(checker.assess(person));
    run::waive(inputs.plans.front(), command.as_of, report.participants.back().findings);
  }
  report.plans.push_back(std::move(plan));
  reports::Behind behind = files_behind(inputs, command, targets, {});
  add_sheet(behind, result.census, result.census.findings);
  add_advice(behind, inputs, report, {}, 0);
  const std::vector<reports::Tally> tallies = {result.tally};
  const reports::Format& format = format_named(reports::formats(), targets.front().format);
  return write_target(targets.front(), console, [&](std::ostream& out, bool colour) {
    format.write(report,
                 {.colour = colour,
                  .width = console.width,
                  .fail_level = severity_named(command.fail_level),
                  .repository = repository_here(),
                  .behind = &behind,
                  .tallies = &tallies},
                 out);
  });
}

}  // namespace rothcheck::cli
