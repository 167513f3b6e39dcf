// RFC 4231, test cases 1, 2 and 6.
#include "reports/id_hash.hpp"

#include <gtest/gtest.h>

namespace rothcheck::reports {
namespace {

std::string hex(const std::array<std::uint8_t, 32>& digest) {
  std::string text;
  for (const std::uint8_t byte : digest) {
    text += "0123456789abcdef"[byte >> 4];
    text += "0123456789abcdef"[byte & 0xF];
  }
  return text;
}

TEST(IdHash, IsTheOneOfTheStandard) {
  EXPECT_EQ(hex(hmac_sha256(std::string(20, '\x0b'), "Hi There")),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
  EXPECT_EQ(hex(hmac_sha256("Jefe", "what do ya want for nothing?")),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  EXPECT_EQ(hex(hmac_sha256(std::string(131, '\xaa'),
                            "Test Using Larger Than Block-Size Key - Hash Key First")),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

TEST(IdHash, IsOfTheNumberAndNotOfItsNotation) {
  EXPECT_EQ(id_hash("key", "987-65-4320"), id_hash("key", "987654320"));
  EXPECT_NE(id_hash("key", "987-65-4320"), id_hash("key", "987-65-4321"));
  EXPECT_NE(id_hash("key", "987-65-4320"), id_hash("other", "987-65-4320"));
  EXPECT_EQ(id_hash("key", "987654320").size(), 32u);
  EXPECT_EQ(id_hash("", "987654320"), "");
}

}  // namespace
}  // namespace rothcheck::reports
