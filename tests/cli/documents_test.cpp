// What the documents and the help tell people to type does what they say.
#include <gmock/gmock.h>

#include <regex>

#include "tests/cli/run.hpp"
#include "tests/places.hpp"

namespace rothcheck::cli {
namespace {

std::string text_of(const std::string& path) {
  std::ifstream in{tests::project(path), std::ios::binary};
  std::ostringstream all;
  all << in.rdbuf();
  return all.str();
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in{text};
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

struct Block {
  std::string language, text;
};

std::vector<Block> blocks_of(const std::string& document) {
  static const std::regex fence{R"(```(\w*)\n([^]*?\n)```)"};
  std::vector<Block> blocks;
  for (std::sregex_iterator at{document.begin(), document.end(), fence}, end; at != end; ++at)
    blocks.push_back({(*at)[1], (*at)[2]});
  return blocks;
}

/// Where a line goes on after a backslash, the next is a part of it.
std::vector<std::string> whole_lines(const std::vector<std::string>& lines) {
  std::vector<std::string> whole;
  bool goes_on = false;
  for (const std::string& line : lines) {
    if (goes_on) {
      whole.back() += '\n' + line;
    } else {
      whole.push_back(line);
    }
    goes_on = line.ends_with('\\');
  }
  return whole;
}

/// The commands of a block: those behind a prompt, the whole of a script, else every line.
std::vector<std::string> commands_of(const Block& block) {
  if (block.text.starts_with("#!")) return {block.text};
  static const std::regex is_command{R"((^|\n)\$ |(^|\n)rothcheck |\| rothcheck )"};
  if (!std::regex_search(block.text, is_command)) return {};
  const bool has_prompts = block.text.find("$ ") == 0;
  std::vector<std::string> commands;
  for (const std::string& line : whole_lines(lines_of(block.text))) {
    if (has_prompts && !line.starts_with("$ ")) continue;
    commands.push_back(has_prompts ? line.substr(2) : line);
  }
  return commands;
}

std::string without_indent(const std::string& text, std::size_t indent) {
  std::string out;
  for (const std::string& line : lines_of(text))
    out += (line.size() > indent ? line.substr(indent) : "") + '\n';
  return out;
}

/// The scripts of a workflow that run rothcheck: `run: COMMAND`, `run: |` with lines, `- COMMAND`.
std::vector<std::string> scripts_of(const Block& workflow) {
  std::vector<std::string> scripts;
  const std::vector<std::string> lines = lines_of(workflow.text);
  static const std::regex starts{R"(^( *)(?:- )?(?:run: (.*)|- (rothcheck .*))$)"};
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::smatch found;
    if (!std::regex_match(lines[i], found, starts)) continue;
    std::string script = found[2].matched ? found[2] : found[3];
    if (script == "|") {
      script.clear();
      const std::size_t indent = lines[i + 1].find_first_not_of(' ');
      while (i + 1 < lines.size() && lines[i + 1].find_first_not_of(' ') >= indent)
        script += lines[++i] + '\n';
      script = without_indent(script, indent);
    }
    // What builds and installs is run by tools/bare-root.
    if (script.find("install") == script.npos) scripts.push_back(script);
  }
  return scripts;
}

/// A folder with the files that the documents speak of.
class Documents : public Folder {
 protected:
  void SetUp() override {
    const std::string readme = text_of("README.md");
    const std::size_t plan = readme.find("plan \"Acme");
    acme_ = readme.substr(plan, readme.find("```", plan) - plan);
    const std::string with_test = acme_.substr(0, acme_.rfind('}')) +
                                  "\n    scenario \"Emily\" {\n        age 28\n        pay "
                                  "$150,000\n        expect room $15,000\n    }\n}\n";
    const std::string header = "id,age,pay,prior_year_pay,pre_tax,household\n";
    const std::string people = "E1,28,150000,140000,24500,H1\nE2,45,100000,90000,5000,H1\n";
    for (const char* name : {"acme.plan", "old.plan", "new.plan"}) write(name, acme_);
    write("plans/acme.plan", with_test);
    for (const char* name : {"census.csv", "people.csv", "part-1.csv", "part1.csv"})
      write(name, header + people);
    write("part-2.csv", "E3,30,80000,80000,1000,H2\n");
    write("part2.csv", header + "E3,30,80000,80000,1000,H2\n");
    write("payroll.csv",
          "Employee ID,Age,Salary,Prior Year Pay,Pre-tax\nE1,28,150000,140000,24500\n");
    const std::string page = text_of("docs/new.md");
    const std::size_t answers = page.find("name = \"Acme");
    write("answers.toml", page.substr(answers, page.find("```", answers) - answers));
    write("tests/cases/emily.toml", one_case("emily-28"));
    write("more.toml", one_case("more-1"));
    std::filesystem::create_directories(path("bin"));
    std::filesystem::create_directories(path("rothcheck-build/build/release"));
    for (const char* name : {"bin/rothcheck", "rothcheck-build/build/release/rothcheck"})
      std::filesystem::create_symlink(tests::program(), path(name));
    ASSERT_EQ(
        run_script("git init -q -b main . && git add plans && git -c user.name=a -c user.email=a@b "
                   "commit -q -m 1 && git update-ref refs/remotes/origin/main HEAD"),
        0)
        << out_;
    ASSERT_EQ(run_script("rothcheck check acme.plan --participants part2.csv -f csv:2.csv "
                         "--partial 2.sums"),
              0)
        << out_;
  }

  static std::string one_case(const std::string& id) {
    return "[[case]]\nid = \"" + id +
           "\"\ncommand = \"check\"\nyear = 2026\nplan = '''\nplan \"A\" {\n  type 401(k)\n  "
           "contributions { pre-tax allowed; after-tax allowed; limit 10% of pay on after-tax }\n  "
           "in-plan-roth-rollover { after-tax allowed }\n}\n'''\n"
           "participants = [ { id = \"p\", age = 28, pay = 150000 } ]\n"
           "expect = { \"p.room\" = 15000.00 }\n";
  }

  /// As a service or a person runs it: the program on the path, a home of its own.
  int run_script(const std::string& script) {
    write("script.sh", script + '\n');
    return shell(
        "--version >/dev/null; export HOME=\"$PWD\" PATH=\"$PWD/bin:$PATH\" "
        "GITHUB_BASE_REF=main GITHUB_STEP_SUMMARY=summary.md; /bin/sh -eu script.sh");
  }

  /// `map` without a mapping ends with 1 where it asks, which is what it is shown for.
  bool goes_well(const std::string& command) {
    const int exit = run_script(command);
    const bool asks = command.find("rothcheck map") != command.npos && said("\nasked\n");
    return exit == (asks ? 1 : 0);
  }

  std::string acme_;
};

TEST_F(Documents, EveryCommandRunsAsItIsWritten) {
  int ran = 0;
  for (const char* document : {"README.md", "docs/census.md", "docs/ci.md", "docs/elect.md",
                               "docs/language.md", "docs/adding.md", "docs/new.md"}) {
    for (const Block& block : blocks_of(text_of(document))) {
      const bool is_workflow = block.language == "yaml";
      for (const std::string& command : is_workflow ? scripts_of(block) : commands_of(block)) {
        EXPECT_TRUE(goes_well(command)) << document << ": " << command << "\n" << out_;
        ++ran;
      }
    }
  }
  EXPECT_GE(ran, 15);
}

TEST_F(Documents, EveryExampleOfTheHelpRunsAsItIsWritten) {
  int ran = 0;
  for (const char* command : {"new", "check", "merge", "lint", "test", "fmt", "diff", "limits",
                              "map", "acp", "elect", "convert", "split", "backdoor", "project"}) {
    ASSERT_EQ(run_script("rothcheck " + std::string{command} + " --help"), 0);
    const std::size_t examples = out_.rfind("Example");
    ASSERT_NE(examples, out_.npos) << command;
    for (const std::string& line : whole_lines(lines_of(out_.substr(examples)))) {
      EXPECT_EQ(line.starts_with("      --"), false)
          << command << ": a line goes on without a backslash: " << line;
      if (!line.starts_with("  rothcheck ")) continue;
      EXPECT_TRUE(goes_well(line)) << command << ": " << line << "\n" << out_;
      ++ran;
    }
  }
  EXPECT_GE(ran, 25);
}

TEST_F(Documents, ThePlanOfTheReadmeIsInItsCanonicalLayout) {
  write("readme.plan", acme_);
  EXPECT_EQ(shell("fmt --diff readme.plan"), 0);
  EXPECT_EQ(out_, "");
}

TEST_F(Documents, NameNoVersionThatThereIsNot) {
  // There is no release yet: a tag in a document would be one that nobody can check out.
  EXPECT_THAT(text_of("docs/ci.md"), testing::Not(testing::HasSubstr("v0.")));
}

}  // namespace
}  // namespace rothcheck::cli
