// The commonest spellings of a cell, eight bytes at a time: digits, amounts, ISO dates. Whatever is
// spelt otherwise is left to the model's readers. The text must be readable for a word beyond a
// cell.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

#include "model/dates.hpp"
#include "model/money.hpp"

namespace rothcheck::intake::plain {

static_assert(std::endian::native == std::endian::little, "the first byte of a word is its lowest");

using Word = std::uint64_t;
inline constexpr Word high_bits = 0x8080808080808080;

constexpr Word every_byte(char c) { return 0x0101010101010101u * static_cast<unsigned char>(c); }

inline Word word_at(const char* at) {
  Word word;
  std::memcpy(&word, at, sizeof word);
  return word;
}

/// The high bits of the bytes that are not below `bound` (at most 128); right up to the first of
/// them.
constexpr Word bytes_from(Word word, unsigned bound) {
  return ((word + 0x0101010101010101u * (0x80u - bound)) | word) & high_bits;
}
/// The high bits of the bytes that are `c`; right up to the first of them.
constexpr Word bytes_equal(Word word, char c) {
  const Word other = word ^ every_byte(c);
  return (other - 0x0101010101010101u) & ~other & high_bits;
}
/// The high bits of the bytes below `bound` (at most 128); right up to the first of them.
constexpr Word bytes_below(Word word, unsigned bound) {
  return (word - 0x0101010101010101u * bound) & ~word & high_bits;
}
constexpr int first_of(Word marks) { return std::countr_zero(marks) >> 3; }

/// The number that the first `count` (1 to 8) bytes of `digits` are, each from 0 to 9.
constexpr std::uint32_t number_of(Word digits, int count) {
  digits <<= 8 * (8 - count);
  digits = (digits * 10 + (digits >> 8)) & 0x00FF00FF00FF00FF;
  digits = (digits * 100 + (digits >> 16)) & 0x0000FFFF0000FFFF;
  return static_cast<std::uint32_t>(digits * 10'000 + (digits >> 32));
}

/// Reads up to eight digits; behind them, or `at` where there are none. More than eight are none.
inline const char* read_whole(const char* at, std::int64_t& number) {
  const Word digits = word_at(at) ^ every_byte('0');
  const int count = first_of(bytes_from(digits, 10));
  if (count == 0 || (count == 8 && static_cast<unsigned>(at[8] - '0') < 10)) return at;
  number = number_of(digits, count);
  return at + count;
}

/// Reads `1234`, `1234.5` or `1234.50` as hundredths; behind it, or null.
inline const char* read_hundredths(const char* at, std::int64_t& hundredths) {
  std::int64_t whole = 0;
  const char* behind = read_whole(at, whole);
  if (behind == at) return nullptr;
  hundredths = whole * 100;
  if (*behind != '.') return behind;
  const auto tenths = static_cast<unsigned>(behind[1] - '0');
  if (tenths > 9) return nullptr;
  const auto rest = static_cast<unsigned>(behind[2] - '0');
  hundredths += tenths * 10 + (rest > 9 ? 0 : rest);
  return behind + (rest > 9 ? 2 : 3);
}

/// Reads `1998-02-03`; behind it, or null.
inline const char* read_date(const char* at, Date& day) {
  constexpr Word shape = 0x2D30302D30303030;  // 0000-00-
  const Word digits = word_at(at) ^ shape;
  constexpr Word dashes = 0xFF0000FF00000000;
  const auto tens = static_cast<unsigned>(at[8] - '0');
  const auto ones = static_cast<unsigned>(at[9] - '0');
  if ((digits & dashes) != 0 || bytes_from(digits, 10) != 0 || tens > 9 || ones > 9) return nullptr;
  const auto digit = [digits](int place) {
    return static_cast<unsigned>(digits >> (8 * place) & 0xF);
  };
  const unsigned year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3);
  day = date(static_cast<int>(year), digit(5) * 10 + digit(6), tens * 10 + ones);
  return year >= 1000 && day.ok() ? at + 10 : nullptr;
}

}  // namespace rothcheck::intake::plain
