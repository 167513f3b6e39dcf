// The interview: what people type, what is asked, and that a plan comes of any answers.
#include "run/interview/interview.hpp"

#include <gmock/gmock.h>

#include <random>

#include "dsl/format.hpp"
#include "dsl/load.hpp"
#include "intake/limits/limits.hpp"
#include "run/interview/plan_text.hpp"
#include "run/interview/typed.hpp"

namespace rothcheck::run {
namespace {

TEST(Typed, AmountsAsPeopleWriteThem) {
  for (const char* text : {"10%", "10 %", "10 percent", "10% of pay", "10% of your eligible pay",
                           "10% of compensation", "up to 10% of pay"})
    EXPECT_EQ(read_amount(text).value, "10% of pay") << text;
  EXPECT_EQ(read_amount("66 2/3% of pay").value, "66 2/3% of pay");
  EXPECT_EQ(read_amount("$5,000").value, "$5,000");
  EXPECT_EQ(read_amount("5000 dollars per year").value, "$5000");
  EXPECT_EQ(read_amount("50% of the IRS limit").value, "50% of the 402(g) limit");
  EXPECT_EQ(read_amount("50% of your pay, up to the IRS limit").value, "50% of pay");
  EXPECT_EQ(read_money("500").value, "$500");
}

TEST(Typed, AmountsThatCouldBeTwoThings) {
  EXPECT_EQ(read_amount("10").wrong, "10% of pay, or $10: which of them?");
  EXPECT_EQ(read_amount("1% to 10%").wrong,
            "one figure: the least and the most are asked for apart");
  EXPECT_EQ(read_amount("120%").wrong, "100% of pay at most");
  EXPECT_EQ(read_amount("10% of base pay").wrong,
            "10% of pay; what counts as pay is another question");
  EXPECT_EQ(read_amount("some").wrong, "a percent of pay such as 10%, or dollars such as $5,000");
}

TEST(Typed, FormulasOfAMatch) {
  const auto is = [](const char* text) {
    const Typed read = read_match(text);
    return read.ok() ? read.value : "wrong: " + read.wrong;
  };
  for (const char* text : {"50% of the first 6%", "50% of the first 6% of pay",
                           "50 cents on the dollar of the first 6%",
                           "$0.50 for each dollar on the first 6% of your compensation"})
    EXPECT_EQ(is(text), "50% of the first 6% of pay") << text;
  for (const char* text :
       {"50% up to 6% of pay", "50 cents on each dollar you contribute, up to 6% of pay",
        "50% of contributions up to 6%", "$.50 per $1 up to 6% of pay"})
    EXPECT_EQ(is(text), "50% up to 6% of pay") << text;
  // A dollar for a dollar is the same either way.
  for (const char* text : {"dollar for dollar up to 4%", "dollar-for-dollar on the first 4% of pay",
                           "100% up to 4%", "$1 for $1 up to 4% of pay"})
    EXPECT_EQ(is(text), "100% of the first 4% of pay") << text;
  for (const char* text :
       {"100% of the first 3% and 50% of the next 2%", "100% up to 3%, then 50% of the next 2%",
        "100% of the first 3% of pay plus 50% of the next 2% of pay",
        "dollar for dollar on the first 3% and 50 cents on the dollar on the next 2%"})
    EXPECT_EQ(is(text), "100% of the first 3% of pay; 50% of the next 2% of pay") << text;
  EXPECT_EQ(is("25% of contributions"), "25% of all");
  EXPECT_EQ(is("50% of the first $2,000"), "50% of the first $2,000");
  EXPECT_EQ(is("4% of pay if you contribute at least 5%"),
            "4% of pay when contributing at least 5% of pay");
  EXPECT_EQ(is("discretionary"), "discretionary");
  EXPECT_EQ(is("discretionary up to 6% of pay"), "discretionary up to 6% of pay");
}

TEST(Typed, FormulasThatAreRefused) {
  EXPECT_THAT(read_match("3% of pay").wrong, testing::HasSubstr("what earns it"));
  EXPECT_THAT(read_match("50% up to $2,000").wrong,
              testing::HasSubstr("50% of the first $2,000, if the dollars are what a person"));
  EXPECT_THAT(read_match("50% of the first 6% with a true-up").wrong,
              testing::HasSubstr("without \"with\""));
  EXPECT_THAT(read_match("100% up to 3% and 50% up to 5%").wrong,
              testing::HasSubstr("tiers such as"));
  EXPECT_THAT(read_match("generous").wrong, testing::HasSubstr("without \"generous\""));
}

// Employer money that is given up to a percent is not that percent.
TEST(Typed, EmployerMoneyUpToAPercent) {
  EXPECT_EQ(read_employer("3% of pay").value, "3% of pay");
  EXPECT_EQ(read_employer("up to 10% of pay").wrong,
            "10% of pay, if it is always given; else discretionary up to 10% of pay");
  EXPECT_EQ(read_employer("discretionary up to 10% of pay").value,
            "discretionary up to 10% of pay");
}

TEST(Typed, TimesAgesCountsAndDays) {
  EXPECT_EQ(read_duration("three months of service").value, "3 months");
  EXPECT_EQ(read_duration("a year").value, "1 year");
  EXPECT_EQ(read_duration("1,000 hours").wrong,
            "days, months or years; a year of 1,000 hours is 1 year");
  for (const char* text : {"59.5", "59 1/2", "59\xC2\xBD", "after you reach age 59\xC2\xBD"})
    EXPECT_EQ(read_age(text).value, "59 1/2") << text;
  EXPECT_EQ(read_money("$250 or more").value, "$250");
  EXPECT_EQ(read_age("age 21").value, "21");
  EXPECT_EQ(read_count("twice").value, "2");
  EXPECT_EQ(read_count("once a quarter").value, "4");
  for (const char* text : {"once every six months", "two in a 12-month period",
                           "two in any 12 month period", "every other month"})
    EXPECT_FALSE(read_count(text).ok()) << text;
  for (const char* text : {"July 1", "1 July", "7/1", "07-01", "Jul. 1st", "July 1, 2026",
                           "July 1 to June 30", "July 1 through June 30"})
    EXPECT_EQ(read_day(text).value, "07-01") << text;
  EXPECT_FALSE(read_day("February 30").ok());
  // The last day of a month ends a year.
  for (const char* text : {"June 30", "December 31", "the year ends July 1"})
    EXPECT_EQ(read_day(text).wrong, "the day on which the year begins, such as July 1") << text;
}

const Question& asked_for(std::string_view id) {
  const Question* question = question_named(id);
  EXPECT_NE(question, nullptr) << id;
  return question == nullptr ? questions().front() : *question;
}

TEST(Answers, SilenceIsNotIgnoranceAndNeitherIsNo) {
  const auto written = [](std::string_view id, std::string_view text) {
    Answers answers;
    answers["name"] = *read_answer(asked_for("name"), "P").answer;
    answers[std::string{id}] = *read_answer(asked_for(id), text).answer;
    return plan_text(answers);
  };
  EXPECT_THAT(written("after-tax", "yes"), testing::HasSubstr("after-tax allowed"));
  EXPECT_THAT(written("after-tax", "no"), testing::HasSubstr("after-tax not allowed"));
  EXPECT_THAT(written("after-tax", "It does not say."), testing::HasSubstr("after-tax not stated"));
  const std::string open = written("after-tax", "I don't know");
  EXPECT_THAT(open, testing::HasSubstr("# - whether after-tax contributions are allowed"));
  EXPECT_THAT(open, testing::Not(testing::HasSubstr("contributions {")));
  EXPECT_THAT(written("match", "no"), testing::HasSubstr("match none"));
  EXPECT_THAT(written("match", "?"), testing::HasSubstr("formula unknown"));
  EXPECT_THAT(written("match", "-"), testing::Not(testing::HasSubstr("match")));
  EXPECT_THAT(written("deferral-limit", "?"), testing::HasSubstr("limit unknown on pre-tax, roth"));
}

TEST(Answers, AreTakenAsSummariesWordThem) {
  const auto value = [](std::string_view id, std::string_view text) {
    const ReadAnswer read = read_answer(asked_for(id), text);
    if (!read.answer) return "refused: " + read.expected;
    return read.answer->reply == Reply::no ? "no" : read.answer->value;
  };
  EXPECT_EQ(value("year", "effective January 1, 2026"), "2026");
  EXPECT_THAT(value("year", "July 1, 2025 to June 30, 2026"), testing::HasSubstr("refused"));
  EXPECT_EQ(value("match-counts", "pre-tax or Roth"), "pre-tax, roth");
  // Roth deferrals are deferrals.
  EXPECT_EQ(value("match-counts", "deferrals"), "pre-tax, roth");
  EXPECT_EQ(value("excluded", "leased employees; interns"), "interns, leased employees");
  EXPECT_EQ(value("excluded", "nobody"), "no");
  EXPECT_EQ(value("service", "immediately"), "no");
  EXPECT_EQ(value("entry", "immediately"), "immediate");
  EXPECT_EQ(value("entry", "January 1, April 1, July 1 and October 1"), "quarterly");
  EXPECT_EQ(value("limitation-year", "the calendar year"), "no");
  EXPECT_EQ(value("in-service", "not permitted"), "no");
  // Nothing allowed, and not nothing that limits.
  EXPECT_THAT(value("after-tax-limit-hce", "not permitted"), testing::HasSubstr("refused"));
  EXPECT_THAT(value("in-service-months", "five years of participation"),
              testing::HasSubstr("refused"));
}

TEST(Answers, APlaceMayStandBehindAnAnswer) {
  const ReadAnswer read = read_answer(asked_for("after-tax-limit"), "10% cite SPD p. 9");
  ASSERT_TRUE(read.answer);
  EXPECT_EQ(read.answer->value, "10% of pay");
  EXPECT_EQ(read.answer->cite, "SPD p. 9");
  EXPECT_EQ(read_cite(*read.answer, "no").answer->cite, "");
  EXPECT_EQ(read_cite(*read.answer, "yes").expected, "a page or section, such as p. 9");
}

TEST(Answers, AMatchUpToAPercentHasTwoMeanings) {
  Answers answers;
  answers["match"] = *read_answer(asked_for("match"), "50% up to 6% of pay").answer;
  EXPECT_THAT(plan_text(answers), testing::HasSubstr("50% of the first 6% of pay"));
  answers["match-reading"] = *read_answer(asked_for("match-reading"), "match").answer;
  EXPECT_THAT(plan_text(answers), testing::HasSubstr("50% of all\n        limit 6% of pay"));
  answers["match-reading"] = *read_answer(asked_for("match-reading"), "?").answer;
  EXPECT_THAT(plan_text(answers), testing::HasSubstr("formula unknown"));
}

class Interviewed : public testing::Test {
 protected:
  bool is_over(const std::vector<std::pair<std::string, std::string>>& given) {
    return !comes_up("", given) && asked_ == 0;
  }

  /// Whether the question comes up, where all others are answered that the document does not say.
  bool comes_up(std::string_view id,
                const std::vector<std::pair<std::string, std::string>>& given) {
    Interview interview{limits_};
    Answers answers;
    for (const auto& [key, text] : given) {
      const ReadAnswer read = read_answer(asked_for(key), text);
      if (!read.answer) {
        ADD_FAILURE() << key << ": expected " << read.expected;
        return false;
      }
      answers[key] = *read.answer;
    }
    EXPECT_TRUE(interview.take_over(answers).empty());
    asked_ = 0;
    while (const Question* question = interview.next()) {
      if (question->id == id) return true;
      ++asked_;
      EXPECT_EQ(interview.answer(*question, question->id == "name"   ? "P"
                                            : question->id == "year" ? "2026"
                                                                     : "-"),
                "");
    }
    return false;
  }

  Sources sources_;
  LimitTable limits_ = intake::embedded_limits(sources_);
  int asked_ = 0;
};

using Given = std::vector<std::pair<std::string, std::string>>;

TEST_F(Interviewed, EndsWhereTheDocumentAllowsNoAfterTaxMoney) {
  EXPECT_TRUE(is_over({{"name", "P"},
                       {"sponsor", "-"},
                       {"type", "401(k)"},
                       {"year", "2026"},
                       {"source", "-"},
                       {"after-tax", "no"}}));
}

TEST_F(Interviewed, A457bIsNotAskedAboutAfterTaxMoney) {
  EXPECT_FALSE(comes_up("after-tax", {{"type", "457(b)"}, {"year", "2026"}}));
  EXPECT_TRUE(comes_up("after-tax", {{"type", "401(k)"}, {"year", "2026"}}));
}

// The others are asked in tests/interview, as tests/cli/new_command_test.cpp plays it.
TEST_F(Interviewed, AsksWhatOnlySomePlansNeed) {
  Given plan = {{"type", "401(k)"}, {"year", "2026"},        {"after-tax", "yes"},
                {"pre-tax", "yes"}, {"in-plan-roth", "yes"}, {"roth", "yes"}};
  const auto with = [&plan](Given more) {
    more.insert(more.end(), plan.begin(), plan.end());
    return more;
  };
  EXPECT_FALSE(comes_up("after-tax-minimum", with({{"after-tax-limit", "10%"}})));
  EXPECT_TRUE(comes_up("after-tax-minimum", with({{"after-tax-limit", "1%"}})));
  // A dollar for a dollar is the same either way.
  EXPECT_TRUE(comes_up("match-reading", with({{"match", "50% up to 6%"}})));
  EXPECT_FALSE(comes_up("match-reading", with({{"match", "100% up to 6%"}})));
  EXPECT_TRUE(comes_up(
      "at-pay-limit",
      with({{"match", "50% of the first 6%"}, {"match-period", "pay-period"}, {"true-up", "no"}})));
  EXPECT_FALSE(
      comes_up("true-up", with({{"match", "50% of the first 6%"}, {"match-period", "year"}})));
  EXPECT_FALSE(comes_up("in-plan-roth-times", with({{"in-plan-roth-how", "daily"}})));
  EXPECT_TRUE(comes_up("in-plan-roth-times", with({{"in-plan-roth-how", "on request"}})));
}

TEST_F(Interviewed, AnOwnersPlanIsNotAskedAboutEmployees) {
  const Given solo = {{"type", "solo"},        {"year", "2026"},
                      {"after-tax", "yes"},    {"roth", "yes"},
                      {"in-plan-roth", "yes"}, {"in-plan-roth-how", "on request"}};
  EXPECT_TRUE(comes_up("nonelective", solo));
  for (const char* id : {"age", "service", "excluded", "safe-harbor", "after-tax-limit-hce"})
    EXPECT_FALSE(comes_up(id, solo)) << id;
}

TEST_F(Interviewed, TakesBackTheLastAnswer) {
  Interview interview{limits_};
  EXPECT_FALSE(interview.back());
  EXPECT_EQ(interview.answer(*interview.next(), "P"), "");
  EXPECT_EQ(interview.next()->id, "sponsor");
  EXPECT_TRUE(interview.back());
  EXPECT_EQ(interview.next()->id, "name");
}

// Any answers, in any order, right and wrong, make one plan in its layout.
TEST_F(Interviewed, WhateverIsAnsweredAPlanComesOfIt) {
  const std::vector<std::string> pool = {"yes",
                                         "no",
                                         "-",
                                         "?",
                                         "10%",
                                         "10% of pay",
                                         "$5,000",
                                         "50% of the first 6%",
                                         "discretionary",
                                         "50% up to 6% of pay",
                                         "100% of the first 3% and 50% of the next 2%",
                                         "3 months",
                                         "twice",
                                         "59 1/2",
                                         "2026",
                                         "hce, union",
                                         "a \"quoted\\ text\"",
                                         "pre-tax, roth, catch-up",
                                         "base",
                                         "all",
                                         "July 1",
                                         "1",
                                         "2",
                                         "3",
                                         "\xC3\xBC",
                                         "} {",
                                         "# x",
                                         "50% of the 402(g) limit",
                                         "0%",
                                         "$0",
                                         "40",
                                         "unknown",
                                         "10% cite p. \"9\"",
                                         "yes cite p. 1",
                                         "none",
                                         "limit"};
  std::mt19937 random{13};
  const auto below = [&random](std::size_t count) { return random() % count; };
  for (int round = 0; round < 25; ++round) {
    Interview interview{limits_};
    for (int step = 0; step < 60; ++step) {
      const Question& question = questions()[below(questions().size())];
      const std::string before = interview.plan();
      if (!interview.answer(question, pool[below(pool.size())]).empty()) {
        EXPECT_EQ(interview.plan(), before);
      }
      if (below(10) == 0) (void)interview.back();
    }
    const std::string text = interview.plan();
    Sources sources;
    const std::uint16_t source = sources.add("new.plan", text);
    const Outcome<std::vector<Plan>> loaded = dsl::load(sources, source);
    ASSERT_TRUE(loaded) << text;
    EXPECT_FALSE(has_error(loaded.findings)) << text;
    EXPECT_EQ(loaded.value->size(), 1u) << text;
    EXPECT_EQ(dsl::format(sources, source).value.value_or(""), text);
    // A file of these answers makes the same plan.
    const std::uint16_t file = sources.add("answers.toml", write_answers(interview.answers()));
    const Outcome<Answers> again = read_answers(sources, file);
    ASSERT_TRUE(again) << sources.text(file) << again.findings.front().message;
    EXPECT_EQ(plan_text(*again.value), text);
  }
}

TEST(Questions, TheTablesFitTogether) {
  for (const Question& question : questions()) {
    EXPECT_EQ(question.kind == AnswerKind::choice, !question.choices.empty()) << question.id;
    EXPECT_TRUE(read_answer(question, question.example).answer) << question.id;
    for (std::string_view sample : parts_of(question.samples))
      EXPECT_TRUE(read_answer(question, sample).answer) << question.id << " " << sample;
    const bool decides = question.asked == Asked::decides;
    EXPECT_EQ(parts_of(question.samples).size() >= 2, decides) << question.id;
    int number = 0;
    for (const Choice& choice : question.choices) {
      ++number;
      const ReadAnswer read = read_answer(question, std::to_string(number));
      ASSERT_TRUE(read.answer) << question.id;
      EXPECT_EQ(read.answer->value, choice.word);
      for (std::string_view other : parts_of(choice.synonyms))
        EXPECT_EQ(read_answer(question, other).answer->value, choice.word) << other;
    }
  }
}

}  // namespace
}  // namespace rothcheck::run
