// `rothcheck merge`: the sums of the runs on the pieces of one census, added up.
#include <fmt/format.h>

#include <ostream>
#include <utility>

#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/findings.hpp"
#include "cli/inputs.hpp"
#include "cli/partial.hpp"

namespace rothcheck::cli {

Exit merge(const MergeCommand& command, const Console& console) {
  Inputs inputs;
  std::optional<Partial> all;
  for (const std::string& path : command.partials) {
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
    }
  }
  show(inputs.findings, inputs.sources, false, console);
  // A sum of less than all pieces must not look like the sum.
  if (has_error(inputs.findings) || !all) return Exit::unread;
  write_partial(*all, console.out);
  return Exit::fine;
}

}  // namespace rothcheck::cli
