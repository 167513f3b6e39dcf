// Bytes that come a piece at a time.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string_view>

namespace rothcheck::intake {

/// Fills the front of `into` with the bytes that come next and says how many; 0 at the end.
using ByteSource = std::function<std::size_t(std::span<char> into)>;

/// The bytes of a text, which must outlive the source.
ByteSource bytes_of(std::string_view text);

}  // namespace rothcheck::intake
