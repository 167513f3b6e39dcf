// What the tables let the program say is said in some case or scenario, and what a census can tell
// is read: a row that nothing reaches is either without a case or dead.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "checker/acp/acp.hpp"
#include "checker/advice/assumptions.hpp"
#include "checker/advice/project.hpp"
#include "checker/findings.hpp"
#include "checker/judge/check.hpp"
#include "cli/inputs.hpp"
#include "dsl/findings.hpp"
#include "dsl/load.hpp"
#include "intake/cases/cases.hpp"
#include "intake/findings.hpp"
#include "run/cases/case_files.hpp"
#include "run/files/files.hpp"
#include "run/findings.hpp"
#include "run/strategies.hpp"
#include "tests/places.hpp"

namespace rothcheck::cli {
namespace {

namespace fs = std::filesystem;

/// What the answers of all cases and scenarios say.
struct Said {
  std::set<Assumption> assumptions;
  std::set<QuestionKind> questions;
  std::set<LineKind> lines;
  std::set<std::string_view> sentences, codes;

  void add(const Findings& findings) {
    for (const Finding& finding : findings) codes.insert(finding.kind->code);
  }
  void add(const Assumptions& all) {
    for (const Assumption each : all.list()) assumptions.insert(each);
  }
  void add(const std::vector<Question>& all) {
    for (const Question& each : all) questions.insert(each.kind);
  }
  void add(const Worksheet& worksheet) {
    for (const Line& line : worksheet.lines) lines.insert(line.kind);
  }
  void add(const std::vector<std::string_view>& all) { sentences.insert(all.begin(), all.end()); }
  void add(const Derivation& derivation) {
    add(derivation.assumptions);
    add(derivation.findings);
  }
  void add(const PlanAnswer& answer) {
    add(answer.assumptions);
    add(answer.questions);
    add(answer.findings);
  }
  template <class Answer>
  void add(const Outcome<Answer>& outcome) {
    add(outcome.findings);
    if (outcome) add(outcome.value->derivation);
  }

  void add(const Plan& plan, int year, const LimitTable& limits,
           const std::vector<Participant>& people) {
    add(checker::year_is_known(limits, plan, year));
    if (has_error(checker::year_is_known(limits, plan, year))) return;
    const checker::Checker checker{plan, year, limits};
    add(checker.plan_answer());
    for (const Assessment& answer : checker::check(checker, plan, year, limits, people)) {
      add(answer.assumptions);
      add(answer.questions);
      add(answer.worksheet);
      add(answer.findings);
    }
  }

  /// What a projection takes for granted: of somebody whose age and room are told, and of somebody
  /// of whom nothing is.
  void add_projections(const LimitTable& limits) {
    ProjectionSettings rising;
    rising.limit_growth = 2_pct;
    const Saver open{.name = "a", .contribution = 10'000_usd, .age = {}, .deferral_room = {}};
    const Saver told{.name = "b", .contribution = 10'000_usd, .age = 55, .deferral_room = 100_usd};
    add(checker::project({open}, {}, *limits.find(2026)));
    add(checker::project({told}, rising, *limits.find(2026)));
  }

  void add(const intake::Case& one, Inputs& inputs) {
    const std::optional<int> year = one.year == 0 ? std::nullopt : std::optional{one.year};
    if (one.command == "convert") return add(run::convert_with(one.with, year));
    if (one.command == "split") return add(run::split_with(one.with));
    if (one.command == "backdoor") return add(run::backdoor_with(one.with, year, inputs.limits));
    const auto plans = dsl::load(inputs.sources, inputs.sources.add(one.id, one.plan));
    add(plans.findings);
    if (!plans || plans.value->size() != 1) return;
    const Plan& plan = plans.value->front();
    const int of = year.value_or(plan.year.value_or(2026));
    if (one.command == "acp") {
      const AcpReport tested =
          checker::acp_test(checker::Checker{plan, of, inputs.limits}, one.participants, {});
      add(tested.assumptions);
      add(tested.questions);
      add(tested.findings);
    }
    if (one.command != "elect") return add(plan, of, inputs.limits, one.participants);
    const auto found = run::elect_with(one.with, plan, of, inputs.limits);
    add(found.findings);
    if (!found) return;
    add(found.value->assumptions);
    add(found.value->findings);
    add(found.value->worksheet);
  }
};

const Said& said() {
  static const Said all = [] {
    Said said;
    for (const std::string& path : run::case_files_in(tests::project("tests/cases"))) {
      Inputs inputs;
      inputs.read_limits({});
      std::string reason;
      const auto cases = intake::read_cases(
          inputs.sources, inputs.sources.add(path, run::read_file(path, reason).value_or("")));
      if (!cases) continue;
      for (const intake::Case& one : *cases.value) {
        if (!one.plan.empty() || !one.with.empty()) said.add(one, inputs);
      }
    }
    Inputs inputs;
    inputs.read_limits({});
    said.add_projections(inputs.limits);
    inputs.read_plans({tests::project("plans")});
    for (const Plan& plan : inputs.plans) {
      for (const Scenario& scenario : plan.scenarios) {
        const int year = scenario.year.value_or(plan.year.value_or(2026));
        said.add(plan, year, inputs.limits, {scenario.person});
      }
    }
    return said;
  }();
  return all;
}

/// The text of every test, case, plan and page that a test reads.
const std::string& tests_text() {
  static const std::string all = [] {
    std::string text;
    const auto add = [&text](const fs::path& path) {
      std::ifstream in{path};
      text.append(std::istreambuf_iterator<char>{in}, {});
    };
    for (const char* folder : {"tests", "plans"}) {
      for (const auto& entry : fs::recursive_directory_iterator{tests::project(folder)}) {
        if (entry.is_regular_file()) add(entry.path());
      }
    }
    add(tests::project("docs/edges.md"));
    return text;
  }();
  return all;
}

bool mentioned(std::string_view words) { return tests_text().find(words) != std::string::npos; }

void expect_said(const FindingKind& kind, const std::string& identifier) {
  // Said of files of millions of rows, and of 65,000 files: more than a test should read.
  if (kind.code == "CFG060" || kind.code == "CFG018") return;
  EXPECT_TRUE(said().codes.contains(kind.code) || mentioned(kind.code) || mentioned(kind.name) ||
              mentioned("finding::" + identifier))
      << kind.code << " " << kind.name << " is said in no case and no test";
}

TEST(Speech, EveryFindingIsSaidInACaseOrATest) {
#define FINDING(identifier, code, name, severity, citation, why, help) \
  expect_said(dsl::finding::identifier, #identifier);
#include "dsl/findings.def"
#undef FINDING
#define FINDING(identifier, code, name, severity, citation, why, help) \
  expect_said(intake::finding::identifier, #identifier);
#include "intake/findings.def"
#undef FINDING
#define FINDING(identifier, code, name, severity, citation, why, help) \
  expect_said(checker::finding::identifier, #identifier);
#include "checker/findings.def"
#undef FINDING
#define FINDING(identifier, code, name, severity, citation, why, help) \
  expect_said(run::finding::identifier, #identifier);
#include "run/findings.def"
#undef FINDING
}

TEST(Speech, EveryAssumptionAndQuestionIsRaisedInACaseOrATest) {
#define ASSUMPTION(name, sentence)                                                              \
  EXPECT_TRUE(said().assumptions.contains(Assumption::name) || mentioned("Assumption::" #name)) \
      << #name << " is assumed in no case";
#define QUESTION(name, whom, sentence)                                                            \
  EXPECT_TRUE(said().questions.contains(QuestionKind::name) || mentioned("QuestionKind::" #name)) \
      << #name << " is asked in no case";
#include "model/remarks.def"
#undef ASSUMPTION
#undef QUESTION
}

TEST(Speech, EveryAssumptionOfAdviceIsMadeInACaseOrATest) {
#define ASSUMPTION(name, sentence)                                    \
  EXPECT_TRUE(said().sentences.contains(checker::assumption::name) || \
              mentioned("assumption::" #name))                        \
      << #name << " is assumed in no case";
#include "checker/advice/assumptions.def"
#undef ASSUMPTION
}

TEST(Speech, EveryLineOfTheDerivationIsEnteredInACase) {
#define LINE(kind, label, law) \
  EXPECT_TRUE(said().lines.contains(LineKind::kind)) << #kind << " is entered in no case";
#include "model/worksheet.def"
#undef LINE
}

}  // namespace
}  // namespace rothcheck::cli
