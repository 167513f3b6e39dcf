// The popular errors: every question is answered by the program, and the page is what it says.
#include "run/myths.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/myths_page.hpp"
#include "run/catalogue.hpp"
#include "tests/accepted_page.hpp"
#include "tests/places.hpp"

namespace rothcheck::cli {
namespace {

const LimitTable& limits() {
  static const Inputs inputs = [] {
    Inputs read;
    read.read_limits({});
    return read;
  }();
  return inputs.limits;
}

std::string answer(int myth, std::size_t question) {
  const run::Myth found = run::answered_myth(myth, limits());
  return question <= found.answers.size() ? found.answers[question - 1].text : "no such question";
}

TEST(Myths, AreNumberedFromOneAndNamedOnce) {
  ASSERT_EQ(run::myth_count(), 30);
  std::set<std::string_view> names;
  for (int number = 1; number <= run::myth_count(); ++number) {
    const run::Myth myth = run::answered_myth(number, limits());
    EXPECT_EQ(myth.number, number);
    EXPECT_TRUE(names.insert(myth.name).second) << myth.name;
    EXPECT_EQ(run::myth_named(myth.name), number);
    EXPECT_EQ(run::myth_named(myth.id()), number);
    EXPECT_EQ(run::kind_named(myth.name), nullptr) << myth.name;
    EXPECT_NE(myth.claim, "");
    EXPECT_NE(myth.law, "") << myth.name;
  }
}

TEST(Myths, HaveEveryQuestionAnsweredAndEveryFigureWorkedOut) {
  for (int number = 1; number <= run::myth_count(); ++number) {
    const run::Myth myth = run::answered_myth(number, limits());
    EXPECT_EQ(myth.fact.find('{'), myth.fact.npos) << myth.fact;
    std::string rest = myth.fact;
    for (const run::MythAnswer& each : myth.answers) {
      ASSERT_NE(each.text, "") << myth.name << ": " << each.label;
      for (std::size_t at; (at = rest.find(each.text)) != rest.npos;)
        rest.erase(at, each.text.size());
    }
    // What a sentence says of money has been asked for.
    EXPECT_EQ(rest.find('$'), rest.npos) << myth.name << ": " << rest;
  }
}

// By hand from the statute and the year's notices.
TEST(Myths, HaveTheRightFigures) {
  EXPECT_EQ(answer(1, 1), "$72,000.00");
  EXPECT_EQ(answer(2, 2), "$47,500.00");   // 72,000 - 24,500, catch-up aside
  EXPECT_EQ(answer(3, 4), "$83,250.00");   // 72,000 + 11,250
  EXPECT_EQ(answer(4, 1), "$11,250.00");   // 60 on December 31
  EXPECT_EQ(answer(4, 3), "$8,000.00");    // 64 on December 31
  EXPECT_EQ(answer(7, 1), "$200.00");      // 10,200 - 10,000
  EXPECT_EQ(answer(7, 2), "$6,937.50");    // 7,500 less 7.5% of it
  EXPECT_EQ(answer(10, 1), "$100.00");     // half of 200
  EXPECT_EQ(answer(11, 1), "$47,239.82");  // 20% of 236,199.11
  EXPECT_EQ(answer(11, 3), "$47,042.66");  // 20% of 235,213.31
  EXPECT_EQ(answer(12, 2), "$8,674.09");   // 37,174.09 - 2 x 2,000 - 24,500
  EXPECT_EQ(answer(14, 1), "$20.00");
  EXPECT_EQ(answer(15, 2), "not-available");
  EXPECT_EQ(answer(16, 1), "fail");
  EXPECT_EQ(answer(17, 1), "no");
  EXPECT_EQ(answer(17, 2), "yes");
  EXPECT_EQ(answer(19, 1), "$32,000.00");  // 72,000 - 40,000
  EXPECT_EQ(answer(22, 1), "$14,400.00");  // 4% of 360,000
  EXPECT_EQ(answer(23, 2), "no");
  EXPECT_EQ(answer(23, 3), "yes");
  EXPECT_EQ(answer(24, 1), "at-separation");
  EXPECT_EQ(answer(25, 1), "$38,500.00");  // 58,000 - 19,500
  EXPECT_EQ(answer(26, 1), "$8,600.00");
  EXPECT_EQ(answer(28, 1), "$18,400.00");
  EXPECT_EQ(answer(30, 1), "$33,100.00");  // 72,000 - 24,500 - 14,400
}

// Other figures of the law make other answers: nothing is a text.
TEST(Myths, FollowTheFiguresOfTheTable) {
  LimitTable other = limits();
  other.at(2026)[LimitKey::annual_additions_415c]->value = Money::dollars(80'000);
  EXPECT_EQ(run::answered_myth(2, other).answers[1].text, "$55,500.00");
  EXPECT_NE(run::answered_myth(2, other).fact.find("$55,500.00"), std::string::npos);
}

TEST(Myths, AreATopicOfExplain) {
  std::ostringstream out, err;
  EXPECT_EQ(explain("myth-2", {out, err}), Exit::fine);
  EXPECT_NE(out.str().find("myth-2 catch-up-takes-room"), std::string::npos);
  EXPECT_EQ(out.str().find("myth-3"), std::string::npos);
  std::ostringstream all;
  EXPECT_EQ(explain("myths", {all, err}), Exit::fine);
  EXPECT_NE(all.str().find("myth-30"), std::string::npos);
  EXPECT_EQ(explain("myth-31", {out, err}), Exit::usage);
  EXPECT_NE(err.str().find("there are myth-1 to myth-30"), std::string::npos);
  EXPECT_EQ(explain_myths("7", {out, err}), Exit::fine);
}

TEST(Myths, AreThePageInTheDocumentation) {
  std::ostringstream page;
  write_myths_page(limits(), page);
  expect_page(tests::project("docs/myths.md"), page.str());
}

}  // namespace
}  // namespace rothcheck::cli
