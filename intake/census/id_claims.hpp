// Who has which id: two rows of one id are two people or one person in parts, and neither is used.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace rothcheck::intake {

class IdClaims {
 public:
  /// Notes that a row has a key, and, when the row is good so far, the index of its person. Returns
  /// the line that had the key first, where there is one.
  std::optional<std::uint64_t> claim(const std::string& key, std::uint64_t line,
                                     std::optional<std::size_t> person);

  /// The people whose key came up again, by index, each once.
  std::vector<std::size_t> repeated() const;

 private:
  struct Claim {
    std::uint64_t line;
    std::optional<std::size_t> person;
  };
  std::unordered_map<std::string, Claim> claims_;
  std::vector<std::size_t> repeated_;
};

}  // namespace rothcheck::intake
