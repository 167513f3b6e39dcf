// Every case of tests/cases and every scenario of plans/ as a GoogleTest of its own, with its file
// and line.
#include <gtest/gtest.h>
#include <toml++/toml.h>

#include <algorithm>
#include <deque>
#include <filesystem>
#include <functional>
#include <map>
#include <sstream>
#include <string>

#include "cli/files.hpp"
#include "cli/scenarios.hpp"
#include "dsl/load.hpp"
#include "intake/cases.hpp"
#include "intake/limits.hpp"
#include "reports/report.hpp"

namespace rothcheck::cli {
namespace {

namespace fs = std::filesystem;

const fs::path project = PROJECT_DIR;

// All that the tests refer to; it lives as long as the program.
struct World {
  Sources sources;
  LimitTable limits = intake::embedded_limits(sources);
  std::deque<Plan> plans;
  std::deque<intake::Case> cases;
  std::map<std::string, std::string> waiting;  // a test's id, and what it waits for
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

// A case that waits for a later feature is skipped with its reason; one that passes all the same
// must leave the list.
void judge(const TestResult& result, const std::string& key) {
  const auto waiting = world().waiting.find(key);
  if (waiting != world().waiting.end()) {
    if (result.passed()) {
      GTEST_FAIL() << "\"" << key << "\" passes: take it off the list of tests/cases/waiting.toml";
    }
    GTEST_SKIP() << "waits: " << waiting->second;
  }
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
  std::optional<std::string> text = read_file(path.string(), reason);
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
      const std::string key = path.filename().string() + " / " + scenario.name;
      add_test("plan_" + stem, scenario.name + "_line_" + std::to_string(line), path.string(), line,
               [&plan, &scenario, key] {
                 judge(run_scenario(plan, scenario, world().limits, world().sources), key);
               });
    }
  }
}

void add_cases(const fs::path& path) {
  const std::string suite = "cases_" + path.stem().string();
  Outcome<std::vector<intake::Case>> read = intake::read_cases(world().sources, add_source(path));
  const std::string problems = has_error(read.findings) || !read ? said(read.findings) : "";
  add_test(suite, "can_be_read", path.string(), 1, [problems] { EXPECT_EQ(problems, ""); });
  if (!read) return;
  for (intake::Case& each : *read.value) {
    const intake::Case& one = world().cases.emplace_back(std::move(each));
    const int line = world().sources.place(one.where).line;
    add_test(suite, one.id, path.string(), line, [&one, path] {
      judge(run_case(one, path.string(), world().limits, world().sources), one.id);
    });
  }
}

// [[waiting]] id = "a case's id, or plan file / scenario", reason = "what it waits for"
void read_waiting(const fs::path& path) {
  if (!fs::exists(path)) return;
  const toml::table table = toml::parse_file(path.string());
  const toml::array* rows = table["waiting"].as_array();
  if (rows == nullptr) return;
  for (const toml::node& row : *rows) {
    const toml::table& entry = *row.as_table();
    world().waiting[entry["id"].value_or<std::string>("")] =
        entry["reason"].value_or<std::string>("");
  }
}

// A name on the list that no test has would keep nothing waiting and go unnoticed.
void add_list_test(const fs::path& path) {
  add_test("waiting_list", "names_tests_that_there_are_and_gives_reasons", path.string(), 1, [] {
    const auto is_key = [](const std::string& key) {
      const auto of_case = [&key](const intake::Case& one) { return one.id == key; };
      if (std::any_of(world().cases.begin(), world().cases.end(), of_case)) return true;
      for (const Plan& plan : world().plans) {
        const fs::path file{world().sources.path(plan.where.source)};
        for (const Scenario& scenario : plan.scenarios) {
          if (file.filename().string() + " / " + scenario.name == key) return true;
        }
      }
      return false;
    };
    for (const auto& [key, reason] : world().waiting) {
      EXPECT_TRUE(is_key(key)) << key;
      EXPECT_NE(reason, "") << key;
    }
  });
}

}  // namespace
}  // namespace rothcheck::cli

int main(int argc, char** argv) {
  using namespace rothcheck::cli;
  testing::InitGoogleTest(&argc, argv);
  const fs::path list = project / "tests/cases/waiting.toml";
  read_waiting(list);
  for (const fs::path& path : files_in(project / "plans", ".plan")) add_scenarios(path);
  for (const fs::path& path : files_in(project / "tests/cases", ".toml")) {
    // The cases of lint rules have a runner of their own: tests/checker/rules_test.cpp.
    const bool of_rules = path.parent_path().filename() == "rules";
    if (path != list && !of_rules) add_cases(path);
  }
  add_list_test(list);
  return RUN_ALL_TESTS();
}
