// The vectors of FIPS 180-4, and RFC 4648 for the other notation.
#include "reports/sha256.hpp"

#include <gtest/gtest.h>

namespace rothcheck::reports {
namespace {

TEST(Sha256, IsTheOneOfTheStandard) {
  EXPECT_EQ(hexadecimal(sha256("")),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(hexadecimal(sha256("abc")),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(hexadecimal(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST(Sha256, DoesNotDependOnThePieces) {
  const std::string text(1'000'000, 'a');
  for (const std::size_t piece : {1u, 63u, 64u, 65u, 4096u}) {
    Sha256 hash;
    for (std::size_t at = 0; at < text.size(); at += piece)
      hash.add(std::string_view{text}.substr(at, piece));
    EXPECT_EQ(hexadecimal(hash.digest()),
              "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
        << piece;
  }
}

TEST(Sha256, IsWrittenInBase64AsAPolicyTakesIt) {
  EXPECT_EQ(base64(sha256("")), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
}

}  // namespace
}  // namespace rothcheck::reports
