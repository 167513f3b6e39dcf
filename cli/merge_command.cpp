// `rothcheck merge`: the sums of the runs on the pieces of one census, added up.
#include <fmt/format.h>

#include <filesystem>
#include <ostream>
#include <set>
#include <string>
#include <utility>

#include "checker/law/contribution_percentage.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/findings.hpp"
#include "cli/inputs.hpp"
#include "cli/partial.hpp"
#include "reports/acp.hpp"

namespace rothcheck::cli {

namespace {

/// What current-year testing makes of the sums, as comments: what is printed can be merged again.
void write_test(const Partial& all, std::ostream& out) {
  using reports::percent;
  const auto write = [&](const AcpGroup& nhce, const AcpGroup& hce, std::string_view match) {
    const std::int64_t limit = checker::limit_in_quarters(nhce.average());
    out << fmt::format("# match {}: NHCE {} of {}, HCE {} of {}; the limit is {}: {}\n", match,
                       percent(nhce.average()), nhce.count, percent(hce.average()), hce.count,
                       percent({divide(limit, 4, Round::down)}),
                       4 * hce.average().count <= limit ? "pass" : "fail");
  };
  if (all.acp.nhce.count == 0) {
    out << "# The ACP test: nobody is a nonhighly compensated employee, so there is none.\n";
    return;
  }
  out << "# The ACP test of " << all.year << ", where the plan tests by the current year:\n";
  write(all.acp.nhce, all.acp.hce, "counted");
  write(all.acp.nhce_without_match, all.acp.hce_without_match, "left out (safe harbor match only)");
  if (all.acp.status_unknown != 0) {
    out << fmt::format("# {} employees have no HCE status and count as nonhighly compensated\n",
                       all.acp.status_unknown);
  }
}

}  // namespace

Exit merge(const MergeCommand& command, const Console& console) {
  Inputs inputs;
  std::optional<Partial> all;
  std::set<std::string> added;
  for (const std::string& path : command.partials) {
    if (!added.insert(std::filesystem::path{path}.lexically_normal().string()).second) {
      inputs.say(finding::other_run, fmt::format("{} is given twice", path));
      continue;
    }
    std::string reason;
    std::optional<std::string> text = read_file(path, reason);
    if (!text) {
      inputs.say(finding::unreadable_file, fmt::format("cannot read {}: {}", path, reason));
      continue;
    }
    const std::uint16_t source =
        inputs.sources.add(path == "-" ? "standard input" : path, std::move(*text));
    std::optional<Partial> one = read_partial(inputs.sources, source, inputs.findings);
    if (!one) continue;
    if (!all) {
      all = std::move(one);
    } else if (one->plan != all->plan || one->year != all->year) {
      inputs.say(finding::other_run,
                 fmt::format("this is a run of \"{}\" in {}, the first is of \"{}\" in {}",
                             one->plan, one->year, all->plan, all->year),
                 inputs.sources.start_of(source));
    } else {
      add(all->summary, one->summary);
      checker::add(all->acp, one->acp);
    }
  }
  show(inputs.findings, inputs.sources, false, console);
  // A sum of less than all pieces must not look like the sum.
  if (has_error(inputs.findings) || !all) return Exit::unread;
  write_partial(*all, console.out);
  write_test(*all, console.out);
  return Exit::fine;
}

}  // namespace rothcheck::cli
