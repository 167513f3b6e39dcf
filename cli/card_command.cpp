// `rothcheck card`: the plan on a page for a committee.
#include <fmt/format.h>

#include "checker/judge/check.hpp"
#include "cli/inputs.hpp"
#include "cli/kept_apart.hpp"
#include "cli/papers.hpp"
#include "reports/card.hpp"
#include "run/findings.hpp"

namespace rothcheck::cli {

namespace {

void write_card(const reports::Card& card, const std::string& format, std::ostream& out) {
  if (format == "html") return reports::write_card_html(card, out);
  if (format == "markdown") return reports::write_card_markdown(card, out);
  reports::write_card_text(card, out);
}

}  // namespace

Exit card(const CardCommand& command, const Console& console) {
  const auto targets = read_targets(command.formats, {"text", "html", "markdown"}, console);
  if (!targets) return Exit::usage;
  FilesOfRun files;
  files.reads_plans(command.plans);
  files.reads(command.limits);
  files.writes(*targets);
  if (!files.kept_apart(console)) return Exit::usage;
  Inputs inputs;
  inputs.read_limits(command.limits);
  inputs.read_plans(command.plans);
  if (command.plan) keep_plan(inputs, *command.plan);
  if (inputs.plans.size() > 1) {
    inputs.say(run::finding::several_plans,
               fmt::format("the files have {} plans, and a card is of one", inputs.plans.size()));
    inputs.findings.back().notes.push_back({"choose one with --plan NAME"});
    inputs.exit = worse(inputs.exit, Exit::usage);
  }
  const bool one = inputs.plans.size() == 1 && inputs.exit != Exit::usage;
  const std::optional<int> year =
      one ? year_of(inputs, inputs.plans.front(), command.year) : std::nullopt;
  show(inputs.findings, inputs.sources, false, console);
  Exit exit =
      worse(inputs.exit, reaches(inputs.findings, Severity::error) ? Exit::findings : Exit::fine);
  if (!year) return exit;
  const checker::Checker checker{inputs.plans.front(), *year, inputs.limits};
  const reports::Card card =
      reports::card_of(inputs.plans.front(), checker.plan_answer(), inputs.sources, inputs.limits);
  for (const Target& target : *targets) {
    exit = worse(exit, write_target(
                           target, console,
                           [&](std::ostream& out, bool) { write_card(card, target.format, out); },
                           run::Readers::umask));
  }
  return exit;
}

}  // namespace rothcheck::cli
