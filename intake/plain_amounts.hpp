// Amounts with two decimals, taken from the end of their cell. A cell is only cut to its digits
// here; what the digits come to, and whether they are digits, is found for a whole row at once.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "intake/plain_cell.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

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

inline bool numbers_by_words(const Word* digits, std::size_t count, std::uint32_t* numbers) {
  Word others = 0;
  for (std::size_t i = 0; i < count; ++i) {
    others |= bytes_from(digits[i], 10);
    numbers[i] = number_of_eight(digits[i]);
  }
  return others == 0;
}

#if defined(__SSE2__)
inline bool numbers_by_vectors(const Word* digits, std::size_t count, std::uint32_t* numbers) {
  __m128i tens = _mm_set1_epi16(10 << 8 | 1);
  // One multiplication is shorter than the four shifts and sums that the compiler knows for it.
  asm("" : "+x"(tens));
  const __m128i hundreds = _mm_set1_epi32(1 << 16 | 100);
  const __m128i ten_thousands = _mm_set1_epi32(1 << 16 | 10'000);
  __m128i largest = _mm_setzero_si128();
  // Two words to four numbers of four digits each.
  const auto fours = [&](const Word* two) {
    // Loaded as they were written a moment ago: a load that spans two writes has to wait for them.
    const __m128i bytes =
        _mm_unpacklo_epi64(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(two)),
                           _mm_loadl_epi64(reinterpret_cast<const __m128i*>(two + 1)));
    largest = _mm_max_epu8(largest, bytes);
    // The first digit of a pair is its low byte. Times 256 * 10 + 1 the high byte becomes the sum
    // of ten times that digit and the other one.
    const __m128i pairs = _mm_srli_epi16(_mm_mullo_epi16(bytes, tens), 8);
    return _mm_madd_epi16(pairs, hundreds);
  };
  for (std::size_t i = 0; i < count; i += together) {
    const __m128i all = _mm_packs_epi32(fours(digits + i), fours(digits + i + 2));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(numbers + i), _mm_madd_epi16(all, ten_thousands));
  }
  const __m128i others = _mm_subs_epu8(largest, _mm_set1_epi8(9));
  return _mm_movemask_epi8(_mm_cmpeq_epi8(others, _mm_setzero_si128())) == 0xFFFF;
}
#endif

/// The numbers that `count` words of digits are, as by `number_of_eight`. False where some byte is
/// no digit: the number then is anything. Words and numbers are read and written up to a multiple
/// of `together`.
inline bool numbers_of(const Word* digits, std::size_t count, std::uint32_t* numbers) {
#if defined(__SSE2__)
  return numbers_by_vectors(digits, count, numbers);
#else
  return numbers_by_words(digits, count, numbers);
#endif
}

}  // namespace rothcheck::intake::plain
