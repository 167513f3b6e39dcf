// When a run can go block by block, and what its end is.
#include "cli/check_batch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "checker/acp/acp.hpp"
#include "checker/acp/acp_of_plan.hpp"
#include "cli/census_input.hpp"
#include "cli/check_page.hpp"
#include "run/batch/acp_in_blocks.hpp"
#include "run/batch/batch.hpp"
#include "run/batch/partial.hpp"
#include "run/files/files.hpp"
#include "run/findings.hpp"
#include "run/waivers.hpp"

namespace rothcheck::cli {

namespace {

/// A page shows few of very many people, and is written from their sums.
bool is_large_page(const CheckCommand& command, const std::vector<Target>& targets) {
  return targets.front().format == "html" && is_too_large_for_a_page(*command.participants);
}

// Everything but rows of answers needs all people at once, or their derivations.
bool asks_for_rows_alone(const CheckCommand& command, const std::vector<Target>& targets,
                         const reports::CsvColumns& columns) {
  const bool rows_suffice = command.acp ? columns.empty() : !reports::need_all_rows(columns);
  return rows_suffice && targets.size() == 1 && command.participants && command.with.empty() &&
         command.explain.empty() && command.expect.empty() && !command.census.rejects &&
         (targets.front().format == "csv" || is_large_page(command, targets));
}

std::optional<int> known_year(const Inputs& inputs, const Plan& plan, std::optional<int> asked) {
  const std::optional<int> year = asked ? asked : plan.year;
  const bool known = year && !has_error(checker::year_is_known(inputs.limits, plan, *year)) &&
                     checker::conflicts_in(plan, *year, inputs.limits).empty();
  return known ? year : std::nullopt;
}

/// Empty where the file has to be read whole.
std::optional<run::RoomsInBlocks> rooms_after_test(const CheckCommand& command,
                                                   const checker::Checker& checker,
                                                   const intake::CensusOptions& options) {
  if (!command.prior_nhce.empty() && !average_named(command.prior_nhce)) return std::nullopt;
  return run::rooms_in_blocks(
      {.checker = checker,
       .options = {.prior_nhce = average_named(command.prior_nhce),
                   .first_year = command.first_year},
       .file = {
           .participants = *command.participants, .options = options, .threads = command.threads}});
}

reports::CsvColumns columns_of(const std::optional<run::RoomsInBlocks>& tested) {
  reports::CsvColumns columns = reports::all_csv_columns();
  if (!tested) return columns;
  columns.push_back(reports::CsvColumn::room_after_acp);
  columns.push_back(reports::CsvColumn::acp_constraint);
  return columns;
}

}  // namespace

void tell_outcome(const AcpOutcome& outcome, PlanAnswer& answer) {
  if (!answer.acp) return;
  // A solo plan is not tested, unless the census has somebody to compare the owners with.
  if (!answer.acp->untested.empty() && outcome.result == AcpResult::exempt) return;
  answer.acp->outcome = outcome;
  for (Finding& finding : checker::limits_room(answer)) answer.findings.push_back(finding);
}

std::optional<Exit> check_by_batches(Inputs& inputs, const CheckCommand& command,
                                     const std::vector<Target>& targets,
                                     const reports::CsvColumns& columns, const std::string& id_key,
                                     const Console& console, std::string& beginning) {
  if (!asks_for_rows_alone(command, targets, columns) || inputs.plans.size() != 1 ||
      !run::takes_batches(inputs.plans.front())) {
    return std::nullopt;
  }
  const Plan& plan = inputs.plans.front();
  const std::optional<int> year = known_year(inputs, plan, command.year);
  if (!year) return std::nullopt;
  CensusSource source = command.census;
  source.path = *command.participants;
  // Of a file in blocks the rows that are left out are not at hand.
  source.shows_rejects = false;
  const std::size_t said = inputs.findings.size();
  const Exit exit_before = inputs.exit;
  const auto options = census_options(inputs, source, census_year(inputs, command.year));
  if (!options) {
    // The whole way says it again.
    inputs.findings.resize(said);
    inputs.exit = exit_before;
    return std::nullopt;
  }
  const checker::Checker checker{plan, *year, inputs.limits};
  const bool page = targets.front().format == "html";
  std::optional<run::RoomsInBlocks> tested;
  if (command.acp) {
    tested = page ? std::nullopt : rooms_after_test(command, checker, *options);
    if (!tested) {
      inputs.findings.resize(said);
      return std::nullopt;
    }
  }
  const run::BatchJob job{.plan = plan,
                          .checker = checker,
                          .rows = console.out,
                          .participants = source.path,
                          .options = *options,
                          .output = page ? std::string{} : targets.front().path,
                          .columns = columns.empty() ? columns_of(tested) : columns,
                          .plan_file = std::string{inputs.sources.path(plan.where.source)},
                          .id_key = id_key,
                          .sums_for_acp = command.partial.has_value() || page,
                          .rooms_after_acp = tested && tested->rooms && checker.plan_answer().acp
                                                 ? &*tested->rooms
                                                 : nullptr,
                          .most_kept = page ? reports::most_people_on_a_page : 0,
                          .as_of = command.as_of,
                          .progress = console.err_is_terminal ? &console.err : nullptr,
                          .threads = command.threads};
  std::optional<run::BatchResult> result = run::check_in_batches(job, beginning);
  if (!result) {
    inputs.findings.resize(said);
    return std::nullopt;
  }

  if (!result->census.readable) inputs.exit = worse(inputs.exit, Exit::unread);
  std::move(result->census.findings.begin(), result->census.findings.end(),
            std::back_inserter(inputs.findings));
  if (result->totals.masked_ids) {
    inputs.say(run::finding::ids_look_alike,
               "ids are masked and the result has no column that tells their rows");
  }
  if (!result->unread_because.empty()) {
    inputs.say(run::finding::unreadable_file,
               fmt::format("cannot read {}: {}", source.path, result->unread_because));
    inputs.exit = worse(inputs.exit, Exit::unread);
  }
  if (!result->unwritten_because.empty()) {
    inputs.say(run::finding::unwritable_file,
               fmt::format("cannot write {}: {}", job.output, result->unwritten_because));
    inputs.exit = worse(inputs.exit, Exit::unread);
  }
  const bool whole = inputs.exit != Exit::unread;
  if (command.partial && whole)
    write_sums(inputs, *command.partial,
               {plan.name, *year, checker.annual_additions_limit(), checker::acp_terms(checker),
                result->totals.summary, result->totals.acp});

  PlanAnswer answer = checker.plan_answer();
  if (tested) {
    tell_outcome(tested->outcome, answer);
  } else if (!page) {
    say_without_test(inputs, answer);
  }
  run::settle_waivers(plan, command.as_of, inputs.findings, answer.findings);
  const Severity level = severity_named(command.fail_level);
  const bool found = reaches(inputs.findings, level) || reaches(answer.findings, level) ||
                     result->totals.gravest >= std::optional{level};
  Findings shown = inputs.findings;
  shown.insert(shown.end(), answer.findings.begin(), answer.findings.end());
  show(shown, inputs.sources, command.quiet, console);
  Exit exit = worse(inputs.exit, found ? Exit::findings : Exit::fine);
  if (page && whole) {
    exit = worse(
        exit, write_page(inputs, command, targets, checker, std::move(answer), *result, console));
  }
  return exit;
}

void say_without_test(Inputs& inputs, const PlanAnswer& plan) {
  if (!plan.acp || !plan.acp->untested.empty()) return;
  inputs.say(
      run::finding::acp_not_run,
      fmt::format("the ACP test of {} is not part of a run that writes rows alone", plan.year));
}

reports::CsvColumns read_columns(Inputs& inputs, const std::string& names) {
  reports::CsvColumns columns;
  if (names.empty()) return columns;
  for (std::size_t at = 0; at <= names.size();) {
    const std::size_t end = std::min(names.find(',', at), names.size());
    const std::string name = names.substr(at, end - at);
    at = end + 1;
    if (const auto column = reports::csv_column_named(name)) {
      columns.push_back(*column);
      continue;
    }
    inputs.say(run::finding::unknown_csv_column,
               fmt::format("--columns: the CSV result has no column \"{}\"", name));
    inputs.exit = worse(inputs.exit, Exit::usage);
  }
  return columns;
}

void write_sums(Inputs& inputs, const std::string& path, const run::Partial& partial) {
  const auto failure =
      run::write_file(path, [&](std::ostream& out) { run::write_partial(partial, out); });
  if (!failure) return;
  inputs.say(run::finding::unwritable_file, fmt::format("cannot write {}: {}", path, *failure));
  inputs.exit = worse(inputs.exit, Exit::unread);
}

}  // namespace rothcheck::cli
