// `rothcheck merge`: the sums of the runs on the pieces of one census, added up.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "checker/acp/acp.hpp"
#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "run/batch/partial.hpp"
#include "run/files/files.hpp"
#include "run/files/no_people.hpp"
#include "run/findings.hpp"

namespace rothcheck::cli {

namespace {

/// What the test makes of the sums, as comments: what is printed can be merged again.
void write_test(const run::Partial& all, std::ostream& out) {
  if (all.tested.exempt) {
    out << "# The ACP test: this plan is not tested (IRC 401(a)(5)(G), 403(b)(1)(D), (12)(C)).\n";
    return;
  }
  if (all.acp.nhce.count == 0) {
    out << "# The ACP test: nobody is a nonhighly compensated employee, so there is none.\n";
    return;
  }
  if (all.tested.prior_year) {
    out << fmt::format(
        "# The ACP test of {} takes the average of the others in {}, which no sums hold: see "
        "`rothcheck acp --prior-nhce`. HCE {} of {}\n",
        all.year, all.year - 1, percent(all.acp.hce.average()), all.acp.hce.count);
    return;
  }
  out << "# The ACP test of " << all.year << " by the current year:\n";
  for (const AcpElection& way : checker::current_year_ways(all.acp, all.tested.left_out)) {
    // Somebody whose row was left out may be who decides it.
    const AcpResult result = all.summary.rows_rejected != 0 ? AcpResult::undetermined : way.result;
    out << fmt::format("# match {}: NHCE {} of {}, HCE {} of {}; the limit is {}: {}\n", way.match,
                       percent(way.nhce), all.acp.nhce.count, percent(way.hce), all.acp.hce.count,
                       percent(way.limit), to_string(result));
  }
  if (all.summary.rows_rejected != 0) {
    out << fmt::format("# {} rows were left out, and may be of people who belong in the test\n",
                       all.summary.rows_rejected);
  }
  if (all.acp.status_unknown != 0) {
    out << fmt::format("# {} employees have no HCE status, or money that one row does not settle\n",
                       all.acp.status_unknown);
  }
}

/// Whether two names are one file, by a link or by two spellings.
bool is_one_file(const std::string& a, const std::string& b) {
  std::error_code failed;
  return a == b || (std::filesystem::equivalent(a, b, failed) && !failed);
}

}  // namespace

Exit merge(const MergeCommand& command, const Console& console) {
  Inputs inputs;
  std::optional<run::Partial> all;
  std::vector<std::string> added;
  for (const std::string& path : command.partials) {
    if (std::any_of(added.begin(), added.end(),
                    [&](const std::string& before) { return is_one_file(before, path); })) {
      inputs.say(run::finding::other_run, fmt::format("{} is given twice", path));
      continue;
    }
    added.push_back(path);
    std::string reason;
    std::optional<std::string> text = run::read_no_people(path, reason);
    if (!text) {
      inputs.say(run::unread_kind(reason), fmt::format("cannot read {}: {}", path, reason));
      continue;
    }
    const std::uint16_t source =
        inputs.sources.add(path == "-" ? "standard input" : path, std::move(*text));
    std::optional<run::Partial> one = run::read_partial(inputs.sources, source, inputs.findings);
    if (!one) continue;
    if (!all) {
      all = std::move(one);
    } else if (one->plan != all->plan || one->year != all->year) {
      inputs.say(run::finding::other_run,
                 fmt::format("this is a run of \"{}\" in {}, the first is of \"{}\" in {}",
                             one->plan, one->year, all->plan, all->year),
                 inputs.sources.start_of(source));
    } else if (one->annual_additions_limit != all->annual_additions_limit) {
      inputs.say(run::finding::other_run,
                 fmt::format("this run took {} as the annual additions limit of {}, the first {}",
                             to_string(one->annual_additions_limit), one->year,
                             to_string(all->annual_additions_limit)),
                 inputs.sources.start_of(source));
    } else if (one->tested.exempt != all->tested.exempt ||
               one->tested.prior_year != all->tested.prior_year ||
               one->tested.left_out != all->tested.left_out) {
      inputs.say(run::finding::other_run,
                 "this run's plan is tested in another way than the first's",
                 inputs.sources.start_of(source));
    } else if (const auto why_not = add(*all, *one)) {
      inputs.say(run::finding::other_run, *why_not, inputs.sources.start_of(source));
    }
  }
  show(inputs.findings, inputs.sources, false, console);
  // A sum of less than all pieces must not look like the sum.
  if (has_error(inputs.findings) || !all) return Exit::unread;
  run::write_partial(*all, console.out);
  write_test(*all, console.out);
  return Exit::fine;
}

}  // namespace rothcheck::cli
