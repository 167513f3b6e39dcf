// RFC 2104.
#include "reports/id_hash.hpp"

#include <cstddef>

#include "model/social_security.hpp"

namespace rothcheck::reports {

namespace {

constexpr std::size_t block_size = 64;

std::string bytes_of(const Digest& digest) { return {digest.begin(), digest.end()}; }

}  // namespace

Digest hmac_sha256(std::string_view key, std::string_view text) {
  std::string block = key.size() > block_size ? bytes_of(sha256(key)) : std::string{key};
  block.resize(block_size, '\0');
  std::string inner = block, outer = block;
  for (char& c : inner) c = static_cast<char>(c ^ 0x36);
  for (char& c : outer) c = static_cast<char>(c ^ 0x5c);
  return sha256(outer + bytes_of(sha256(inner.append(text))));
}

std::string id_hash(std::string_view key, std::string_view id) {
  if (key.empty()) return {};
  constexpr std::size_t bytes_shown = 16;
  return hexadecimal(hmac_sha256(key, with_plain_numbers(id)), bytes_shown);
}

}  // namespace rothcheck::reports
