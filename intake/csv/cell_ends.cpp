// What may end a cell, by words of eight bytes and by vectors of sixteen.
#include "intake/csv/cell_ends.hpp"

#include "intake/csv/plain_cell.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace rothcheck::intake::plain {

std::uint64_t ends_by_words(const char* at, char separator) {
  constexpr Word low_bits = ~high_bits;
  const Word separators = every_byte(separator);
  std::uint64_t ends = 0;
  for (std::size_t i = 0; i < window_size; i += sizeof(Word)) {
    const Word word = word_at(at + i);
    // Each sum stays in its byte: the marks are right for all bytes, not for the first alone.
    const Word plain = (word & low_bits) + every_byte(char{0x80 - first_plain});
    const Word other = word ^ separators;
    const Word not_separator = ((other & low_bits) + low_bits) | other;
    const Word marks = (~(plain & not_separator) | word) & high_bits;
    // The eight high bits, brought together.
    ends |= ((marks >> 7) * 0x0102040810204080 >> 56) << i;
  }
  return ends;
}

#if defined(__SSE2__)
std::uint64_t ends_by_vectors(const char* at, char separator) {
  const __m128i separators = _mm_set1_epi8(separator);
  const __m128i last_odd = _mm_set1_epi8(first_plain - 1);
  const auto text_in = [&](const char* part) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(part));
    // A byte that is not ASCII is below zero here.
    const __m128i plain = _mm_cmpgt_epi8(bytes, last_odd);
    const __m128i text = _mm_andnot_si128(_mm_cmpeq_epi8(bytes, separators), plain);
    return static_cast<std::uint64_t>(_mm_movemask_epi8(text));
  };
  return ~(text_in(at) | text_in(at + 16) << 16 | text_in(at + 32) << 32 | text_in(at + 48) << 48);
}
#endif

std::uint64_t ends_in_window(const char* at, char separator) {
#if defined(__SSE2__)
  return ends_by_vectors(at, separator);
#else
  return ends_by_words(at, separator);
#endif
}

}  // namespace rothcheck::intake::plain
