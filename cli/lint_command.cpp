// `rothcheck lint`: what is to be said about plan definitions alone, and mending what can be
// mended.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <ostream>

#include "checker/lint/rules.hpp"
#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/kept_apart.hpp"
#include "cli/outputs.hpp"
#include "cli/repository.hpp"
#include "cli/unified_diff.hpp"
#include "reports/formats.hpp"
#include "reports/unicode.hpp"
#include "run/files/files.hpp"
#include "run/files/no_people.hpp"
#include "run/findings.hpp"
#include "run/fixes.hpp"
#include "run/lint_text.hpp"

namespace rothcheck::cli {

namespace {

std::vector<std::string> files_of(Inputs& inputs, const std::vector<std::string>& paths) {
  std::vector<std::string> all;
  for (const std::string& path : paths) {
    const std::vector<std::string> files = run::plan_files(path);
    if (files.empty()) {
      inputs.say(run::finding::no_plan_files, fmt::format("no file in {} ends in .plan", path));
      inputs.exit = worse(inputs.exit, Exit::unread);
    }
    all.insert(all.end(), files.begin(), files.end());
  }
  return all;
}

std::optional<std::string> read(Inputs& inputs, const std::string& path) {
  std::string reason;
  std::optional<std::string> text = run::read_no_people(path, reason);
  if (text) return text;
  inputs.say(run::unread_kind(reason), fmt::format("cannot read {}: {}", path, reason));
  inputs.exit = worse(inputs.exit, Exit::unread);
  return std::nullopt;
}

// Unsafe fixes are shown before they are made, and made only where --fix is given too.
void fix_file(Inputs& inputs, const std::string& path, const std::string& before,
              const LintCommand& command, const run::LintOptions& options, const Console& console) {
  const run::FixedText fixed = run::fix_text(path, before, options, command.unsafe_fixes);
  if (fixed.made == 0) return;
  if (command.unsafe_fixes)
    (command.fix ? console.err : console.out) << unified_diff(path, before, fixed.text);
  if (!command.fix) return;
  if (const std::optional<std::string> reason = run::rewrite_file(path, fixed.text)) {
    inputs.say(run::finding::unwritable_file, fmt::format("cannot write {}: {}", path, *reason));
    inputs.exit = worse(inputs.exit, Exit::unread);
    return;
  }
  console.err << fmt::format("{}: {} fixed\n", reports::printable(path), fixed.made);
}

void fix_files(Inputs& inputs, const std::vector<std::string>& files, const LintCommand& command,
               const run::LintOptions& options, const Console& console) {
  for (const std::string& path : files) {
    // What comes by standard input has no file to mend.
    if (path == "-") continue;
    if (const std::optional<std::string> text = read(inputs, path))
      fix_file(inputs, path, *text, command, options, console);
  }
}

// The sources that were linted.
std::vector<std::uint16_t> lint_files(Inputs& inputs, const std::vector<std::string>& files,
                                      const run::LintOptions& options) {
  std::vector<std::uint16_t> texts;
  for (const std::string& path : files) {
    if (!inputs.has_room()) break;
    if (std::optional<std::string> text = read(inputs, path))
      texts.push_back(inputs.sources.add(path == "-" ? "standard input" : path, std::move(*text)));
  }
  for (run::LintedText& linted : run::lint_texts(inputs.sources, texts, options)) {
    if (!linted.readable) inputs.exit = worse(inputs.exit, Exit::unread);
    std::move(linted.findings.begin(), linted.findings.end(), std::back_inserter(inputs.findings));
  }
  return texts;
}

std::vector<const FindingKind*> rules_of_lint() {
  std::vector<const FindingKind*> kinds;
  for (const checker::Rule* rule : checker::rules()) kinds.push_back(&rule->kind);
  return kinds;
}

bool is_open(const Finding& finding) { return finding.waived.empty(); }

Findings only(const Findings& findings, bool open) {
  Findings some;
  std::copy_if(findings.begin(), findings.end(), std::back_inserter(some),
               [open](const Finding& finding) { return is_open(finding) == open; });
  return some;
}

// Counted apart, so that nobody forgets what was let pass.
void write_waived(const Findings& waived, const Sources& sources, std::ostream& out) {
  if (waived.empty()) return;
  out << fmt::format("waived ({})\n", waived.size());
  for (const Finding& finding : waived) {
    out << "  ";
    reports::write_findings_concise({finding}, sources, out);
    out << "      " << reports::printable(finding.waived) << '\n';
  }
}

std::string counted(std::ptrdiff_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

// What a person looks for last, so that nothing said never looks like nothing done.
void write_summary(const Findings& open, std::size_t files, std::ostream& out) {
  std::string said;
  const auto count = [&](Severity severity, std::string_view one, std::string_view many) {
    const auto found = std::count_if(open.begin(), open.end(), [severity](const Finding& finding) {
      return finding.kind->severity == severity;
    });
    if (found != 0) said += (said.empty() ? "" : ", ") + counted(found, one, many);
  };
  count(Severity::error, "error", "errors");
  count(Severity::warning, "warning", "warnings");
  count(Severity::info, "note", "notes");
  const auto mended = std::count_if(open.begin(), open.end(), [](const Finding& finding) {
    return !finding.fix.empty() && finding.fix_is_safe;
  });
  if (mended != 0) said += fmt::format("; --fix can mend {} of them", mended);
  out << fmt::format("{}: {}\n",
                     counted(static_cast<std::ptrdiff_t>(files), "plan file", "plan files"),
                     said.empty() ? "nothing to say" : said);
}

}  // namespace

Exit lint(const LintCommand& command, const Console& console) {
  const auto targets =
      read_targets(command.formats, names_of(reports::findings_formats()), console);
  if (!targets) return Exit::usage;
  FilesOfRun run;
  run.reads_plans(command.plans);
  run.reads(command.limits);
  run.writes(*targets);
  if (!run.kept_apart(console)) return Exit::usage;
  Inputs inputs;
  inputs.read_limits(command.limits);
  const run::LintOptions options{inputs.limits, command.year, command.as_of};
  const std::vector<std::string> files = files_of(inputs, command.plans);
  if (command.fix || command.unsafe_fixes) fix_files(inputs, files, command, options, console);
  const bool only_shown = command.unsafe_fixes && !command.fix;
  if (only_shown) {
    show(inputs.findings, inputs.sources, false, console);
    return inputs.exit;
  }
  const std::vector<std::uint16_t> linted = lint_files(inputs, files, options);
  const Findings findings = reports::in_reading_order(std::move(inputs.findings));
  const Findings open = only(findings, true), waived = only(findings, false);
  const reports::FindingsReport report{
      findings,         inputs.sources, linted, rules_of_lint(), severity_named(command.fail_level),
      repository_here()};
  Exit exit = inputs.exit;
  for (const Target& target : *targets) {
    const reports::FindingsFormat& format =
        format_named(reports::findings_formats(), target.format);
    exit = worse(exit, write_target(
                           target, console,
                           [&](std::ostream& out, bool colour) {
                             format.write(report, colour, out);
                             if (target.format != "text") return;
                             write_waived(waived, inputs.sources, out);
                             write_summary(open, linted.size(), out);
                           },
                           run::Readers::umask));
  }
  const bool found = reaches(open, severity_named(command.fail_level));
  return worse(exit, found ? Exit::findings : Exit::fine);
}

}  // namespace rothcheck::cli
