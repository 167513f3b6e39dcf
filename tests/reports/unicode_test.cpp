#include "reports/unicode.hpp"

#include <gtest/gtest.h>

#include "model/text.hpp"

namespace rothcheck::reports {
namespace {

TEST(Unicode, MeasuresColumnsOfATerminal) {
  EXPECT_EQ(columns_of(""), 0);
  EXPECT_EQ(columns_of("caf\xC3\xA9"), 4);
  EXPECT_EQ(columns_of("cafe\xCC\x81"), 4);              // the accent as a mark of its own
  EXPECT_EQ(columns_of("\xE9\x80\x80\xE8\x81\xB7"), 4);  // two East Asian characters
  EXPECT_EQ(columns_of("\xF0\x9F\x92\xB0"), 2);          // a picture
  EXPECT_EQ(columns_of("\xE2\x80\x94\xC2\xA7"), 2);      // a dash and a section sign
  EXPECT_EQ(columns_of("\xFF\xFE"), 2);
}

TEST(Unicode, RefusesOverlongFormsSurrogatesAndCutCharacters) {
  EXPECT_EQ(code_point_at("\xC0\xAF").length, 0u);
  EXPECT_EQ(code_point_at("\xE0\x80\xAF").length, 0u);
  EXPECT_EQ(code_point_at("\xED\xA0\x80").length, 0u);
  EXPECT_EQ(code_point_at("\xF4\x90\x80\x80").length, 0u);
  EXPECT_EQ(code_point_at("\xE2\x82").length, 0u);
  EXPECT_EQ(code_point_at("\xE2\x82\xAC").length, 3u);
}

TEST(Unicode, NothingPrintableMovesTheCursorOrTurnsTheText) {
  EXPECT_EQ(printable("a\x1b[31mb\x07"), "a\xEF\xBF\xBD[31mb\xEF\xBF\xBD");
  EXPECT_EQ(printable("a\xE2\x80\xAE"
                      "b"),
            "a\xEF\xBF\xBD"
            "b");  // right-to-left override
  EXPECT_EQ(printable("Zo\xC3\xAB"), "Zo\xC3\xAB");
}

}  // namespace
}  // namespace rothcheck::reports
