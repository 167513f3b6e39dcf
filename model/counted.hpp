// A number with its noun, as people write it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace rothcheck {

/// `1 row`, `3 rows`.
inline std::string counted(std::int64_t count, std::string_view noun) {
  return std::to_string(count) + " " + std::string{noun} + (count == 1 ? "" : "s");
}

}  // namespace rothcheck
