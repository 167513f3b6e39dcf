// `-f FORMAT[:PATH]`: what to write, and where.
#include "cli/outputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "reports/report.hpp"
#include "reports/unicode.hpp"
#include "run/files/files.hpp"
#include "run/findings.hpp"

namespace rothcheck::cli {

std::optional<std::vector<Target>> read_targets(const std::vector<std::string>& asked,
                                                const std::vector<std::string_view>& formats,
                                                const Console& console) {
  if (asked.empty()) return std::vector<Target>{{std::string(formats.front()), ""}};
  std::vector<Target> targets;
  for (const std::string& text : asked) {
    const std::size_t colon = text.find(':');
    Target target{text.substr(0, colon), colon == text.npos ? "" : text.substr(colon + 1)};
    if (colon != text.npos && target.path.empty()) {
      console.err << fmt::format("rothcheck: -f {} names no file behind the colon\n",
                                 reports::printable(text));
      return std::nullopt;
    }
    if (target.path == "-") target.path.clear();
    if (std::find(formats.begin(), formats.end(), target.format) == formats.end()) {
      console.err << fmt::format("rothcheck: there is no format {}; the formats are {}\n",
                                 reports::printable(target.format), fmt::join(formats, ", "));
      return std::nullopt;
    }
    targets.push_back(std::move(target));
  }
  if (std::count_if(targets.begin(), targets.end(),
                    [](const Target& target) { return target.path.empty(); }) > 1) {
    console.err << "rothcheck: two formats want standard output; write one to a file, as in -f "
                   "json:result.json\n";
    return std::nullopt;
  }
  for (std::size_t i = 0; i < targets.size(); ++i) {
    const auto same = [&](const Target& other) { return other.path == targets[i].path; };
    if (targets[i].path.empty() ||
        std::none_of(targets.begin(), targets.begin() + static_cast<std::ptrdiff_t>(i), same))
      continue;
    console.err << fmt::format("rothcheck: two formats want {}; name a file for each\n",
                               reports::printable(targets[i].path));
    return std::nullopt;
  }
  return targets;
}

Exit write_target(const Target& target, const Console& console,
                  const std::function<void(std::ostream&, bool colour)>& write,
                  run::Readers readers) {
  if (target.path.empty()) {
    write(console.out, console.colour_out);
    return Exit::fine;
  }
  // Colour is for eyes, not for files.
  const auto failure =
      run::write_file(target.path, [&write](std::ostream& out) { write(out, false); }, readers);
  if (!failure) return Exit::fine;
  const Finding finding{&run::finding::unwritable_file,
                        fmt::format("cannot write {}: {}", target.path, *failure)};
  reports::write_findings_text({finding}, Sources{}, console.colour_err, console.err);
  return Exit::unread;
}

}  // namespace rothcheck::cli
