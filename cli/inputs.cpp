// What a command reads before it works: the figures of the law, and plans.
#include "cli/inputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <ostream>
#include <utility>

#include "checker/judge/check.hpp"
#include "dsl/load.hpp"
#include "intake/limits/limits.hpp"
#include "reports/report.hpp"
#include "run/files/files.hpp"
#include "run/files/no_people.hpp"
#include "run/findings.hpp"
#include "run/lint_text.hpp"

namespace rothcheck::cli {

namespace {

constexpr std::size_t most_shown = 50;

void append(Findings& all, Findings more) {
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

std::optional<std::uint16_t> add_source(Inputs& inputs, const std::string& path) {
  if (!inputs.has_room()) return std::nullopt;
  std::string reason;
  std::optional<std::string> text = run::read_no_people(path, reason);
  if (text) return inputs.sources.add(path == "-" ? "standard input" : path, std::move(*text));
  inputs.say(run::unread_kind(reason), fmt::format("cannot read {}: {}", path, reason));
  inputs.exit = worse(inputs.exit, Exit::unread);
  return std::nullopt;
}

void read_plan(Inputs& inputs, std::uint16_t source) {
  Outcome<std::vector<Plan>> loaded = dsl::load(inputs.sources, source);
  if (!loaded || run::could_not_be_parsed(loaded.findings))
    inputs.exit = worse(inputs.exit, Exit::unread);
  if (loaded)
    std::move(loaded.value->begin(), loaded.value->end(), std::back_inserter(inputs.plans));
  append(inputs.findings, std::move(loaded.findings));
}

}  // namespace

void Inputs::say(const FindingKind& kind, std::string message, Span where) {
  findings.push_back({&kind, std::move(message), where});
}

bool Inputs::has_room() {
  if (sources.count() < Sources::most) return true;
  const auto is_said = [](const Finding& finding) {
    return finding.kind == &run::finding::too_many_files;
  };
  if (std::none_of(findings.begin(), findings.end(), is_said)) {
    say(run::finding::too_many_files,
        "one run reads 65,000 files at most; the others are left out");
    exit = worse(exit, Exit::unread);
  }
  return false;
}

void Inputs::read_limits(const std::vector<std::string>& paths) {
  limits = intake::embedded_limits(sources);
  for (const std::string& path : paths) {
    const std::optional<std::uint16_t> source = add_source(*this, path);
    if (!source) continue;
    Findings found = intake::read_limits(sources, *source, limits);
    if (has_error(found)) exit = worse(exit, Exit::unread);
    append(findings, std::move(found));
  }
}

void Inputs::read_plans(const std::vector<std::string>& paths) {
  for (const std::string& path : paths) {
    const std::vector<std::string> files = run::plan_files(path);
    if (files.empty()) {
      say(run::finding::no_plan_files, fmt::format("no file in {} ends in .plan", path));
      exit = worse(exit, Exit::unread);
    }
    for (const std::string& file : files) {
      if (const std::optional<std::uint16_t> source = add_source(*this, file))
        read_plan(*this, *source);
    }
  }
}

void Inputs::read_plan_text(std::string name, std::string text) {
  if (const std::string reason = run::why_not_read(text); !reason.empty()) {
    say(run::unread_kind(reason), fmt::format("cannot read {}: {}", name, reason));
    exit = worse(exit, Exit::unread);
    return;
  }
  read_plan(*this, sources.add(std::move(name), std::move(text)));
}

void keep_plan(Inputs& inputs, const std::string& name) {
  std::string names;
  for (const Plan& plan : inputs.plans)
    names += fmt::format("{}\"{}\"", names.empty() ? "" : ", ", plan.name);
  std::erase_if(inputs.plans, [&name](const Plan& plan) { return plan.name != name; });
  if (!inputs.plans.empty()) return;
  inputs.say(run::finding::plan_not_found, fmt::format("there is no plan \"{}\"; the files have {}",
                                                       name, names.empty() ? "none" : names));
  inputs.exit = worse(inputs.exit, Exit::usage);
}

std::optional<int> year_of(Inputs& inputs, const Plan& plan, std::optional<int> asked) {
  const std::optional<int> year = asked ? asked : plan.year;
  if (!year) {
    inputs.say(run::finding::year_missing, "the plan states no year and --year is not given",
               plan.where);
    inputs.exit = worse(inputs.exit, Exit::usage);
    return std::nullopt;
  }
  Findings missing = checker::year_is_known(inputs.limits, plan, *year);
  const bool known = !has_error(missing);
  append(inputs.findings, std::move(missing));
  if (!known) return std::nullopt;
  Findings errors = checker::conflicts_in(plan, *year, inputs.limits);
  if (errors.empty()) return year;
  append(inputs.findings, std::move(errors));
  inputs.say(run::finding::plan_left_out, "a plan with an error has no answer and is left out",
             plan.where);
  inputs.exit = worse(inputs.exit, Exit::findings);
  return std::nullopt;
}

bool reaches(const Findings& findings, Severity level) {
  return std::any_of(findings.begin(), findings.end(),
                     [level](const Finding& finding) { return finding.kind->severity >= level; });
}

void show(const Findings& findings, const Sources& sources, bool quiet, const Console& console) {
  Findings shown;
  std::copy_if(findings.begin(), findings.end(), std::back_inserter(shown),
               [quiet](const Finding& finding) {
                 return !quiet || finding.kind->severity == Severity::error;
               });
  shown = reports::in_reading_order(std::move(shown));
  const std::size_t left_out = shown.size() > most_shown ? shown.size() - most_shown : 0;
  if (left_out != 0) shown.erase(shown.begin() + most_shown, shown.end());
  reports::write_findings_text(shown, sources, console.colour_err, console.err);
  if (left_out != 0) console.err << "and " << left_out << " more; -f json has them all\n";
}

}  // namespace rothcheck::cli
