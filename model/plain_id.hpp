// Ids of letters and few digits, as almost all are, told at once: they are shown as they are.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace rothcheck {

namespace eight {

using Eight = std::uint64_t;  // characters, which are looked at all at once
static_assert(std::endian::native == std::endian::little, "the first of eight is the lowest byte");
inline constexpr Eight high_bits = 0x8080808080808080;

constexpr Eight times(char c) { return 0x0101010101010101u * static_cast<unsigned char>(c); }

/// The high bits of the characters from `first` to `last`; all are ASCII.
constexpr Eight from_to(Eight text, char first, char last) {
  const Eight from_first = (text | high_bits) - times(first);
  const Eight behind_last = (text | high_bits) - times(static_cast<char>(last + 1));
  return from_first & ~behind_last & high_bits;
}

inline Eight at(const char* place) {
  Eight text;
  std::memcpy(&text, place, sizeof text);
  return text;
}

/// A mark for each digit. Takes the marks of what is no ASCII letter or digit into `others`.
constexpr Eight digits_among_letters(Eight text, Eight& others) {
  const Eight digits = from_to(text, '0', '9');
  const Eight letters = from_to(text | times(' '), 'a', 'z');
  others |= (text & high_bits) | ((digits | letters) ^ high_bits);
  return digits;
}

constexpr int count_of(Eight marks) {
  return static_cast<int>((marks >> 7) * 0x0101010101010101u >> 56);
}

}  // namespace eight

/// Whether an id is at most sixteen letters and digits, of which fewer are digits than a Social
/// Security number has.
inline bool is_plain_id(std::string_view id) {
  using namespace eight;
  constexpr std::size_t half = sizeof(Eight);
  if (id.size() > 2 * half) return false;
  Eight others = 0;
  if (id.size() < half) {
    Eight text = times('a');
    for (const char c : id) text = text << 8 | static_cast<unsigned char>(c);
    digits_among_letters(text, others);
    return others == 0;
  }
  // Two halves that may overlap; what is in both is counted in the first.
  const Eight first = digits_among_letters(at(id.data()), others);
  const Eight last = digits_among_letters(at(id.data() + id.size() - half), others);
  const std::size_t in_both = 2 * half - id.size();
  const Eight only_last = in_both == half ? 0 : last >> 8 * in_both;
  return others == 0 && count_of(first) + count_of(only_last) < 9;
}

}  // namespace rothcheck
