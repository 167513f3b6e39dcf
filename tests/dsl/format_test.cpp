// The layout: what it looks like, that it keeps everything, and that there is only one.
#include "dsl/format.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "dsl/parse.hpp"
#include "tests/dsl/loaded.hpp"
#include "tests/dsl/random_plan.hpp"
#include "tests/dsl/same_plan.hpp"
#include "tests/places.hpp"

namespace rothcheck::dsl {
namespace {

namespace fs = std::filesystem;

const fs::path project = tests::project();

std::string read_file(const fs::path& path) {
  std::ifstream file{path, std::ios::binary};
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string formatted(const std::string& text) {
  Sources sources;
  const std::uint16_t source = sources.add("test.plan", text);
  const Outcome<std::string> outcome = format(sources, source);
  if (outcome) return *outcome.value;
  const Place place = sources.place(outcome.findings.front().where);
  return std::to_string(place.line) + ":" + std::to_string(place.column) + " " +
         std::string{outcome.findings.front().kind->code};
}

/// The statements of a plan, formatted, without its braces and its level.
std::string formatted_in_plan(const std::string& statements) {
  const std::string text = formatted("plan \"x\" {\n" + statements + "\n}\n");
  std::istringstream lines{text};
  std::string result, line;
  while (std::getline(lines, line)) {
    if (line.starts_with("    "))
      result += line.substr(4) + "\n";
    else if (line.empty())
      result += "\n";
  }
  return result;
}

std::vector<std::string> comments_of(const std::string& text) {
  Faults faults;
  std::vector<std::string> comments;
  const std::optional<ast::Document> document = parse(text, 1, faults);
  if (!document) return comments;
  for (Span comment : document->comments) {
    std::string words = text.substr(comment.begin, comment.end - comment.begin);
    words.erase(words.find_last_not_of(" \t\r") + 1);
    comments.push_back(std::move(words));
  }
  return comments;
}

/// That the layout of a text keeps its plans and comments, and has a layout that is itself.
void expect_kept(const std::string& text) {
  const std::string result = formatted(text);
  EXPECT_EQ(formatted(result), result) << text;
  const Loaded before{text}, after{result};
  ASSERT_TRUE(before.outcome.value) << before.said();
  ASSERT_TRUE(after.outcome.value) << result << after.said();
  EXPECT_TRUE(same(*before.outcome.value, *after.outcome.value)) << text << "\n" << result;
  EXPECT_EQ(before.findings().size(), after.findings().size()) << before.said() << after.said();
  std::vector<std::string> comments = comments_of(text), kept = comments_of(result);
  std::sort(comments.begin(), comments.end());
  std::sort(kept.begin(), kept.end());
  EXPECT_EQ(comments, kept) << text << "\n" << result;
}

std::vector<std::string> texts_of_cases() {
  std::vector<std::string> texts;
  for (const auto& entry : fs::recursive_directory_iterator{project / "tests/cases"}) {
    if (entry.path().extension() != ".toml") continue;
    // What waits may use words that the language does not have yet.
    if (entry.path().parent_path().filename() == "waiting") continue;
    const std::string file = read_file(entry.path());
    for (std::size_t at = 0; (at = file.find("'''", at)) != file.npos;) {
      const std::size_t begin = at + 3, end = file.find("'''", begin);
      texts.push_back(file.substr(begin, end - begin));
      at = end + 3;
    }
  }
  return texts;
}

std::vector<fs::path> plan_files() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator{project / "plans"})
    if (entry.path().extension() == ".plan") files.push_back(entry.path());
  return files;
}

TEST(Format, TheSampleOfTheLanguagePageIsLaidOut) {
  const std::string page = read_file(project / "docs/language.md");
  const std::size_t begin = page.find("```\nplan ") + 4;
  const std::string sample = page.substr(begin, page.find("\n```", begin) - begin + 1);
  EXPECT_EQ(formatted(sample), sample);
}

TEST(Format, EveryEncodedPlanIsLaidOutAndKeepsItsMeaning) {
  const std::vector<fs::path> files = plan_files();
  EXPECT_GE(files.size(), 14u);
  for (const fs::path& file : files) {
    const std::string text = read_file(file);
    EXPECT_EQ(formatted(text), text) << file << ": run rothcheck fmt on it";
    expect_kept(text);
  }
}

TEST(Format, KeepsThePlansOfEveryCase) {
  const std::vector<std::string> texts = texts_of_cases();
  EXPECT_GE(texts.size(), 50u);
  for (const std::string& text : texts) expect_kept(text);
}

TEST(Format, KeepsRandomPlansInAnyLayout) {
  Chance chance{20260101};
  int sound = 0;
  for (int i = 0; i < 600; ++i) {
    const std::string text = random_plan(chance);
    sound += !has_error(Loaded{text}.findings());
    ASSERT_FALSE(std::isdigit(static_cast<unsigned char>(formatted(text).front())))
        << text << formatted(text);
    expect_kept(text);
    if (HasFailure()) return;
  }
  EXPECT_GE(sound, 200);
}

TEST(Format, HasOneLayoutForAllThatDifferInBlanksAlone) {
  Chance chance{20260102};
  std::vector<std::string> texts = texts_of_cases();
  for (const fs::path& file : plan_files()) texts.push_back(read_file(file));
  for (int i = 0; i < 300; ++i) texts.push_back(random_plan(chance));
  for (const std::string& text : texts) {
    const std::string canonical = formatted(text);
    for (int i = 0; i < 3; ++i) {
      const std::string other = disordered(canonical, chance);
      ASSERT_EQ(formatted(other), canonical) << other;
    }
  }
}

TEST(Format, PutsOneStatementOnALine) {
  EXPECT_EQ(formatted("plan \"x\" { type 401(k); year 2026 ;; sponsor \"a  b\"\n}"),
            "plan \"x\" {\n"
            "    type    401(k)\n"
            "    year    2026\n"
            "    sponsor \"a  b\"\n"
            "}\n");
}

TEST(Format, KeepsABlockOnOneLineThatWasWrittenSoAndFits) {
  EXPECT_EQ(formatted_in_plan("eligibility\n{age 18;entry   immediate ; }\ntesting {\n}"),
            "eligibility { age 18; entry immediate }\n"
            "testing { }\n");
  EXPECT_EQ(formatted_in_plan("eligibility {\nage 18 }"),
            "eligibility {\n"
            "    age 18\n"
            "}\n");
  const std::string amendment =
      "amendment \"Nineteenth\" effective 2026-07-01 { in-plan-roth-rollover { automatic daily";
  EXPECT_EQ(formatted_in_plan(amendment + " } }"), amendment + " } }\n");
  EXPECT_EQ(formatted_in_plan(amendment + "; fee $100 } }"),
            "amendment \"Nineteenth\" effective 2026-07-01 {\n"
            "    in-plan-roth-rollover { automatic daily; fee $100 }\n"
            "}\n");
}

TEST(Format, CountsColumnsInCharacters) {
  const std::string line = "eligibility { age 21; exclude class \"" + std::string(54, 'x');
  ASSERT_EQ(4 + line.size() + 5, 100u);
  EXPECT_EQ(formatted_in_plan(line + "éé\" }"), line + "éé\" }\n");
  EXPECT_NE(formatted_in_plan(line + "ééé\" }"), line + "ééé\" }\n");
}

TEST(Format, OpensAllBlocksOfAStatementTogether) {
  EXPECT_EQ(formatted_in_plan("match { greatest of { 100% of the first $3000 }\n{\n50% of all } }"),
            "match {\n"
            "    greatest of {\n"
            "        100% of the first $3,000\n"
            "    } {\n"
            "        50% of all\n"
            "    }\n"
            "}\n");
}

TEST(Format, AlignsWhatBelongsTogether) {
  EXPECT_EQ(formatted_in_plan("contributions {\npre-tax allowed\nafter-tax not allowed\n"
                              "limit 75% of pay\nlimit 6% of pay on after-tax\n"
                              "limit $34750 on after-tax\nlimit unknown on roth\n"
                              "minimum 1% of pay\n\nroth not stated\n}\n"
                              "match {\n100% of the first 3% of pay\n50% of the next 2% of pay\n}"),
            "contributions {\n"
            "    pre-tax   allowed\n"
            "    after-tax not allowed\n"
            "    limit  75% of pay\n"
            "    limit   6% of pay on after-tax\n"
            "    limit $34,750 on after-tax\n"
            "    limit unknown on roth\n"
            "    minimum 1% of pay\n"
            "\n"
            "    roth not stated\n"
            "}\n"
            "match {\n"
            "    100% of the first 3% of pay\n"
            "     50% of the next 2% of pay\n"
            "}\n");
}

TEST(Format, PutsCitesAndCommentsInOneColumnWhereTheyFit) {
  const std::string place(50, 'p');
  EXPECT_EQ(formatted_in_plan("contributions {\nroth allowed # why\nlimit 6% of pay cite \"p\" #c\n"
                              "minimum 1% of pay on after-tax for hce and age >= 50 cite \"q\" #d\n"
                              "}\ncontributions {\nroth allowed # why\nlimit 6% of pay\n"
                              "limit 50% of pay on after-tax cite \"" +
                              place + "\"\n}"),
            "contributions {\n"
            "    roth allowed                                            # why\n"
            "    limit   6% of pay                                       cite \"p\"    #c\n"
            "    minimum 1% of pay on after-tax for hce and age >= 50    cite \"q\"    #d\n"
            "}\n"
            "contributions {\n"
            "    roth allowed                     # why\n"
            "    limit  6% of pay\n"
            "    limit 50% of pay on after-tax    cite \"" +
                place +
                "\"\n"
                "}\n");
}

TEST(Format, KeepsEveryCommentWhereItBelongs) {
  EXPECT_EQ(formatted("# file\n\n\nplan \"x\" # the plan\n# before\n{\n\n# above\n"
                      "type 401(k);year 2026# end\n"
                      "\n\n\n# apart\n\neligibility { # behind\nage 21\n# last\n\n} # closing\n"
                      "}# the end\n# tail"),
            "# file\n"
            "\n"
            "plan \"x\" {                                     # the plan\n"
            "    # before\n"
            "\n"
            "    # above\n"
            "    type 401(k)\n"
            "    year 2026                                  # end\n"
            "\n"
            "    # apart\n"
            "\n"
            "    eligibility {                              # behind\n"
            "        age 21\n"
            "        # last\n"
            "    }    # closing\n"
            "}    # the end\n"
            "# tail\n");
}

TEST(Format, KeepsTogetherACommentThatGoesOnBelowItself) {
  EXPECT_EQ(formatted_in_plan("year 2026 # first\n          # second\n# of the next\ntype 401(k)"),
            "year 2026                                  # first\n"
            "                                           # second\n"
            "# of the next\n"
            "type 401(k)\n");
}

TEST(Format, SpellsMoneyWithCommasAndLeavesOtherNumbers) {
  EXPECT_EQ(formatted_in_plan("scenario \"s\" {\npay $1234567.5\nbonus $999\nroth 0.50 %\n"
                              "class a,b\nhousehold $40500\nmatch $00012345\n}"),
            "scenario \"s\" {\n"
            "    pay $1,234,567.5\n"
            "    bonus $999\n"
            "    roth 0.50%\n"
            "    class a,b\n"
            "    household $40500\n"
            "    match $00012345\n"
            "}\n");
}

TEST(Format, WritesPlainLineEndsAndNoMark) {
  EXPECT_EQ(formatted("\xEF\xBB\xBFplan \"x\" {\r\n\ttype\xC2\xA0 401(k)   # why \t\r\n}"),
            "plan \"x\" {\n    type 401(k)                                # why\n}\n");
}

TEST(Format, LeavesATextWithSyntaxErrorsAlone) {
  EXPECT_EQ(formatted("plan \"x\" {\n    tpye 401(k)\n}\n"), "2:5 SYN011");
  EXPECT_EQ(formatted("plan \"x\" {\n    year 2026\n"), "1:10 SYN007");
  EXPECT_EQ(formatted("\n"), "1:1 SYN003");
}

TEST(Format, LaysOutATextWhoseValuesAreWrong) {
  EXPECT_EQ(formatted("plan \"x\" {\nyear 1726\nscenario \"s\" {\nage 400\npay $1,2\n}\n}\n"),
            "plan \"x\" {\n"
            "    year 1726\n"
            "    scenario \"s\" {\n"
            "        age 400\n"
            "        pay $1,2\n"
            "    }\n"
            "}\n");
}

}  // namespace
}  // namespace rothcheck::dsl
