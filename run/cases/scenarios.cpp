// One test of a plan, run.
#include "run/cases/scenarios.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <sstream>

#include "checker/judge/check.hpp"
#include "checker/lint/lint.hpp"
#include "dsl/load.hpp"
#include "intake/limits/limits.hpp"
#include "reports/report.hpp"
#include "run/cases/accept.hpp"
#include "run/cases/expectations.hpp"
#include "run/cases/strategy_cases.hpp"
#include "run/files/files.hpp"
#include "run/files/no_people.hpp"

namespace rothcheck::run {

namespace {

TestResult failed(std::string message, std::vector<Unmet> unmet = {}) {
  return {TestResult::Outcome::failed, std::move(message), std::move(unmet)};
}

std::string as_text(const Findings& findings, const Sources& sources) {
  std::ostringstream out;
  reports::write_findings_concise(findings, sources, out);
  return out.str();
}

std::string steps_of(const Assessment& answer, const Sources& sources, const LimitTable& limits) {
  std::ostringstream out;
  reports::write_worksheet_text(answer.worksheet, sources, limits, {}, out);
  return answer.worksheet.lines.empty() ? "" : "the steps that led there:\n" + out.str();
}

// `room-low` of a scenario is `room_low` of a case.
std::string with_underscores(std::string key) {
  std::replace(key.begin(), key.end(), '-', '_');
  return key;
}

std::string where(const Sources& sources, Span span) {
  if (!span.somewhere()) return "";
  const Place place = sources.place(span);
  return fmt::format("  ({}:{})", place.path, place.line);
}

// A file beside the case file.
std::string beside(const std::string& case_path, const std::string& name) {
  return (std::filesystem::path{case_path}.parent_path() / name).string();
}

struct Loaded {
  std::optional<Plan> plan;
  Findings findings;
  std::string problem;
};

// An inline plan keeps the lines it has in the case file: what comes before it is replaced by empty
// lines.
std::uint16_t add_inline_plan(const intake::Case& one, const std::string& case_path,
                              Sources& sources) {
  const int line = one.plan_at.somewhere() ? sources.place(one.plan_at).line : 1;
  const std::string before(static_cast<std::size_t>(line - 1), '\n');
  return sources.add(case_path, before + one.plan);
}

Loaded load_plan(const intake::Case& one, const std::string& case_path, Sources& sources) {
  std::uint16_t source = 0;
  if (one.plan_file.empty()) {
    source = add_inline_plan(one, case_path, sources);
  } else {
    std::string reason;
    const std::string path = beside(case_path, one.plan_file);
    std::optional<std::string> text = read_no_people(path, reason);
    if (!text) return {{}, {}, fmt::format("cannot read {}: {}\n", path, reason)};
    source = sources.add(path, std::move(*text));
  }
  Outcome<std::vector<Plan>> loaded = dsl::load(sources, source);
  Loaded result{{}, std::move(loaded.findings), ""};
  if (!loaded || loaded.value->empty()) return result;
  // A file with a plan for each year: the case's year picks one.
  std::vector<Plan>& plans = *loaded.value;
  const auto of_year = std::find_if(plans.begin(), plans.end(),
                                    [&one](const Plan& plan) { return plan.year == one.year; });
  result.plan = std::move(of_year == plans.end() ? plans.front() : *of_year);
  return result;
}

std::optional<LimitTable> limits_of(const intake::Case& one, const std::string& case_path,
                                    const LimitTable& limits, Sources& sources,
                                    std::string& problem) {
  LimitTable table = limits;
  if (one.limits_file.empty()) return table;
  std::string reason;
  const std::string path = beside(case_path, one.limits_file);
  std::optional<std::string> text = read_no_people(path, reason);
  if (!text) {
    problem = fmt::format("cannot read {}: {}\n", path, reason);
    return std::nullopt;
  }
  const Findings findings =
      intake::read_limits(sources, sources.add(path, std::move(*text)), table);
  if (!has_error(findings)) return table;
  problem = as_text(findings, sources);
  return std::nullopt;
}

// When the plan cannot be loaded, the only thing that can have been expected is what was said about
// it.
TestResult judge_unloaded(const intake::Case& one, const Loaded& loaded, const Sources& sources) {
  const bool wanted =
      !one.expectations.empty() && std::all_of(one.expectations.begin(), one.expectations.end(),
                                               [&loaded](const Expectation& expected) {
                                                 return expected.key.ends_with("finding") &&
                                                        has_finding(loaded.findings, expected.text);
                                               });
  if (wanted) return {};
  return failed("the plan cannot be used:\n" + loaded.problem + as_text(loaded.findings, sources));
}

// `p.room` is the room of `p`; `finding` alone is about the plan.
std::string id_of(const std::string& key) {
  const std::size_t dot = key.rfind('.');
  return dot == key.npos ? "" : key.substr(0, dot);
}

// The verdict of the plan alone, `verdict`, or of a group by its words: `hce.verdict`.
std::optional<PlanAnswer> group_answer(std::string_view key, std::string_view id,
                                       const PlanAnswer& plan) {
  if (key == "verdict") return plan;
  if (!key.ends_with(".verdict")) return std::nullopt;
  for (const GroupAnswer& group : plan.groups) {
    if (group.group != id) continue;
    PlanAnswer found = plan;
    found.verdict = group.verdict;
    return found;
  }
  return std::nullopt;
}

TestResult compare(const intake::Case& one, const std::vector<Assessment>& answers,
                   const PlanAnswer& plan, const Findings& loading, const LimitTable& limits,
                   const Sources& sources) {
  static const Assessment nobody;
  std::string message;
  std::vector<Unmet> unmet;
  for (const Expectation& expected : one.expectations) {
    const std::string id = id_of(expected.key);
    const auto answer = std::find_if(answers.begin(), answers.end(),
                                     [&id](const Assessment& each) { return each.id == id; });
    const std::optional<PlanAnswer> group = group_answer(expected.key, id, plan);
    if (!id.empty() && !group && answer == answers.end()) {
      message += fmt::format("{}: there is no participant {}\n", expected.key, id);
      unmet.push_back({"there is no such participant", expected.where, std::nullopt});
      continue;
    }
    const std::string key = with_underscores(expected.key.substr(id.empty() ? 0 : id.size() + 1));
    const Assessment& about = answer == answers.end() ? nobody : *answer;
    const auto wrong = mismatch(expected, group ? "plan_verdict" : key,
                                {about, group ? *group : plan, loading}, one.tolerance);
    if (!wrong) continue;
    unmet.push_back({*wrong, expected.where, accept_in_case(sources, expected, key, about)});
    const std::string steps =
        message.find("the steps") == message.npos ? steps_of(about, sources, limits) : "";
    message += fmt::format("{}{}{}{}\n{}", id, id.empty() ? "" : ": ", *wrong,
                           where(sources, expected.where), steps);
  }
  return message.empty() ? TestResult{} : failed(message, std::move(unmet));
}

}  // namespace

TestResult run_scenario(const Plan& plan, const Scenario& scenario, const LimitTable& limits,
                        const Sources& sources) {
  const std::optional<int> year = scenario.year ? scenario.year : plan.year;
  if (!year) return failed("neither the scenario nor the plan states a year\n");
  if (const Findings missing = checker::year_is_known(limits, plan, *year); has_error(missing)) {
    return failed(as_text(missing, sources));
  }
  const checker::Checker checker{plan, *year, limits};
  const auto is_about_findings = [](const Expectation& expected) {
    return expected.key == "finding";
  };
  const Findings errors = checker::conflicts_in(plan, *year, limits);
  if (has_error(errors) &&
      !std::all_of(scenario.expectations.begin(), scenario.expectations.end(), is_about_findings))
    return failed("a plan with an error has no answer:\n" + as_text(errors, sources));
  const Assessment answer = checker.assess(scenario.person);
  // Rules take their time, so they are asked only where a finding is expected.
  const bool linted =
      std::any_of(scenario.expectations.begin(), scenario.expectations.end(), is_about_findings);
  const Findings loading = linted ? checker::lint(plan, *year, limits, sources) : Findings{};
  std::string message;
  std::vector<Unmet> unmet;
  for (const Expectation& expected : scenario.expectations) {
    const std::string key = with_underscores(expected.key);
    const auto wrong = mismatch(expected, key, {answer, checker.plan_answer(), loading}, {});
    if (!wrong) continue;
    message += *wrong + where(sources, expected.where) + "\n";
    unmet.push_back({*wrong, expected.where, accept_in_plan(sources, expected, key, answer)});
  }
  if (scenario.expectations.empty()) message = "the scenario expects nothing\n";
  if (message.empty()) return {};
  return failed(message + steps_of(answer, sources, limits), std::move(unmet));
}

namespace {

TestResult judge_case(const intake::Case& one, const std::string& case_path,
                      const LimitTable& limits, Sources& sources) {
  std::string problem;
  const std::optional<LimitTable> table = limits_of(one, case_path, limits, sources, problem);
  if (!table) return failed(problem);
  if (is_strategy(one)) return run_strategy_case(one, *table, sources);
  Loaded loaded = load_plan(one, case_path, sources);
  if (!loaded.plan) return judge_unloaded(one, loaded, sources);
  if (const Findings missing = checker::year_is_known(*table, *loaded.plan, one.year);
      has_error(missing)) {
    return failed(as_text(missing, sources));
  }
  if (Findings errors = checker::conflicts_in(*loaded.plan, one.year, *table); has_error(errors)) {
    std::move(errors.begin(), errors.end(), std::back_inserter(loaded.findings));
    return judge_unloaded(one, loaded, sources);
  }
  if (one.command == "acp") return run_acp_case(one, *loaded.plan, *table, sources);
  if (one.command == "elect") return run_elect_case(one, *loaded.plan, *table, sources);
  const checker::Checker checker{*loaded.plan, one.year, *table};
  const std::vector<Assessment> answers =
      checker::check(checker, *loaded.plan, one.year, *table, one.participants);
  return compare(one, answers, checker.plan_answer(), loaded.findings, *table, sources);
}

}  // namespace

TestResult run_case(const intake::Case& one, const std::string& case_path, const LimitTable& limits,
                    Sources& sources) {
  if (one.waits.empty()) return judge_case(one, case_path, limits, sources);
  const bool holds = !one.unread && judge_case(one, case_path, limits, sources).passed();
  if (holds)
    return failed(
        fmt::format("this holds now, and waits for \"{}\": drop its `waits`\n", one.waits));
  return {TestResult::Outcome::waits, one.waits};
}

}  // namespace rothcheck::run
