#include "reports/check_csv.hpp"

#include <gtest/gtest.h>

#include "reports/privacy.hpp"
#include "tests/reports/sample.hpp"

namespace rothcheck::reports {
namespace {

std::string row_of(const Assessment& answer, std::string_view plan = "Acme") {
  std::string row;
  append_csv_row(answer, plan, row);
  return row;
}

TEST(CheckCsv, HasALineAPersonInInputOrder) {
  Sample sample;
  sample.add(open_answer());
  sample.add(sample_answer(sample));
  EXPECT_EQ(sample.written(write_check_csv),
            "id,plan,verdict,room,remaining,room_low,room_high,binding,hce,age,deferrals,catch_up,"
            "employer,findings\n"
            "E2,Acme 401(k) Savings Plan,undetermined,,,0.00,40500.00,,,,24500.00,0.00,,\n"
            "E1,Acme 401(k) Savings "
            "Plan,available,15000.00,15000.00,15000.00,15000.00,plan-limit,false,28,24500.00,0.00,"
            "6000.00,\n");
}

TEST(CheckCsv, JoinsCodesOfFindings) {
  Assessment answer = open_answer();
  answer.findings = {{&sample_kind, "one"}, {&sample_kind, "two"}};
  EXPECT_TRUE(row_of(answer).ends_with(",MBR104;MBR104\n"));
}

TEST(CheckCsv, DefusesWhatASpreadsheetWouldRun) {
  Assessment answer = open_answer();
  for (const char* id : {"=1+1", "+1", "-Smith", "@x", "\tx",
                         "\xEF\xBC\x9D"
                         "1"}) {
    answer.id = id;
    EXPECT_TRUE(row_of(answer).starts_with("\"'" + std::string(id) + "\",")) << id;
  }
}

TEST(CheckCsv, QuotesSeparatorsQuotesAndLineEnds) {
  Assessment answer = open_answer();
  answer.id = "a\"b";
  EXPECT_TRUE(row_of(answer).starts_with("\"a\"\"b\","));
  answer.id = "a\nb";
  EXPECT_TRUE(row_of(answer).starts_with("\"a\nb\","));
  answer.id = "E1";
  EXPECT_TRUE(row_of(answer, "Smith, Jones").starts_with("E1,\"Smith, Jones\","));
}

TEST(CheckCsv, NeverCarriesAWholeSocialSecurityNumber) {
  Assessment answer = open_answer();
  answer.id = "987-65-4320";
  EXPECT_TRUE(row_of(answer).starts_with("***-**-4320,"));
}

TEST(CheckCsv, WritesAmountsOfEveryLength) {
  Assessment answer = open_answer();
  answer.id = "p";
  for (const std::int64_t cents :
       {0,          1,          9,           10,          99,      100,     101,       999,
        1'000,      9'999,      10'000,      99'999,      123'456, 999'999, 1'000'000, 9'999'999,
        10'203'040, 99'999'999, 100'000'000, 100'000'001, -1,      -12'345}) {
    answer.room = exactly(Money::cents(cents));
    const std::string amount = to_plain_string(Money::cents(cents));
    EXPECT_NE(row_of(answer).find("," + amount + ","), std::string::npos) << amount;
  }
}

TEST(CheckCsv, ShowsIdsOfEveryLengthAsTheyAre) {
  Assessment answer = open_answer();
  for (const std::string text : {"E12345678abcdefgh", "zAaZ09_pq12345678rstuvwx", "12345678"}) {
    for (std::size_t size = 1; size <= text.size(); ++size) {
      answer.id = text.substr(0, size);
      std::string cell;
      // By the way that every other report takes.
      cell = shown_id(answer.id);
      EXPECT_TRUE(row_of(answer).starts_with(cell + ",")) << answer.id;
    }
  }
  // Nine digits may be a Social Security number, wherever they stand in a long id.
  for (const char* id : {"123456789", "E123456789", "E1234567F89", "abcdefgh123456789"}) {
    answer.id = id;
    EXPECT_TRUE(row_of(answer).starts_with(shown_id(id) + ",")) << id;
  }
}

}  // namespace
}  // namespace rothcheck::reports
