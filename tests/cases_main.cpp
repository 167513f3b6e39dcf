// Every case of tests/cases and every scenario of plans/ as a GoogleTest of its own, with its file
// and line.
#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <filesystem>
#include <functional>
#include <sstream>
#include <string>

#include "dsl/load.hpp"
#include "intake/cases/cases.hpp"
#include "intake/limits/limits.hpp"
#include "reports/report.hpp"
#include "run/cases/scenarios.hpp"
#include "run/files/files.hpp"
#include "tests/places.hpp"

namespace rothcheck::run {
namespace {

namespace fs = std::filesystem;

const fs::path project = tests::project();

// All that the tests refer to; it lives as long as the program.
struct World {
  Sources sources;
  LimitTable limits = intake::embedded_limits(sources);
  std::deque<Plan> plans;
  std::deque<intake::Case> cases;
};

World& world() {
  static World one;
  return one;
}

std::string name_of(std::string_view text) {
  std::string name;
  for (const char c : text) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (kept || (!name.empty() && name.back() != '_')) name += kept ? c : '_';
  }
  return name;
}

void judge(const run::TestResult& result) {
  if (result.outcome == run::TestResult::Outcome::waits)
    GTEST_SKIP() << "waits for: " << result.message;
  if (!result.passed()) GTEST_FAIL() << result.message;
}

class OneTest : public testing::Test {
 public:
  explicit OneTest(std::function<void()> body) : body_{std::move(body)} {}
  void TestBody() override { body_(); }

 private:
  std::function<void()> body_;
};

void add_test(const std::string& suite, const std::string& name, const std::string& path, int line,
              std::function<void()> body) {
  testing::RegisterTest(name_of(suite).c_str(), name_of(name).c_str(), nullptr, nullptr,
                        path.c_str(), line,
                        [body = std::move(body)]() -> testing::Test* { return new OneTest{body}; });
}

std::string said(const Findings& findings) {
  std::ostringstream out;
  reports::write_findings_concise(findings, world().sources, out);
  return out.str();
}

std::vector<fs::path> files_in(const fs::path& folder, std::string_view extension) {
  std::vector<fs::path> files;
  if (!fs::exists(folder)) return files;
  for (const auto& entry : fs::recursive_directory_iterator{folder}) {
    if (entry.path().extension() == extension) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::uint16_t add_source(const fs::path& path) {
  std::string reason;
  std::optional<std::string> text = run::read_file(path.string(), reason);
  return world().sources.add(path.string(), text.value_or(""));
}

void add_scenarios(const fs::path& path) {
  const std::string stem = path.stem().string();
  Outcome<std::vector<Plan>> loaded = dsl::load(world().sources, add_source(path));
  const std::string problems = has_error(loaded.findings) || !loaded ? said(loaded.findings) : "";
  add_test("plan_" + stem, "loads", path.string(), 1, [problems] { EXPECT_EQ(problems, ""); });
  if (!loaded) return;
  for (Plan& each : *loaded.value) {
    const Plan& plan = world().plans.emplace_back(std::move(each));
    for (const Scenario& scenario : plan.scenarios) {
      const int line = world().sources.place(scenario.where).line;
      add_test("plan_" + stem, scenario.name + "_line_" + std::to_string(line), path.string(), line,
               [&plan, &scenario] {
                 judge(run_scenario(plan, scenario, world().limits, world().sources));
               });
    }
  }
}

void add_cases(const fs::path& path) {
  const bool waiting = path.parent_path().filename() == "waiting";
  const std::string suite = (waiting ? "cases_waiting_" : "cases_") + path.stem().string();
  Outcome<std::vector<intake::Case>> read = intake::read_cases(world().sources, add_source(path));
  const std::string problems = has_error(read.findings) || !read ? said(read.findings) : "";
  add_test(suite, "can_be_read", path.string(), 1, [problems] { EXPECT_EQ(problems, ""); });
  if (!read) return;
  for (intake::Case& each : *read.value) {
    const intake::Case& one = world().cases.emplace_back(std::move(each));
    const int line = world().sources.place(one.where).line;
    add_test(suite, one.id, path.string(), line, [&one, path] {
      judge(run_case(one, path.string(), world().limits, world().sources));
    });
  }
}

}  // namespace
}  // namespace rothcheck::run

int main(int argc, char** argv) {
  using namespace rothcheck::run;
  testing::InitGoogleTest(&argc, argv);
  for (const fs::path& path : files_in(project / "plans", ".plan")) add_scenarios(path);
  for (const fs::path& path : files_in(project / "tests/cases", ".toml")) {
    // The cases of lint rules have a runner of their own: tests/checker/rules_test.cpp.
    const bool of_rules = path.parent_path().filename() == "rules";
    if (!of_rules) add_cases(path);
  }
  return RUN_ALL_TESTS();
}
