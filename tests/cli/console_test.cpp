#include "cli/console.hpp"

#include <gtest/gtest.h>
#include <stdlib.h>

namespace rothcheck::cli {
namespace {

class ColourTest : public testing::Test {
 protected:
  ColourTest() { clear(); }
  ~ColourTest() override { clear(); }
  static void clear() {
    for (const char* name :
         {"NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "CLICOLOR", "TERM", "SOURCE_DATE_EPOCH"})
      ::unsetenv(name);
  }
};

TEST_F(ColourTest, IsForTerminals) {
  EXPECT_TRUE(wants_colour("auto", true));
  EXPECT_FALSE(wants_colour("auto", false));
}

TEST_F(ColourTest, TheOptionBeatsTheVariables) {
  ::setenv("NO_COLOR", "1", 1);
  EXPECT_TRUE(wants_colour("always", false));
  ::setenv("FORCE_COLOR", "1", 1);
  EXPECT_FALSE(wants_colour("never", true));
}

TEST_F(ColourTest, FollowsTheUsualVariables) {
  ::setenv("FORCE_COLOR", "1", 1);
  EXPECT_TRUE(wants_colour("auto", false));
  ::setenv("NO_COLOR", "1", 1);
  EXPECT_FALSE(wants_colour("auto", true));
  ::setenv("NO_COLOR", "", 1);
  EXPECT_TRUE(wants_colour("auto", false));
  clear();
  ::setenv("CLICOLOR_FORCE", "0", 1);
  EXPECT_FALSE(wants_colour("auto", false));
  ::setenv("TERM", "dumb", 1);
  EXPECT_FALSE(wants_colour("auto", true));
}

TEST_F(ColourTest, TodayCanBeFixed) {
  ::setenv("SOURCE_DATE_EPOCH", "1767225600", 1);
  EXPECT_EQ(today(), date(2026, 1, 1));
}

}  // namespace
}  // namespace rothcheck::cli
