// Files of consumer prices.
#include "intake/limits/prices.hpp"

#include <gtest/gtest.h>

#include "intake/findings.hpp"

namespace rothcheck::intake {
namespace {

class PricesFile : public testing::Test {
 protected:
  Findings read(std::string text) {
    return read_prices(sources_, sources_.add("cpi.csv", std::move(text)), prices_);
  }
  /// The line of the one finding and its words.
  std::string fault_in(std::string text) {
    const Findings found = read(std::move(text));
    for (const Finding& each : found) EXPECT_EQ(each.kind, &finding::price_not_read);
    if (found.size() != 1) return std::to_string(found.size()) + " findings";
    return std::to_string(sources_.place(found.front().where).line) + ": " + found.front().message;
  }

  Sources sources_;
  Prices prices_;
};

TEST_F(PricesFile, HasALineAMonth) {
  EXPECT_TRUE(
      read("# from BLS\nMonth,CPI-U,C-CPI-U\n2026-08,334.98,\n2026-09, 335.5 ,186.1\n").empty());
  EXPECT_EQ(prices_.cpi_u.at({2026, 8}), 334'980);
  EXPECT_EQ(prices_.cpi_u.at({2026, 9}), 335'500);
  EXPECT_FALSE(prices_.chained.contains({2026, 8}));
  EXPECT_EQ(prices_.chained.at({2026, 9}), 186'100);
}

TEST_F(PricesFile, IsReadAsItIsDownloaded) {
  EXPECT_TRUE(read("Date,Index\r\n2026-09-01,335.123\r\n").empty());
  EXPECT_EQ(prices_.cpi_u.at({2026, 9}), 335'123);
}

TEST_F(PricesFile, SaysWhatIsWrongAndWhere) {
  EXPECT_EQ(fault_in("Month,CPI-U\n2026-13,335\n"), "2: found \"2026-13\"; expected a month");
  EXPECT_EQ(fault_in("Month,CPI-U\n\n2026-09,33x\n"),
            "3: found \"33x\" for September 2026; expected an index such as 335.123");
  EXPECT_EQ(fault_in("Month,CPI-U\n2026-09,1,2\n"), "2: the line has 3 cells, and the head 2");
  EXPECT_EQ(fault_in("2026-09,335.1\n"),
            "1: found \"2026-09\" for a head; expected Month,CPI-U or Month,CPI-U,C-CPI-U");
  EXPECT_EQ(fault_in(""), "0: the file has no head");
}

TEST_F(PricesFile, HasNoMonthFarFromTheOneBefore) {
  EXPECT_TRUE(read("Month,CPI-U\n2026-08,334.98\n").empty());
  EXPECT_EQ(fault_in("Month,CPI-U\n2026-09,33.5\n"),
            "2: 33.500 for September 2026 is far from 334.980 for August 2026");
  EXPECT_EQ(fault_in("Month,CPI-U\n2026-09,368.479\n"),
            "2: 368.479 for September 2026 is far from 334.980 for August 2026");
  EXPECT_TRUE(read("Month,CPI-U\n2026-09,368.478\n").empty());
}

TEST_F(PricesFile, IsTakenWholeOrNotAtAll) {
  EXPECT_TRUE(read("Month,CPI-U\n2026-09,335.1\n").empty());
  EXPECT_FALSE(read("Month,CPI-U\n2026-09,335.0\n2026-10,zero\n").empty());
  EXPECT_EQ(prices_.cpi_u.at({2026, 9}), 335'100);
}

}  // namespace
}  // namespace rothcheck::intake
