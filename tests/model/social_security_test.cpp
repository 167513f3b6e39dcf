// What is taken for a Social Security number, in every notation, and what is not.
#include "model/social_security.hpp"

#include <gtest/gtest.h>

namespace rothcheck {
namespace {

TEST(SocialSecurity, EveryNotationIsMaskedAndIsOneNumber) {
  for (const char* notation :
       {"987654320",
        "987-65-4320",
        "987 65 4320",
        "987.65.4320",
        "987_65_4320",
        "987/65/4320",
        "(987)65-4320",
        "(987) 65-4320",
        "987 - 65 - 4320",
        "987-654320",
        "98765-4320",
        "987\xC2\xA0"
        "65\xC2\xA0"
        "4320",
        "987\xE2\x80\x8B-65\xE2\x80\x8B-4320",
        "9\xE2\x80\x8B"
        "8\xE2\x80\x8B"
        "7654320",
        "987\xE2\x80\x93"
        "65\xE2\x80\x93"
        "4320",
        "987\xE2\x80\x91"
        "65\xE2\x80\x91"
        "4320",
        "987\xE2\x88\x92"
        "65\xE2\x88\x92"
        "4320",
        "\xEF\xBC\x99\xEF\xBC\x98\xEF\xBC\x97\xEF\xBC\x96\xEF\xBC\x95\xEF\xBC\x94\xEF\xBC\x93"
        "\xEF\xBC\x92\xEF\xBC\x90",
        "9.87654320E+08",
        "9.8765432E+8",
        "987654320.0"}) {
    EXPECT_EQ(with_masked_numbers(notation), "***-**-4320") << notation;
    EXPECT_EQ(with_plain_numbers(notation), "987654320") << notation;
  }
}

TEST(SocialSecurity, AmongOtherTextTheRestStays) {
  EXPECT_EQ(with_masked_numbers("a 987-65-4320, b 987654321."), "a ***-**-4320, b ***-**-4321.");
  EXPECT_EQ(with_masked_numbers("x987-65-4320y"), "x***-**-4320y");
  EXPECT_EQ(with_masked_numbers("SSN987654320"), "SSN***-**-4320");
  EXPECT_EQ(with_masked_numbers("1 987654320"), "1 ***-**-4320");
  EXPECT_EQ(with_masked_numbers("1.23E+08"), "***-**-0000");
}

TEST(SocialSecurity, OtherNumbersAreNone) {
  for (const char* text :
       {"", "E1", "12345678", "1234567890", "E987654320", "987654320E", "987-65-43201",
        "98-765-4320", "1980-01-02", "01/02/1980 0:00", "12345.6789", "1,234,567.89", "9876--54321",
        "1E+07", "12E8", "987 65 432", "caf\xC3\xA9", "\xFF\xFE 123"}) {
    EXPECT_FALSE(has_social_security_number(text)) << text;
    EXPECT_EQ(with_masked_numbers(text), text);
  }
}

}  // namespace
}  // namespace rothcheck
