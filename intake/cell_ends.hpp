// Where cells end, sought in 64 bytes at once and remembered from cell to cell and from row to row.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "intake/plain_cell.hpp"

namespace rothcheck::intake::plain {

/// So many bytes are looked at together, and may be read beyond the last cell.
inline constexpr std::size_t window_size = 64;

/// What a cell has to be looked at for besides its separator: all bytes from here on are plain
/// text. Quotation marks and control characters are below; so are the blank and `!`, which are
/// plain but rare where it matters, and would cost a comparison more in every window.
inline constexpr char first_plain = '"' + 1;

/// What of a window may end a cell, by words of eight bytes.
class EndsByWords {
 public:
  explicit EndsByWords(char separator) : separators_{every_byte(separator)} {}

  /// A bit for each of the 64 bytes at `at` that is the separator, below `first_plain` or not
  /// ASCII.
  std::uint64_t operator()(const char* at) const {
    constexpr Word low_bits = ~high_bits;
    std::uint64_t ends = 0;
    for (std::size_t i = 0; i < window_size; i += sizeof(Word)) {
      const Word word = word_at(at + i);
      // Each sum stays in its byte: the marks are right for all bytes, not for the first alone.
      const Word plain = (word & low_bits) + every_byte(char{0x80 - first_plain});
      const Word other = word ^ separators_;
      const Word not_separator = ((other & low_bits) + low_bits) | other;
      const Word marks = (~(plain & not_separator) | word) & high_bits;
      // The eight high bits, brought together.
      ends |= ((marks >> 7) * 0x0102040810204080 >> 56) << i;
    }
    return ends;
  }

 private:
  Word separators_;
};

#if defined(__SSE2__)
/// The same by vectors, which every x86-64 has.
class EndsByVectors {
 public:
  explicit EndsByVectors(char separator)
      : separators_{Vector{} + static_cast<signed char>(separator)} {}

  std::uint64_t operator()(const char* at) const {
    return ~(inside(at) | inside(at + 16) << 16 | inside(at + 32) << 32 | inside(at + 48) << 48);
  }

 private:
  using Vector [[gnu::vector_size(16)]] = signed char;
  using Characters [[gnu::vector_size(16)]] = char;

  std::uint64_t inside(const char* at) const {
    Vector bytes;
    std::memcpy(&bytes, at, sizeof bytes);
    // A byte that is not ASCII is below zero here. What holds is -1 in its byte, so that the larger
    // one of 0 and -1 is: no separator, and plain.
    constexpr signed char last_odd = first_plain - 1;
    const Vector text = (bytes == separators_) > (bytes > last_odd);
    return static_cast<unsigned>(__builtin_ia32_pmovmskb128(reinterpret_cast<Characters>(text)));
  }

  Vector separators_;
};
using EndsInWindow = EndsByVectors;
#else
using EndsInWindow = EndsByWords;
#endif

/// A walk over the bytes that may end a cell. There must be one before the text ends, and a window
/// behind it.
class CellEnds {
 public:
  explicit CellEnds(char separator) : ends_in_{separator} {}

  /// Goes on at `at`, whatever was looked at before.
  void start(const char* at) {
    window_ = at - window_size;
    ends_ = 0;
  }
  /// Leaves out the ends before `at`, which is behind the last one.
  void go_on(const char* at) {
    const auto passed = static_cast<std::size_t>(at - window_);
    if (passed < window_size) {
      ends_ &= ~std::uint64_t{0} << passed;
    } else {
      start(at);
    }
  }
  /// The next end that there is.
  [[gnu::always_inline]] const char* next() {
    if (ends_ == 0) [[unlikely]]
      fill();
    const char* const end = window_ + std::countr_zero(ends_);
    ends_ &= ends_ - 1;
    return end;
  }
  /// `end`, or the first end behind it that is no blank and no `!`.
  const char* past_blanks(const char* end) {
    while (*end == ' ' || *end == '!') end = next();
    return end;
  }

 private:
  void fill() {
    do {
      window_ += window_size;
      ends_ = ends_in_(window_);
    } while (ends_ == 0);
  }

  const char* window_ = nullptr;
  std::uint64_t ends_ = 0;  // those of the window that are still to come
  EndsInWindow ends_in_;
};

}  // namespace rothcheck::intake::plain
