// Where cells end, sought in 64 bytes at once and remembered from cell to cell and from row to row.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

namespace rothcheck::intake::plain {

/// So many bytes are looked at together, and may be read beyond the last cell.
inline constexpr std::size_t window_size = 64;

/// What a cell has to be looked at for besides its separator: all bytes from here on are plain
/// text. Quotation marks and control characters are below; so are the blank and `!`, which are
/// plain but rare where it matters, and would cost a comparison more in every window.
inline constexpr char first_plain = '"' + 1;

/// A bit for each of the 64 bytes at `at` that may end a cell: that is the separator, below
/// `first_plain` or not ASCII.
[[gnu::pure]] std::uint64_t ends_in_window(const char* at, char separator);

// The ways to find them, of which `ends_in_window` is the quickest that the machine has.
std::uint64_t ends_by_words(const char* at, char separator);
#if defined(__SSE2__)
std::uint64_t ends_by_vectors(const char* at, char separator);
#endif

/// A walk over the bytes that may end a cell. There must be one before the text ends, and a window
/// behind it.
class CellEnds {
 public:
  explicit CellEnds(char separator) : separator_{separator} {}

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
    while (ends_ == 0) [[unlikely]] {
      window_ += window_size;
      ends_ = ends_in_window(window_, separator_);
    }
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
  const char* window_ = nullptr;
  std::uint64_t ends_ = 0;  // those of the window that are still to come
  char separator_;
};

}  // namespace rothcheck::intake::plain
