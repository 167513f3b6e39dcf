// A name for somebody whose id is not shown, which only those who have the key can make.
#pragma once

#include <string>
#include <string_view>

#include "reports/sha256.hpp"

namespace rothcheck::reports {

/// The first 32 hexadecimal digits of the HMAC-SHA-256 (RFC 2104, FIPS 180-4) of the id, a Social
/// Security number in it being nine digits: what `openssl dgst -sha256 -hmac KEY` gives. Empty
/// without a key: of nine digits all can be tried, so that a hash without one is the number.
std::string id_hash(std::string_view key, std::string_view id);

Digest hmac_sha256(std::string_view key, std::string_view text);

}  // namespace rothcheck::reports
