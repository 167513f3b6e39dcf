// The bytes of a participant file as UTF-8 text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/finding.hpp"

namespace rothcheck::intake {

/// What the user says the text is; `detect` looks for byte order marks first, then takes UTF-8, and
/// Windows-1252 where the bytes are not UTF-8.
enum class Encoding : std::uint8_t { detect, utf8, utf16, windows_1252 };
std::optional<Encoding> encoding_named(std::string_view word);

class Decoded {
 public:
  explicit Decoded(std::string_view bytes) : original_{bytes} {}

  /// Without a byte order mark. Lasts as long as this and the bytes it was made from.
  std::string_view text() const { return converted_ ? std::string_view{*converted_} : original_; }

  Findings findings;     // their cells have no path
  bool readable = true;  // false when the bytes are no text

 private:
  friend Decoded decode(std::string_view bytes, Encoding encoding);
  std::string_view original_;
  std::optional<std::string> converted_;
};

Decoded decode(std::string_view bytes, Encoding encoding);

}  // namespace rothcheck::intake
