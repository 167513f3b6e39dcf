// Amounts with two decimals, taken from the end of their cell. A cell is only cut to its digits
// here; what the digits come to, and whether they are digits, is found for a whole row at once.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "intake/csv/plain_cell.hpp"

namespace rothcheck::intake::plain {

/// From `1.00` to `123456.00`: with the point taken out, what a word holds. As many bytes before
/// the end of a cell are looked at, be it shorter.
inline constexpr std::size_t shortest_amount = 4, longest_amount = 9;

/// Whether a cell may be an amount in the commonest spelling, by its length and its point.
inline bool may_be_amount(const char* at, const char* end) {
  const auto size = static_cast<std::size_t>(end - at);
  return size <= longest_amount && end[-3] == '.';
}

/// By the length of an amount, which bytes of a word are its whole digits, and the word of zeros
/// that makes numbers of all of them.
struct AmountMasks {
  std::array<Word, longest_amount + 1> whole = {}, zeros = {};
};
inline constexpr AmountMasks amount_masks = [] {
  AmountMasks masks;
  // Shorter cells have something that is no digit.
  masks.zeros.fill(0xFF);
  for (std::size_t size = shortest_amount; size <= longest_amount; ++size) {
    masks.whole[size] = (Word{1} << 48) - (Word{1} << 8 * (longest_amount - size));
    masks.zeros[size] = (masks.whole[size] | Word{0xFFFF} << 48) & every_byte('0');
  }
  return masks;
}();

/// The digits of an amount as `number_of_eight` takes them, and something else where there are
/// other characters among them.
inline Word digits_of_amount(const char* at, const char* end, const AmountMasks& masks) {
  const auto size = static_cast<std::size_t>(end - at);
  // The two words overlap so that the point between them falls out.
  const Word whole = word_at(end - longest_amount) & masks.whole[size];
  const Word decimals = word_at(end - sizeof(Word)) & Word{0xFFFF} << 48;
  return (whole | decimals) ^ masks.zeros[size];
}

/// So many words are turned into numbers at once.
inline constexpr std::size_t together = 4;

/// The numbers that `count` words of digits are, as by `number_of_eight`. False where some byte is
/// no digit: the number then is anything. Words and numbers are read and written up to a multiple
/// of `together`.
bool numbers_of(const Word* digits, std::size_t count, std::uint32_t* numbers);

// The ways to do so, of which `numbers_of` is the quickest that the machine has.
bool numbers_by_words(const Word* digits, std::size_t count, std::uint32_t* numbers);
#if defined(__SSE2__)
bool numbers_by_vectors(const Word* digits, std::size_t count, std::uint32_t* numbers);
#endif

}  // namespace rothcheck::intake::plain
