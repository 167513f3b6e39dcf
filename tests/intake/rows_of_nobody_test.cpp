// Rows that are nobody's, as reports have them between and below people.
#include <gtest/gtest.h>

#include "intake/census.hpp"
#include "tests/intake/said.hpp"

namespace rothcheck::intake {
namespace {

constexpr std::string_view header =
    "Employee ID,Last Name,DOB,415 Compensation,Pre-Tax,Match,HCE\n";

Census read(std::string_view row) {
  std::string text{header};
  text += "E1,Able,3/14/1985,150000,9000,4500,N\n";
  text += row;
  text += "\nE2,Baker,11/2/1971,241000,24500,7230,Y\n";
  CensusOptions options;
  options.year = 2026;
  return read_census("report.csv", text, options);
}

TEST(RowsOfNobody, AreSkippedAndCounted) {
  for (const char* row : {"Subtotal Engineering,,,391000,33500,11730,",
                          "Subtotal,,,58200,1746,1746,",
                          "Total Dept 4100,,,58200,1746,1746,",
                          "Plan totals:,,,58200,,,",
                          "Sum of pay,,,58200,,,",
                          "Carried forward,,,58200,,,",
                          "Average,,,149733,,,",
                          "Avg. pay,,,149733,,,",
                          "Department average,3 people,,149733,,,",
                          "Headcount,3,,,,,",
                          "Count,,,3,,,",
                          "Number of employees,3,,,,,",
                          "Median,,,58200,,,",
                          "Department: Engineering,,,,,,",
                          "Department:,Engineering,,,,,",
                          "Employees: 3,,,,,,",
                          "As of:,,11/20/2026,,,,",
                          "Report run 11/20/2026 by payroll,,,,,,",
                          "*** END OF REPORT ***,,,,,,",
                          "Page 1 of 1,,,,,,",
                          "\"HCE = compensation above $160,000 in 2025\",,,,,,",
                          ",* estimated,,,,,",
                          ",Average,,149733,,,",
                          ",,,Total,33500,,"}) {
    const Census census = read(row);
    EXPECT_EQ(census.participants.size(), 2u) << row;
    EXPECT_EQ(census.rows_skipped, 1) << row;
    EXPECT_EQ(census.skipped_rows, (std::vector<std::uint64_t>{3})) << row;
    EXPECT_EQ(census.rows_read, 3) << row;
  }
}

TEST(RowsOfNobody, InDoubtAreLeftOutAsNoAnswer) {
  for (const char* row :
       {"All employees,,,449200,35246,13476,", "Engineering,,,391000,33500,11730,",
        "Prepared by,J. Smith,,,,,", "Page,1,of,3,,,", "E7,,,,,,", "Max,,,241000,24500,7230,",
        ",,,391000,33500,11730,"}) {
    const Census census = read(row);
    EXPECT_EQ(census.participants.size(), 2u) << row;
    EXPECT_EQ(census.rows_rejected, 1) << row;
  }
}

TEST(RowsOfNobody, PeopleAreAnsweredWhateverTheirNames) {
  for (const char* row :
       {"E3,Total,2/3/1998,58200,1746,1746,N", "E3,Average,,58200,1746,1746,N",
        "E3,Page,2/3/1998,58200,1746,1746,N", "Total,Able,2/3/1998,58200,1746,1746,N",
        "Ann Summers,Summers,,58200,1746,1746,N", "E3,,,58200,1746,1746,",
        "TOTAL-7,Able,2/3/1998,58200,1746,1746,N"}) {
    EXPECT_EQ(read(row).participants.size(), 3u) << row;
  }
  // Where nobody is asked more than amounts, a name is as good an id as a number.
  EXPECT_EQ(read_census("a.csv", "id,pay,pre_tax\nAnn,150000,9000\nBo Lee,90000,0\n", {})
                .participants.size(),
            2u);
}

TEST(RowsOfNobody, OfOtherFormatsSayThatTheyAreSums) {
  const Census xml =
      read_census("a.xml",
                  "<participants><participant id=\"E1\"><pay>5</pay></participant>"
                  "<participant id=\"Grand Total\"><pay>5</pay></participant>"
                  "<participant id=\"Average\"><pay>5</pay></participant><participant "
                  "id=\"E2\"/></participants>",
                  {});
  EXPECT_EQ(xml.participants.size(), 2u);
  EXPECT_EQ(xml.rows_skipped, 2);
  const Census toml = read_census(
      "a.toml", "[[participant]]\nid = \"E1\"\n[[participant]]\nid = \"Subtotal\"\npay = 5\n", {});
  EXPECT_EQ(toml.participants.size(), 1u);
  EXPECT_EQ(toml.rows_skipped, 1);
}

TEST(RowsOfNobody, AccountingDashesAreZero) {
  for (const char* dash : {"-", " -   ", "$-", " $ -   ", "\xE2\x80\x93", "$\xE2\x80\x94",
                           "\xE2\x88\x92", "(-)", "-0-", "USD -", "\xC2\xA0-\xC2\xA0"}) {
    for (const char* field : {"pay", "match", "pre_tax"}) {
      const Census census =
          read_census("a.csv", "id," + std::string{field} + "\nE1,\"" + dash + "\"\n", {});
      ASSERT_EQ(census.participants.size(), 1u) << field << dash;
      const Participant& person = census.participants[0];
      EXPECT_TRUE(person.pay == Money{} || person.match == Money{} ||
                  person.pre_tax == Election{Money{}})
          << field << dash;
    }
  }
}

TEST(RowsOfNobody, OneNumberInTwoNotationsIsOneId) {
  const Census census =
      read_census("a.csv", "id,age,pay\n987 65 4320,30,5\nE2,31,6\n987654320,31,6\n", {});
  ASSERT_EQ(census.participants.size(), 1u);
  EXPECT_EQ(said(census.findings), (Lines{"4:0 CEN009 lines 2 and 4 have the same id"}));
}

}  // namespace
}  // namespace rothcheck::intake
