// Digits to numbers, one by one and four at once.
#include "intake/csv/plain_amounts.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace rothcheck::intake::plain {

bool numbers_by_words(const Word* digits, std::size_t count, std::uint32_t* numbers) {
  Word others = 0;
  for (std::size_t i = 0; i < count; ++i) {
    others |= bytes_from(digits[i], 10);
    numbers[i] = number_of_eight(digits[i]);
  }
  return others == 0;
}

#if defined(__SSE2__)
bool numbers_by_vectors(const Word* digits, std::size_t count, std::uint32_t* numbers) {
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

bool numbers_of(const Word* digits, std::size_t count, std::uint32_t* numbers) {
#if defined(__SSE2__)
  return numbers_by_vectors(digits, count, numbers);
#else
  return numbers_by_words(digits, count, numbers);
#endif
}

}  // namespace rothcheck::intake::plain
