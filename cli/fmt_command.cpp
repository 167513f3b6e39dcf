// `rothcheck fmt`: plan files in their one canonical layout.
#include <fmt/format.h>

#include <optional>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/unified_diff.hpp"
#include "dsl/format.hpp"
#include "reports/unicode.hpp"
#include "run/files/files.hpp"
#include "run/files/no_people.hpp"
#include "run/findings.hpp"

namespace rothcheck::cli {

namespace {

constexpr std::string_view standard_input = "-";

// A file's name may have a line break in it, and what follows that would be a line of its own.
std::string shown_path(const std::string& path) {
  return path == standard_input ? "standard input" : reports::printable(path);
}

Exit complain(Findings findings, const Sources& sources, const Console& console) {
  show(findings, sources, false, console);
  return Exit::unread;
}

// What is wanted of one text and its layout.
Exit deliver(const FormatCommand& command, const std::string& path, std::string_view before,
             const std::string& after, const Console& console) {
  const bool changes = before != after;
  if (command.diff) console.out << unified_diff(shown_path(path), before, after);
  if (command.check) {
    if (changes && !command.diff) console.out << shown_path(path) << " would change\n";
    return changes ? Exit::findings : Exit::fine;
  }
  if (command.diff) return Exit::fine;
  if (path == standard_input) {
    console.out << after;
  } else if (changes) {
    if (const std::optional<std::string> reason = run::rewrite_file(path, after)) {
      return complain(
          {{&run::finding::unwritable_file, fmt::format("cannot write {}: {}", path, *reason)}}, {},
          console);
    }
    console.out << shown_path(path) << " formatted\n";
  }
  return Exit::fine;
}

// One file is forgotten before the next one is read.
Exit format_file(const FormatCommand& command, const std::string& path, const Console& console) {
  std::string reason;
  std::optional<std::string> text = run::read_no_people(path, reason);
  if (!text) {
    return complain({{&run::unread_kind(reason), fmt::format("cannot read {}: {}", path, reason)}},
                    {}, console);
  }
  Sources sources;
  const std::uint16_t source = sources.add(shown_path(path), std::move(*text));
  const Outcome<std::string> formatted = dsl::format(sources, source);
  if (!formatted) return complain(formatted.findings, sources, console);
  return deliver(command, path, sources.text(source), *formatted.value, console);
}

}  // namespace

Exit format(const FormatCommand& command, const Console& console) {
  Exit exit = Exit::fine;
  for (const std::string& path : command.plans) {
    const std::vector<std::string> files = run::plan_files(path);
    if (files.empty()) {
      exit = worse(exit, complain({{&run::finding::no_plan_files,
                                    fmt::format("no file in {} ends in .plan", path)}},
                                  {}, console));
    }
    for (const std::string& file : files) exit = worse(exit, format_file(command, file, console));
  }
  return exit;
}

}  // namespace rothcheck::cli
