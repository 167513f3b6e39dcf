#include "reports/privacy.hpp"

#include <gtest/gtest.h>

namespace rothcheck::reports {
namespace {

TEST(Privacy, ShowsOnlyTheEndOfASocialSecurityNumber) {
  EXPECT_EQ(shown_id("987-65-4320"), "***-**-4320");
  EXPECT_EQ(shown_id("987654320"), "***-**-4320");
  EXPECT_EQ(shown_id("987 65 4320"), "***-**-4320");
  EXPECT_EQ(shown_id("SSN 987-65-4320 (Smith)"), "SSN ***-**-4320 (Smith)");
}

TEST(Privacy, AMaskedIdHasItsRowBesideIt) {
  EXPECT_EQ(shown_id("987654320", 12), "***-**-4320 (row 12)");
  EXPECT_EQ(shown_id("987654320", 0), "***-**-4320");
  EXPECT_EQ(shown_id("E1", 12), "E1");
}

TEST(Privacy, LeavesOtherIdsAsTheyAre) {
  for (const char* id : {"", "E1", "12345678", "1234567890", "E987654320", "987-65-43201",
                         "98-765-4320", "caf\xC3\xA9"}) {
    EXPECT_EQ(shown_id(id), id);
  }
}

TEST(Privacy, MessagesCarryTheLastFourCharacters) {
  EXPECT_EQ(short_id("EMP004417"), "...4417");
  EXPECT_EQ(short_id("E1"), "E1");
  EXPECT_EQ(short_id("abc\xC3\xA9xyz"), "...\xC3\xA9xyz");
}

}  // namespace
}  // namespace rothcheck::reports
