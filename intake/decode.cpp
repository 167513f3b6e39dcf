// UTF-8, UTF-16 and Windows-1252, and nothing that would have to be guessed.
#include "intake/decode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "intake/findings.hpp"
#include "intake/shown.hpp"

namespace rothcheck::intake {
namespace {

void append(std::string& text, std::uint32_t point) {
  const auto add = [&text](std::uint32_t byte) { text += static_cast<char>(byte); };
  if (point < 0x80) {
    add(point);
  } else if (point < 0x800) {
    add(0xC0 | point >> 6);
    add(0x80 | (point & 0x3F));
  } else if (point < 0x10000) {
    add(0xE0 | point >> 12);
    add(0x80 | (point >> 6 & 0x3F));
    add(0x80 | (point & 0x3F));
  } else {
    add(0xF0 | point >> 18);
    add(0x80 | (point >> 12 & 0x3F));
    add(0x80 | (point >> 6 & 0x3F));
    add(0x80 | (point & 0x3F));
  }
}

/// Code points 80 to 9F of Windows-1252; 0 for the five bytes that mean nothing.
constexpr std::array<std::uint16_t, 32> windows = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::uint64_t line_at(std::string_view bytes, std::size_t at) {
  return 1 + static_cast<std::uint64_t>(
                 std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

Finding undecodable(std::string message, std::uint64_t line) {
  return {&finding::undecodable_text, std::move(message), {}, {}, Cell{{}, line, 0, {}}};
}

Finding converted_from(std::string_view what) {
  return {&finding::text_converted,
          fmt::format("the text is {} and was converted to UTF-8", what),
          {},
          {},
          Cell{{}, 1, 0, {}}};
}

/// Empty, with a finding, when a byte means nothing.
std::optional<std::string> from_windows(std::string_view bytes, Findings& findings) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    const bool special = byte >= 0x80 && byte < 0xA0;
    const std::uint32_t point = special ? windows[byte - 0x80u] : byte;
    if (special && point == 0) {
      findings.push_back(undecodable(
          fmt::format("byte {:02X} is neither UTF-8 nor Windows-1252", byte), line_at(bytes, i)));
      return std::nullopt;
    }
    append(text, point);
  }
  return text;
}

/// Empty, with a finding, when the halves of a code point do not fit together.
std::optional<std::string> from_utf16(std::string_view bytes, bool big_endian, Findings& findings) {
  std::string text;
  text.reserve(bytes.size() / 2 + 1);
  std::uint64_t line = 1;
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<std::uint32_t>(big_endian ? first << 8 | second : second << 8 | first);
  };
  bool broken = false;
  for (std::size_t at = 0; at + 1 < bytes.size() && !broken; at += 2) {
    std::uint32_t point = unit(at);
    if (point >= 0xD800 && point < 0xDC00 && at + 3 < bytes.size()) {
      const std::uint32_t low = unit(at += 2);
      broken = low < 0xDC00 || low > 0xDFFF;
      point = 0x10000 + ((point - 0xD800) << 10) + ((low - 0xDC00) & 0x3FFu);
    } else if (point >= 0xD800 && point < 0xE000) {
      broken = true;
    }
    if (broken) break;
    if (point == '\n') ++line;
    append(text, point);
  }
  if (!broken && bytes.size() % 2 == 0) return text;
  findings.push_back(undecodable("the text is UTF-16 and breaks off inside a letter", line));
  return std::nullopt;
}

}  // namespace

std::optional<Encoding> encoding_named(std::string_view word) {
  if (word == "detect") return Encoding::detect;
  if (word == "utf-8") return Encoding::utf8;
  if (word == "utf-16") return Encoding::utf16;
  if (word == "windows-1252") return Encoding::windows_1252;
  return std::nullopt;
}

Decoded decode(std::string_view bytes, Encoding encoding) {
  Decoded decoded{bytes};
  const bool little = bytes.starts_with("\xFF\xFE"), big = bytes.starts_with("\xFE\xFF");
  const bool detect = encoding == Encoding::detect;
  if (bytes.starts_with("\xEF\xBB\xBF") && (detect || encoding == Encoding::utf8)) {
    decoded.original_ = bytes = bytes.substr(3);
    encoding = Encoding::utf8;
  } else if (encoding == Encoding::utf16 || (detect && (little || big))) {
    const std::string_view units = bytes.substr(little || big ? 2 : 0);
    decoded.converted_ = from_utf16(units, big, decoded.findings);
    decoded.readable = decoded.converted_.has_value();
    if (decoded.readable) decoded.findings.push_back(converted_from("UTF-16"));
    return decoded;
  }
  if (encoding == Encoding::windows_1252 || (encoding == Encoding::detect && !is_utf8(bytes))) {
    decoded.converted_ = from_windows(bytes, decoded.findings);
    decoded.readable = decoded.converted_.has_value();
    if (decoded.readable && detect) decoded.findings.push_back(converted_from("Windows-1252"));
  }
  return decoded;
}

}  // namespace rothcheck::intake
