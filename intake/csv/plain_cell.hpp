// The commonest spellings of a cell, eight bytes at a time: digits, amounts, ISO dates. Whatever is
// spelt otherwise is left to the model's readers. The text must be readable for a word beyond a
// cell.
#pragma once

#include <bit>
#include <cstddef>
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

/// The number of a word that is larger where its bytes come later in the order of texts.
constexpr Word in_order(Word word) {
  word = (word & 0x00FF00FF00FF00FF) << 8 | (word >> 8 & 0x00FF00FF00FF00FF);
  word = (word & 0x0000FFFF0000FFFF) << 16 | (word >> 16 & 0x0000FFFF0000FFFF);
  return word << 32 | word >> 32;
}
/// The high bits of the bytes that are not below `bound` (at most 128); right up to the first of
/// them.
constexpr Word bytes_from(Word word, unsigned bound) {
  return ((word + 0x0101010101010101u * (0x80u - bound)) | word) & high_bits;
}
/// The high bits of the bytes that are those of `same`; right up to the first of them.
constexpr Word bytes_equal(Word word, Word same) {
  const Word other = word ^ same;
  return (other - 0x0101010101010101u) & ~other & high_bits;
}
/// The high bits of the bytes below `bound` (at most 128); right up to the first of them.
constexpr Word bytes_below(Word word, unsigned bound) {
  return (word - 0x0101010101010101u * bound) & ~word & high_bits;
}
constexpr int first_of(Word marks) { return std::countr_zero(marks) >> 3; }

/// The number that the bytes of `digits` are, each from 0 to 9, the first of them the highest.
constexpr std::uint32_t number_of_eight(Word digits) {
  digits = (digits * 10 + (digits >> 8)) & 0x00FF00FF00FF00FF;
  digits = (digits * 100 + (digits >> 16)) & 0x0000FFFF0000FFFF;
  return static_cast<std::uint32_t>(digits * 10'000 + (digits >> 32));
}
/// The number that the first `count` (1 to 8) of them are.
constexpr std::uint32_t number_of(Word digits, int count) {
  return number_of_eight(digits << 8 * (8 - count));
}

/// Whether all bytes of a cell are ASCII and none is a control character. It has one at least.
inline bool is_printable(const char* at, const char* end) {
  constexpr Word blanks = every_byte(' ');
  constexpr std::ptrdiff_t size = sizeof(Word);
  const auto others = [](Word word) { return ((word - blanks) | word) & high_bits; };
  if (end - at < size) {
    const auto bits = static_cast<int>(8 * (end - at));
    return others(word_at(at) << (64 - bits) | blanks >> bits) == 0;
  }
  Word found = others(word_at(end - size));
  for (; end - at > size; at += size) found |= others(word_at(at));
  return found == 0;
}

/// The two bytes at `at`, of which each is 0 to 9 where they are digits.
inline std::uint16_t two_digits_at(const char* at) {
  std::uint16_t two;
  std::memcpy(&two, at, sizeof two);
  return static_cast<std::uint16_t>(two ^ 0x3030);
}
constexpr bool are_digits(std::uint16_t two) { return (((two + 0x7676u) | two) & 0x8080u) == 0; }

/// Reads up to eight digits; behind them, or `at` where there are none. More than eight are none.
inline const char* read_whole(const char* at, std::int64_t& number) {
  const Word digits = word_at(at) ^ every_byte('0');
  const int count = first_of(bytes_from(digits, 10));
  if (count == 0 || (count == 8 && static_cast<unsigned>(at[8] - '0') < 10)) return at;
  number = number_of(digits, count);
  return at + count;
}

/// Reads `1234`, `1234.5` or `1234.50` as hundredths; behind it, or null. What has two decimals and
/// is short is read with the row's other amounts (`plain_amounts.hpp`).
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

/// Reads `$1,234.50` or `1,234.50`, below a billion, as hundredths; behind it, or null.
inline const char* read_grouped(const char* at, std::int64_t& hundredths) {
  const auto digit = [](char c) { return static_cast<unsigned>(c - '0'); };
  if (*at == '$') ++at;
  const char* const begin = at;
  std::int64_t number = 0;
  for (; at - begin < 3 && digit(*at) < 10; ++at) number = number * 10 + digit(*at);
  if (at == begin) return nullptr;
  for (int groups = 0; *at == ','; ++groups) {
    const unsigned first = digit(at[1]), second = digit(at[2]), third = digit(at[3]);
    if (first > 9 || second > 9 || third > 9 || groups == 2) return nullptr;
    number = number * 1000 + first * 100 + second * 10 + third;
    at += 4;
  }
  if (*at != '.' || digit(at[1]) > 9 || digit(at[2]) > 9) return nullptr;
  hundredths = number * 100 + digit(at[1]) * 10 + digit(at[2]);
  return at + 3;
}

inline constexpr std::ptrdiff_t date_size = 10;

/// Reads `1998-02-03`; behind it, or null.
inline const char* read_date(const char* at, Date& day) {
  constexpr Word shape = 0x2D30302D30303030;  // 0000-00-
  const Word digits = word_at(at) ^ shape;
  const unsigned last_two = two_digits_at(at + 8);
  // What lifts a byte to 128 if it is no digit, or not the dash that it should be. A byte that runs
  // over into the next has its own high bit.
  constexpr Word beyond = 0x7F76767F76767676, two_beyond = 0x7676;
  if ((((digits + beyond) | digits | (last_two + two_beyond) | last_two) & high_bits) != 0)
    return nullptr;
  const Word pairs = digits * 10 + (digits >> 8);  // in each byte: it and the one behind it
  const auto month = static_cast<unsigned>(pairs >> 40 & 0xFF);
  // Of each product the middle is meant: the first number times the large factor and the second
  // one times one.
  const unsigned year = (static_cast<std::uint32_t>(pairs) & 0x00FF00FF) * (100u << 16 | 1) >> 16;
  const unsigned day_of_month = (last_two * (10u << 8 | 1) >> 8) & 0xFF;
  day = date(static_cast<int>(year), month, day_of_month);
  if (year < 1000) return nullptr;
  // Every month has that day.
  const bool exists = day_of_month - 1 < shortest_month && month - 1 < 12;
  return exists || day.ok() ? at + date_size : nullptr;
}

}  // namespace rothcheck::intake::plain
