#include "reports/check_csv.hpp"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace rothcheck::reports
