// Words of SPDs and adoption agreements: each is answered with a line that can be written there.
#include "dsl/trade_words.hpp"

#include "tests/dsl/loaded.hpp"

namespace rothcheck::dsl {
namespace {

std::string in_block(const TradeWord& row, const std::string& statement) {
  const std::string line = statement.starts_with("type ") ? statement : "type 401(k)\n" + statement;
  if (row.block == "plan") return "plan \"Acme\" {\n" + line + "\n}\n";
  // What a match needs beside a line that is no formula.
  const bool formula = row.line.find("% of the first") != row.line.npos;
  const std::string beside = row.block == "match" && !formula ? "50% of all\n" : "";
  return "plan \"Acme\" { type 401(k)\n" + std::string{row.block} + " {\n" + beside + statement +
         "\n}\n}\n";
}

// A statement that is no formula leaves a match without one, which is told first.
std::string all_notes(const Loaded& loaded) {
  std::string notes;
  for (std::size_t i = 0; i < loaded.findings().size(); ++i) {
    if (loaded.findings()[i].kind->code != "PLN005") notes += loaded.notes(i);
  }
  return notes;
}

// A line with places for figures, as the note of its slip gives it.
std::string line_of_note(const std::string& notes) {
  const std::size_t first = notes.find('`'), last = notes.find("`: ", first);
  return first == notes.npos || last == notes.npos ? "" : notes.substr(first + 1, last - first - 1);
}

TEST(TradeWords, EachIsAnsweredWhereItWouldStand) {
  EXPECT_GE(trade_words().size(), 30u);
  for (const TradeWord& row : trade_words()) {
    const Loaded slip{in_block(row, std::string{row.slip})};
    ASSERT_FALSE(slip.findings().empty()) << row.slip;
    EXPECT_NE(all_notes(slip).find(row.why), std::string::npos)
        << row.slip << ": " << slip.said() << all_notes(slip);
    if (row.line.empty()) {
      EXPECT_TRUE(all_notes(slip).starts_with("the language has no word for it: "))
          << all_notes(slip);
      continue;
    }
    EXPECT_EQ(all_notes(slip).find("did you mean"), std::string::npos) << all_notes(slip);
    const std::string line = line_of_note(all_notes(slip));
    const Loaded mended{in_block(row, line)};
    EXPECT_EQ(mended.said(), "") << line;
  }
}

TEST(TradeWords, FiguresAreTakenFromTheText) {
  const auto note = [](const std::string& line) {
    return all_notes(in_plan("match { " + line + " }"));
  };
  EXPECT_TRUE(note("50% up to 6% of pay").starts_with("write `50% of the first 6% of pay`: "));
  EXPECT_TRUE(note("25% up to 8%").starts_with("write `25% of the first 8% of pay`: "));
  EXPECT_TRUE(
      note("75 cents on the dollar up to 4% of pay").starts_with("write `75% of the first 4%"));
  EXPECT_TRUE(
      note("Dollar for dollar up to 5%").starts_with("write `100% of the first 5% of pay`"));
}

TEST(TradeWords, CapitalsAndHyphensAreAlike) {
  for (const char* word : {"profit-sharing", "Profit Sharing", "PROFIT_SHARING"})
    EXPECT_TRUE(in_plan(word).notes().starts_with("write `nonelective { discretionary }`")) << word;
}

TEST(TradeWords, ABlockHasItsOwnMeaningOfAWord) {
  EXPECT_TRUE(
      in_plan("testing { safe-harbor qaca }").notes().starts_with("write `safe-harbor qaca-"));
  EXPECT_TRUE(in_plan("qaca").notes().starts_with("write `testing { safe-harbor qaca-match }`"));
  EXPECT_TRUE(
      in_plan("contributions { limit 10% of salary }").notes().starts_with("write `limit 10%"));
}

TEST(TradeWords, OtherWordsKeepTheNearestOne) {
  EXPECT_EQ(in_plan("contributions { after_tax allowed }").notes().substr(0, 25),
            "did you mean `after-tax`?");
  EXPECT_EQ(in_plan("contributions { lmit 10% of pay }").notes().substr(0, 21),
            "did you mean `limit`?");
}

}  // namespace
}  // namespace rothcheck::dsl
