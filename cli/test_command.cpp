// `rothcheck test`: the scenarios of plans and the cases of case files.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <ostream>

#include "cli/blessing.hpp"
#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/kept_apart.hpp"
#include "cli/outputs.hpp"
#include "cli/repository.hpp"
#include "intake/cases/cases.hpp"
#include "reports/formats.hpp"
#include "run/cases/case_files.hpp"
#include "run/cases/coverage.hpp"
#include "run/cases/scenarios.hpp"
#include "run/files/files.hpp"
#include "run/files/no_people.hpp"
#include "run/findings.hpp"

namespace rothcheck::cli {

namespace {

using reports::TestOutcome;
using reports::TestRecord;
using reports::TestReport;

// The formats of `test` itself, and those of findings, where a failed test is one.
std::vector<std::string_view> format_names() {
  std::vector<std::string_view> names = names_of(reports::test_formats());
  for (const std::string_view name : names_of(reports::findings_formats())) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return names;
}

bool is_test_format(const std::string& name) {
  const auto names = names_of(reports::test_formats());
  return std::find(names.begin(), names.end(), name) != names.end();
}

// A whole run: what was read, what came of each test, and the edits that would accept it.
class Run {
 public:
  Run(const TestCommand& command, const Console& console)
      : command_{command}, console_{console}, report_{.sources = inputs_.sources} {
    report_.repository = repository_here();
    report_.with_coverage = command.coverage;
    inputs_.read_limits(command.limits);
  }

  Exit carry_out() {
    const auto targets = read_targets(command_.formats, format_names(), console_);
    if (!targets) return Exit::usage;
    std::vector<std::string> plans = command_.plans;
    const std::vector<std::string> cases = case_files(plans);
    if (!kept_apart(plans, cases, *targets)) return Exit::usage;
    inputs_.read_plans(plans);
    for (const Plan& plan : inputs_.plans) run_plan(plan);
    for (const std::string& path : cases) run_cases(path);
    if (!command_.filter.empty() && report_.tests.empty() && inputs_.exit == Exit::fine) {
      inputs_.say(run::finding::nothing_of_that_name,
                  fmt::format("no scenario and no case has \"{}\" in its name", command_.filter));
      inputs_.exit = Exit::usage;
    } else if (report_.tests.empty() && inputs_.exit == Exit::fine &&
               !has_error(inputs_.findings)) {
      inputs_.say(run::finding::no_tests, "the files have no scenario and no case");
      inputs_.exit = Exit::usage;
    }
    if (command_.bless) bless(*targets);

    show(inputs_.findings, inputs_.sources, false, console_);
    report_.findings = reports::in_reading_order(inputs_.findings);
    Exit exit = inputs_.exit;
    for (const Target& target : *targets) exit = worse(exit, write(target));
    const bool failed =
        std::any_of(report_.tests.begin(), report_.tests.end(),
                    [](const TestRecord& test) { return test.outcome == TestOutcome::failed; });
    const bool found = reaches(report_.findings, severity_named(command_.fail_level));
    return worse(exit, failed || found ? Exit::findings : Exit::fine);
  }

 private:
  bool is_wanted(const std::string& name) const { return name.find(command_.filter) != name.npos; }

  bool kept_apart(const std::vector<std::string>& plans, const std::vector<std::string>& cases,
                  const std::vector<Target>& targets) const {
    FilesOfRun files;
    files.reads_plans(plans);
    files.reads(cases);
    files.reads(command_.limits);
    files.writes(targets);
    return files.kept_apart(console_);
  }

  // What follows --cases: case files, folders of them, and plans that only stand behind it.
  std::vector<std::string> case_files(std::vector<std::string>& plans) {
    std::vector<std::string> all;
    for (const std::string& path : command_.cases) {
      const std::vector<std::string> files = run::case_files_in(path);
      const bool of_plans = path.ends_with(".plan") || (files.empty() && run::holds_plans(path));
      if (of_plans) {
        plans.push_back(path);
      } else if (files.empty()) {
        inputs_.say(run::finding::no_case_files, fmt::format("no file in {} has a [[case]]", path));
        inputs_.exit = worse(inputs_.exit, Exit::unread);
      }
      if (!of_plans) all.insert(all.end(), files.begin(), files.end());
    }
    return all;
  }

  void run_plan(const Plan& plan) {
    std::vector<const Scenario*> run;
    for (const Scenario& scenario : plan.scenarios) {
      const std::string name = fmt::format("{} / {}", plan.name, scenario.name);
      if (!is_wanted(name)) continue;
      run.push_back(&scenario);
      count(name, plan.name, scenario.where,
            run::run_scenario(plan, scenario, inputs_.limits, inputs_.sources));
    }
    if (command_.coverage) report_.coverage.push_back(run::coverage_of(plan, run, inputs_.limits));
  }

  void run_cases(const std::string& path) {
    std::string reason;
    std::optional<std::string> text = run::read_no_people(path, reason);
    if (!text) {
      inputs_.say(run::unread_kind(reason), fmt::format("cannot read {}: {}", path, reason));
      inputs_.exit = worse(inputs_.exit, Exit::unread);
      return;
    }
    const std::uint16_t source = inputs_.sources.add(path, std::move(*text));
    Outcome<std::vector<intake::Case>> cases = intake::read_cases(inputs_.sources, source);
    if (!cases || has_error(cases.findings)) inputs_.exit = worse(inputs_.exit, Exit::unread);
    std::move(cases.findings.begin(), cases.findings.end(), std::back_inserter(inputs_.findings));
    if (!cases) return;
    for (const intake::Case& one : *cases.value) {
      if (is_wanted(one.id))
        count(one.id, "", one.where, run::run_case(one, path, inputs_.limits, inputs_.sources));
    }
  }

  void count(const std::string& name, const std::string& plan, Span where, run::TestResult result) {
    TestRecord record{.name = name, .plan = plan, .where = where};
    switch (result.outcome) {
      case run::TestResult::Outcome::passed:
        break;
      case run::TestResult::Outcome::failed:
        record.outcome = TestOutcome::failed;
        if (result.unmet.empty()) record.reason = first_line(result.message);
        break;
      case run::TestResult::Outcome::waits:
        record.outcome = TestOutcome::waits;
        record.reason = result.message;
        break;
    }
    for (const run::Unmet& unmet : result.unmet)
      record.mismatches.push_back({unmet.text, unmet.where});
    record.message = std::move(result.message);
    report_.tests.push_back(std::move(record));
    unmet_.push_back(std::move(result.unmet));
  }

  static std::string first_line(const std::string& text) {
    std::string line = text.substr(0, text.find('\n'));
    while (line.ends_with(':')) line.pop_back();
    return line;
  }

  // A test of which everything that it expects is accepted has passed.
  void bless(const std::vector<Target>& targets) {
    std::vector<Edit> edits;
    for (const std::vector<run::Unmet>& unmet : unmet_) {
      for (const run::Unmet& one : unmet) {
        if (one.accept) edits.push_back(*one.accept);
      }
    }
    const bool on_out = std::any_of(targets.begin(), targets.end(), [](const Target& target) {
      return target.path.empty() && target.format == "text";
    });
    Blessing blessing{inputs_, on_out ? console_.out : console_.err};
    blessing.apply(std::move(edits));
    for (std::size_t i = 0; i < unmet_.size(); ++i) {
      const auto is_accepted = [&](const run::Unmet& one) {
        return one.accept && blessing.has_written(one.accept->where);
      };
      if (!unmet_[i].empty() && std::all_of(unmet_[i].begin(), unmet_[i].end(), is_accepted)) {
        TestRecord& record = report_.tests[i];
        record = {.name = record.name, .plan = record.plan, .where = record.where};
      }
    }
  }

  // Each expectation that is not met, and each test that could not be judged, as a finding.
  Findings failures() const {
    Findings all;
    for (const TestRecord& test : report_.tests) {
      if (test.outcome != TestOutcome::failed) continue;
      const auto say = [&](const std::string& text, Span where) {
        all.push_back({&run::finding::failed_expectation,
                       fmt::format("{}, in \"{}\"", text, test.name),
                       where.somewhere() ? where : test.where});
      };
      for (const reports::Mismatch& mismatch : test.mismatches) say(mismatch.text, mismatch.where);
      if (test.mismatches.empty()) say(test.reason, test.where);
    }
    return all;
  }

  std::vector<std::uint16_t> files() const {
    std::vector<std::uint16_t> all;
    for (const Plan& plan : inputs_.plans) all.push_back(plan.where.source);
    for (const TestRecord& test : report_.tests) all.push_back(test.where.source);
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
  }

  Exit write(const Target& target) const {
    return write_target(
        target, console_,
        [&](std::ostream& out, bool colour) {
          if (is_test_format(target.format))
            return format_named(reports::test_formats(), target.format).write(report_, colour, out);
          Findings findings = failures();
          findings.insert(findings.end(), report_.findings.begin(), report_.findings.end());
          findings = reports::in_reading_order(std::move(findings));
          const reports::FindingsReport report{findings,
                                               inputs_.sources,
                                               files(),
                                               {&run::finding::failed_expectation},
                                               severity_named(command_.fail_level),
                                               report_.repository};
          format_named(reports::findings_formats(), target.format).write(report, colour, out);
        },
        run::Readers::umask);
  }

  const TestCommand& command_;
  const Console& console_;
  Inputs inputs_;
  TestReport report_;
  std::vector<std::vector<run::Unmet>> unmet_;  // of each test
};

}  // namespace

Exit test(const TestCommand& command, const Console& console) {
  return Run{command, console}.carry_out();
}

}  // namespace rothcheck::cli
