// SHA-256, FIPS 180-4: of texts that are at hand, and of files that come in pieces.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace rothcheck::reports {

using Digest = std::array<std::uint8_t, 32>;

/// Takes the pieces of a text one after another.
class Sha256 {
 public:
  void add(std::string_view piece);
  /// The digest of all that was added; nothing may be added behind it.
  Digest digest();

 private:
  void add_block(std::string_view block);

  std::array<std::uint32_t, 8> state_ = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                         0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::string rest_;  // less than a block
  std::uint64_t bytes_ = 0;
};

Digest sha256(std::string_view text);

/// The first so many bytes of a digest, two hexadecimal digits each.
std::string hexadecimal(const Digest& digest, std::size_t bytes = 32);
/// As a content security policy takes it: RFC 4648, section 4.
std::string base64(const Digest& digest);

}  // namespace rothcheck::reports
