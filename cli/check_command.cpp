// `rothcheck check`: plans, people, and the answers in every format asked for.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <ostream>

#include "checker/acp/acp.hpp"
#include "checker/acp/acp_of_plan.hpp"
#include "checker/judge/batch.hpp"
#include "checker/judge/check.hpp"
#include "cli/behind.hpp"
#include "cli/census_input.hpp"
#include "cli/check_batch.hpp"
#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/kept_apart.hpp"
#include "cli/outputs.hpp"
#include "cli/repository.hpp"
#include "reports/formats.hpp"
#include "reports/privacy.hpp"
#include "reports/report.hpp"
#include "run/batch/batch.hpp"
#include "run/files/files.hpp"
#include "run/findings.hpp"
#include "run/waivers.hpp"

namespace rothcheck::cli {

namespace {

struct People {
  std::vector<Participant> list;
  std::int64_t rows_rejected = 0, rows_skipped = 0, rows_read = 0;
  std::vector<std::uint64_t> skipped_rows = {};
  bool of_a_census = false, bargained_untold = false;
};

void misused(Inputs& inputs) { inputs.exit = worse(inputs.exit, Exit::usage); }

People read_participants(Inputs& inputs, const CheckCommand& command, std::string bytes,
                         reports::Behind& behind) {
  CensusSource source = command.census;
  source.path = *command.participants;
  source.bytes = std::move(bytes);
  const std::size_t said = inputs.findings.size();
  std::optional<intake::Census> census =
      read_census(inputs, source, census_year(inputs, command.year));
  if (!census) return {};
  const bool untold = bargained_untold(*census);
  if (source.shows_rejects) {
    const auto first = inputs.findings.begin() + static_cast<std::ptrdiff_t>(said);
    add_sheet(behind, *census, {first, inputs.findings.end()});
  }
  return {std::move(census->participants),
          census->rows_rejected,
          census->rows_skipped,
          census->rows_read,
          std::move(census->skipped_rows),
          census->readable,
          untold};
}

std::vector<std::string_view> field_names() {
  std::vector<std::string_view> names;
  for (const FieldRow& row : participant_fields()) names.push_back(row.name);
  return names;
}

void set_fact(Inputs& inputs, Participant& person, const std::string& fact) {
  const std::size_t equals = fact.find('=');
  const std::string name = fact.substr(0, equals);
  const std::string value = equals == fact.npos ? "" : fact.substr(equals + 1);
  if (name == "id") {
    person.id = value;
    return;
  }
  const std::optional<Field> field = field_named(name);
  std::optional<std::string> wrong;
  if (!field) {
    const std::string_view meant = nearest(name, field_names());
    wrong = meant.empty() ? "there is no such field"
                          : fmt::format("there is no such field; did you mean {}?", meant);
  } else {
    wrong = set_field(person, *field, value);
  }
  if (!wrong) return;
  inputs.say(run::finding::fact_not_read, fmt::format("--with {}: {}", name, *wrong));
  misused(inputs);
}

People read_facts(Inputs& inputs, const std::vector<std::string>& facts) {
  Participant person;
  person.id = "person";
  for (const std::string& fact : facts) set_fact(inputs, person, fact);
  if (inputs.exit == Exit::usage) return {};
  return {.list = {std::move(person)}};
}

People read_people(Inputs& inputs, const CheckCommand& command, std::string bytes,
                   reports::Behind& behind) {
  if (command.participants && !command.with.empty()) {
    inputs.say(run::finding::files_or_facts, "--participants and --with are given together");
    misused(inputs);
    return {};
  }
  if (command.participants) return read_participants(inputs, command, std::move(bytes), behind);
  return command.with.empty() ? People{} : read_facts(inputs, command.with);
}

checker::AcpOptions test_options(const CheckCommand& command, const People& people) {
  return {.prior_nhce = average_named(command.prior_nhce),
          .first_year = command.first_year,
          .people_left_out = people.rows_rejected,
          .bargained_untold = people.bargained_untold};
}

/// What the test of the census says of the plan, beside what each person has room for.
void run_test(const checker::Checker& checker, const CheckCommand& command, const People& people,
              PlanAnswer& answer) {
  if (!answer.acp) return;
  checker::AcpOptions options = test_options(command, people);
  options.brief = true;
  tell_outcome(checker::outcome_of(checker::acp_test(checker, people.list, options)), answer);
}

/// What the test leaves of the rooms, where that is settled.
void add_rooms_after_test(const checker::Checker& checker, const CheckCommand& command,
                          const People& people, std::size_t first, CheckReport& report) {
  const auto rooms = checker::rooms_after_acp(checker, people.list, test_options(command, people));
  if (!rooms) return;
  Money sum = report.summary.room_after_acp.value_or(Money{});
  for (const checker::RoomAfterAcp& one : rooms->people) {
    report.participants[first + one.person].room_after_acp = one.room;
    sum += one.room;
  }
  report.summary.room_after_acp = sum;
}

void check_plan(Inputs& inputs, const Plan& plan, const CheckCommand& command, const People& people,
                bool rows_alone, CheckReport& report) {
  const std::optional<int> year = year_of(inputs, plan, command.year);
  if (!year) return;
  if (report.plans.empty()) report.year = *year;
  const checker::Checker checker{plan, *year, inputs.limits};
  report.plans.push_back(checker.plan_answer());
  const bool without_test = rows_alone && !command.acp;
  if (people.of_a_census && without_test) say_without_test(inputs, report.plans.back());
  if (people.of_a_census && !without_test) run_test(checker, command, people, report.plans.back());
  run::settle_waivers(plan, command.as_of, inputs.findings, report.plans.back().findings);
  const std::size_t first = report.participants.size();
  for (Assessment& answer : checker::check(checker, plan, *year, inputs.limits, people.list)) {
    answer.plan = report.plans.size() - 1;
    run::waive(plan, command.as_of, answer.findings);
    report.summary.add(answer);
    report.participants.push_back(std::move(answer));
  }
  if (command.acp && people.of_a_census && report.plans.back().acp)
    add_rooms_after_test(checker, command, people, first, report);
}

bool anybody_is(const CheckReport& report, const std::string& id) {
  return std::any_of(report.participants.begin(), report.participants.end(),
                     [&id](const Assessment& answer) {
                       return answer.id == id || reports::shown_id(answer.id) == id;
                     });
}

// The answers that --expect does not want, told of by row and the end of the id alone.
void expect_verdict(Inputs& inputs, const CheckReport& report, const CheckCommand& command,
                    bool reveal) {
  for (const Assessment& answer : report.participants) {
    if (to_string(answer.verdict) == command.expect) continue;
    const std::string id = reveal ? reports::shown_id(answer.id) : reports::short_id(answer.id);
    inputs.say(
        run::finding::other_verdict,
        fmt::format("expected {}, found {} for {}", command.expect, to_string(answer.verdict), id));
    inputs.findings.back().cell = answer.row;
  }
  if (!report.participants.empty()) return;
  for (const PlanAnswer& plan : report.plans) {
    if (to_string(plan.verdict) == command.expect) continue;
    inputs.say(
        run::finding::other_verdict,
        fmt::format("expected {}, found {} for the plan", command.expect, to_string(plan.verdict)),
        plan.where);
  }
}

bool reaches(const CheckReport& report, Severity level) {
  const auto of_plan = [level](const PlanAnswer& plan) {
    return cli::reaches(plan.findings, level);
  };
  const auto of_person = [level](const Assessment& answer) {
    return cli::reaches(answer.findings, level);
  };
  return std::any_of(report.plans.begin(), report.plans.end(), of_plan) ||
         std::any_of(report.participants.begin(), report.participants.end(), of_person);
}

// The text report has the findings of plans in it; beside any other format they are told on the
// side.
void show_findings(const Inputs& inputs, const CheckReport& report,
                   const std::vector<Target>& targets, const CheckCommand& command,
                   const Console& console) {
  Findings shown = inputs.findings;
  const bool has_text = std::any_of(targets.begin(), targets.end(),
                                    [](const Target& target) { return target.format == "text"; });
  for (const PlanAnswer& plan : report.plans) {
    if (!has_text) shown.insert(shown.end(), plan.findings.begin(), plan.findings.end());
  }
  show(shown, inputs.sources, command.quiet, console);
}

/// `--partial`, for a census that is read whole.
void write_sums_of(Inputs& inputs, const CheckCommand& command, const People& people,
                   const CheckReport& report) {
  const auto refuse = [&](const char* why) {
    inputs.say(run::finding::other_run, why);
    misused(inputs);
  };
  if (inputs.plans.size() != 1) return refuse("--partial is for the run of one plan");
  const Plan& plan = inputs.plans.front();
  if (!run::takes_batches(plan)) {
    return refuse("--partial: the top-paid group is found in a whole census, not in its pieces");
  }
  const bool families =
      std::any_of(people.list.begin(), people.list.end(),
                  [](const Participant& person) { return person.family_group.has_value(); });
  if (families) return refuse("--partial: a family is found in a whole census, not in its pieces");
  // Without a year, or a file that could be read, there is no sum; that has been told.
  if (report.plans.empty() || inputs.exit == Exit::unread) return;
  const int year = report.plans.front().year;
  const checker::Checker checker{plan, year, inputs.limits};
  run::Partial sums{.plan = plan.name,
                    .year = year,
                    .annual_additions_limit = checker.annual_additions_limit(),
                    .tested = checker::acp_terms(checker),
                    .summary = report.summary};
  checker::Batch batch{checker};
  for (const Participant& person : people.list) batch.add_to_test(person, sums.acp);
  write_sums(inputs, *command.partial, sums);
}

bool kept_apart(const CheckCommand& command, const std::vector<Target>& targets,
                const Console& console) {
  FilesOfRun files;
  files.reads_plans(command.plans);
  files.reads(command.limits);
  files.reads(command.participants);
  files.reads(command.census.mapping);
  files.writes(targets);
  files.writes(command.census.rejects);
  files.writes(command.partial);
  return files.kept_apart(console);
}

}  // namespace

Severity severity_named(const std::string& word) {
  return word == "info" ? Severity::info : word == "warning" ? Severity::warning : Severity::error;
}

Exit check(const CheckCommand& asked, const Console& console) {
  CheckCommand command = asked;
  const auto targets = read_targets(command.formats, names_of(reports::formats()), console);
  if (!targets || !kept_apart(command, *targets, console)) return Exit::usage;
  command.census.shows_rejects = tells_of_rows(*targets);
  Inputs inputs;
  inputs.read_limits(command.limits);
  inputs.read_plans(command.plans);
  if (command.plan) keep_plan(inputs, *command.plan);
  const reports::CsvColumns columns = read_columns(inputs, command.columns);
  const std::string id_key = read_id_key(inputs, command.census);
  std::string read_already;
  if (inputs.exit != Exit::usage) {
    if (const auto done =
            check_by_batches(inputs, command, *targets, columns, id_key, console, read_already)) {
      return *done;
    }
  }
  reports::Behind behind;
  const People people = read_people(inputs, command, read_already, behind);
  if (command.census.shows_rejects) {
    reports::Behind files = files_behind(inputs, command, *targets, read_already);
    behind.files = std::move(files.files);
    behind.csv = std::move(files.csv);
  }

  CheckReport report;
  report.year = command.year.value_or(0);
  report.limits = &inputs.limits;
  report.asks_room_after_acp = command.acp;
  report.sources = &inputs.sources;
  if (!command.prior_nhce.empty() && !average_named(command.prior_nhce)) {
    inputs.say(
        run::finding::fact_not_read,
        fmt::format("--prior-nhce {}: expected a percentage such as 3.25", command.prior_nhce));
    misused(inputs);
  }
  const bool rows_alone = std::all_of(targets->begin(), targets->end(),
                                      [](const Target& target) { return target.format == "csv"; });
  for (const Plan& plan : inputs.plans)
    check_plan(inputs, plan, command, people, rows_alone, report);
  report.summary.rows_rejected = people.rows_rejected;
  report.summary.rows_skipped = people.rows_skipped;
  report.summary.rows_read = people.rows_read;
  report.skipped_rows = people.skipped_rows;
  if (!command.explain.empty() && !anybody_is(report, command.explain)) {
    inputs.say(run::finding::person_not_found,
               "there is no participant with the id that --explain asks for");
  }
  if (!command.expect.empty()) {
    expect_verdict(inputs, report, command, command.reveal && console.err_is_terminal);
  }
  const bool pages = std::any_of(targets->begin(), targets->end(),
                                 [](const Target& target) { return target.format == "html"; });
  if (pages) add_advice(behind, inputs, report, people.list, people.rows_rejected);
  if (command.partial) write_sums_of(inputs, command, people, report);
  report.findings = reports::in_reading_order(inputs.findings);

  show_findings(inputs, report, *targets, command, console);
  Exit exit = inputs.exit;
  for (const Target& target : *targets) {
    const reports::Format& format = format_named(reports::formats(), target.format);
    exit = worse(exit, write_target(target, console, [&](std::ostream& out, bool colour) {
                   format.write(
                       report,
                       {command.explain, colour, console.width, severity_named(command.fail_level),
                        repository_here(), columns, id_key, &behind},
                       out);
                 }));
  }
  const Severity level = severity_named(command.fail_level);
  const bool found = reaches(report, level) || cli::reaches(inputs.findings, level);
  return worse(exit, found ? Exit::findings : Exit::fine);
}

}  // namespace rothcheck::cli
