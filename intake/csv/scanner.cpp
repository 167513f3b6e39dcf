// The structure of CSV by words of eight bytes and by vectors of sixteen. Whether a byte is inside
// a quoted cell is the number of quotation marks up to it, odd or even, as long as each of them
// stands where one may; where one does not, its window is gone through mark by mark.
#include "intake/csv/scanner.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "intake/csv/plain_cell.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace rothcheck::intake {
namespace {

constexpr std::size_t window = Marks::window;

/// Each bit becomes the number of bits up to it, odd or even.
constexpr std::uint64_t odd_up_to(std::uint64_t bits) {
  for (int shift = 1; shift < 64; shift *= 2) bits ^= bits << shift;
  return bits;
}

/// The high bits of the bytes that are those of `same`: of all of them, not of the first alone.
constexpr plain::Word all_equal(plain::Word word, plain::Word same) {
  constexpr plain::Word low_bits = ~plain::high_bits;
  const plain::Word other = word ^ same;
  return ~(((other & low_bits) + low_bits) | other) & plain::high_bits;
}

/// The eight high bits, brought together.
constexpr std::uint64_t together(plain::Word marks) {
  return (marks >> 7) * 0x0102040810204080 >> 56;
}

}  // namespace

Marks marks_by_words(const char* at, char separator) {
  using namespace plain;
  Marks marks;
  for (std::size_t i = 0; i < window; i += sizeof(Word)) {
    const Word word = word_at(at + i);
    const Word lines = all_equal(word, every_byte('\n')) | all_equal(word, every_byte('\r'));
    marks.ends |= together(all_equal(word, every_byte(separator)) | lines) << i;
    marks.lines |= together(lines) << i;
    marks.quotes |= together(all_equal(word, every_byte('"'))) << i;
  }
  return marks;
}

#if defined(__SSE2__)
namespace {

std::uint64_t bits_of(__m128i bytes) {
  return static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(bytes)));
}

[[gnu::noinline]] std::uint64_t quotes_by_vectors(const char* at) {
  const __m128i quotes = _mm_set1_epi8('"');
  std::uint64_t found = 0;
  for (unsigned i = 0; i < window; i += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + i));
    found |= bits_of(_mm_cmpeq_epi8(bytes, quotes)) << i;
  }
  return found;
}

// In one piece with the walk, which takes it for every window; by hand, as the compiler does not
// unroll what is in a loop here.
[[gnu::always_inline]] inline Marks by_vectors(const char* at, char separator) {
  const __m128i separators = _mm_set1_epi8(separator), feeds = _mm_set1_epi8('\n'),
                returns = _mm_set1_epi8('\r'), quotes = _mm_set1_epi8('"');
  const auto part = [at](unsigned i) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + i));
  };
  const auto lines_in = [&](__m128i bytes) {
    return _mm_or_si128(_mm_cmpeq_epi8(bytes, feeds), _mm_cmpeq_epi8(bytes, returns));
  };
  const auto ends_in = [&](__m128i bytes, __m128i lines) {
    return _mm_or_si128(_mm_cmpeq_epi8(bytes, separators), lines);
  };
  const auto all = [](__m128i a, __m128i b, __m128i c, __m128i d) {
    return (bits_of(a) | bits_of(b) << 16) | (bits_of(c) << 32 | bits_of(d) << 48);
  };
  const __m128i a = part(0), b = part(16), c = part(32), d = part(48);
  const __m128i in_a = lines_in(a), in_b = lines_in(b), in_c = lines_in(c), in_d = lines_in(d);
  const __m128i any =
      _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(a, quotes), _mm_cmpeq_epi8(b, quotes)),
                   _mm_or_si128(_mm_cmpeq_epi8(c, quotes), _mm_cmpeq_epi8(d, quotes)));
  // Most windows have none.
  return {.quotes = _mm_movemask_epi8(any) == 0 ? 0 : quotes_by_vectors(at),
          .ends = all(ends_in(a, in_a), ends_in(b, in_b), ends_in(c, in_c), ends_in(d, in_d)),
          .lines = all(in_a, in_b, in_c, in_d)};
}

}  // namespace

Marks marks_by_vectors(const char* at, char separator) { return by_vectors(at, separator); }
#endif

Marks marks_at(const char* at, char separator) {
#if defined(__SSE2__)
  return by_vectors(at, separator);
#else
  return marks_by_words(at, separator);
#endif
}

std::uint64_t Windows::next() {
  const char* const at = next_;
  next_ += window;
  if (end_ - at < static_cast<std::ptrdiff_t>(window)) [[unlikely]]
    return last_window(at);
#if defined(__SSE2__)
  const Marks marks = by_vectors(at, separator_);
#else
  const Marks marks = marks_by_words(at, separator_);
#endif
  if ((marks.quotes | inside_) != 0) [[unlikely]]
    return outside_of(marks);
  may_open_ = marks.ends >> 63;
  lines_ = marks.lines;
  return marks.ends;
}

/// The window that has the end of the text, behind which nothing may be read.
[[gnu::noinline]] std::uint64_t Windows::last_window(const char* at) {
  std::array<char, window> tail{};
  std::copy(at, end_, tail.begin());
  Marks marks = marks_at(tail.data(), separator_);
  const std::uint64_t end_of_text = std::uint64_t{1} << (end_ - at);
  marks.quotes &= end_of_text - 1;
  marks.ends &= end_of_text - 1;
  marks.lines &= end_of_text - 1;
  const std::uint64_t ends = outside_of(marks);
  lines_ |= end_of_text;
  return ends | end_of_text;
}

[[gnu::noinline]] std::uint64_t Windows::outside_of(const Marks& marks) {
  const std::uint64_t hidden = quoted(marks);
  if (marks.quotes != 0) last_quote_ = next_;
  if ((marks.lines & hidden) != 0) see_breaks(marks.lines & hidden);
  lines_ = marks.lines & ~hidden;
  return marks.ends & ~hidden;
}

/// The bytes that are inside, from the mark that opens a cell up to the one that closes it.
std::uint64_t Windows::quoted(const Marks& marks) {
  const std::uint64_t inside = odd_up_to(marks.quotes) ^ inside_;
  const std::uint64_t opening = marks.quotes & inside, closing = marks.quotes & ~inside;
  const std::uint64_t behind = closing | (marks.ends & ~inside);
  const bool in_place = (opening & ~(behind << 1 | may_open_)) == 0;
  if (!in_place || separator_ == '"') return quoted_one_by_one(marks);
  may_open_ = behind >> 63;
  inside_ = ~std::uint64_t{0} * (inside >> 63);
  return inside;
}

std::uint64_t Windows::quoted_one_by_one(const Marks& marks) {
  std::uint64_t hidden = 0, may_open = may_open_;
  std::uint64_t opened = inside_ & 1;  // the bit of the mark that opened the cell, or the first
  std::uint64_t behind = 0;
  for (std::uint64_t rest = marks.quotes | marks.ends; rest != 0; rest &= rest - 1) {
    const std::uint64_t bit = rest & (~rest + 1);
    if (opened != 0) {
      if ((marks.quotes & bit) == 0) continue;
      // With the mark itself, which may be what separates cells as well.
      hidden |= (bit - opened) | bit;
      opened = 0;
    } else if ((marks.quotes & may_open & bit) != 0) {
      opened = bit;
      continue;
    } else if ((marks.ends & bit) == 0) {
      continue;
    }
    behind = bit;
    may_open |= bit << 1;
  }
  if (opened != 0) hidden |= ~(opened - 1);
  may_open_ = behind >> 63;
  inside_ = opened != 0 ? ~std::uint64_t{0} : 0;
  return hidden;
}

void Windows::see_breaks(std::uint64_t hidden) {
  last_break_ = begin() + (63 - std::countl_zero(hidden));
}

/// Behind the line end at `end`, which may be two bytes; a last row may have none.
inline const char* Scanner::behind_line_end(const char* end) {
  if (end == windows_.end()) return end;
  if (*end == '\n') {
    line_ends_.lf = true;
    return end + 1;
  }
  if (end + 1 == windows_.end() || end[1] != '\n') {
    line_ends_.cr = true;
    return end + 1;
  }
  line_ends_.crlf = true;
  while (ends_ == 0) ends_ = windows_.next();
  ends_ &= ends_ - 1;
  return end + 2;
}

/// Room for all the ends of another window behind `to`.
[[gnu::noinline]] const char** Scanner::make_room(CutRow& row, const char** to) {
  const auto count = static_cast<std::size_t>(to - row.ends.data());
  row.ends.resize(2 * (count + window));
  return row.ends.data() + count;
}

/// A row that ends at `end` is cut.
inline void Scanner::finish(CutRow& row, std::size_t count, const char* end) {
  row.count = count;
  at_ = row.behind = behind_line_end(end);
  row.may_have_quotes = windows_.last_quote() != nullptr && windows_.last_quote() >= row.begin;
  row.breaks = 0;
  if (windows_.last_break() != nullptr && windows_.last_break() >= row.begin) [[unlikely]]
    row.breaks = line_breaks_in({row.begin, static_cast<std::size_t>(end - row.begin)});
}

bool Scanner::cut(CutRow& row) {
  if (at_ == windows_.end()) return false;
  row.begin = at_;
  const char** to = row.ends.data();
  if (row.ends.size() < window) [[unlikely]]
    to = make_room(row, to);
  // Copies, which the compiler can keep in registers.
  std::uint64_t ends = ends_;
  const char* window_begin = ends == 0 ? nullptr : windows_.begin();
  const char* const text_end = windows_.end();
  const char separator = separator_;
  const char* end;
  do {
    while (ends == 0) [[unlikely]] {
      ends = windows_.next();
      window_begin = windows_.begin();
      if (row.ends.data() + row.ends.size() - to < static_cast<std::ptrdiff_t>(window)) [[unlikely]]
        to = make_room(row, to);
    }
    end = window_begin + std::countr_zero(ends);
    ends &= ends - 1;
    *to++ = end;
  } while (end != text_end && *end == separator);
  ends_ = ends;
  finish(row, static_cast<std::size_t>(to - row.ends.data()), end);
  return true;
}

bool Scanner::cut_first(std::size_t cells, CutRow& row) {
  if (at_ == windows_.end()) return false;
  row.begin = at_;
  if (row.ends.size() < cells) row.ends.resize(cells);
  std::size_t count = 0;
  const char* end;
  std::uint64_t bit;
  do {
    while (ends_ == 0) ends_ = windows_.next();
    bit = ends_ & (~ends_ + 1);
    end = windows_.begin() + std::countr_zero(bit);
    ends_ ^= bit;
    row.ends[count++] = end;
  } while ((windows_.lines() & bit) == 0 && count < cells);
  while ((windows_.lines() & bit) == 0) {
    while ((windows_.lines() & ends_) == 0) ends_ = windows_.next();
    const std::uint64_t lines = windows_.lines() & ends_;
    bit = lines & (~lines + 1);
    end = windows_.begin() + std::countr_zero(bit);
    ends_ &= ~(bit | (bit - 1));
  }
  finish(row, count, end);
  return true;
}

std::uint64_t line_breaks_in(std::string_view text) {
  std::uint64_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    count += text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'));
  }
  return count;
}

namespace {

std::uint64_t line_feeds_in(std::string_view text) {
  std::uint64_t count = 0;
  std::size_t at = 0;
#if defined(__SSE2__)
  // Each byte of the sums counts those in its place, up to what it can hold.
  constexpr std::size_t part = 16, most = 255;
  const __m128i feeds = _mm_set1_epi8('\n'), none = _mm_setzero_si128();
  while (text.size() - at >= part) {
    __m128i sums = none;
    const std::size_t parts = std::min((text.size() - at) / part, most);
    for (const std::size_t end = at + parts * part; at < end; at += part) {
      const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
      sums = _mm_sub_epi8(sums, _mm_cmpeq_epi8(bytes, feeds));
    }
    const __m128i halves = _mm_sad_epu8(sums, none);
    count += static_cast<std::uint64_t>(_mm_cvtsi128_si32(halves) +
                                        _mm_cvtsi128_si32(_mm_unpackhi_epi64(halves, halves)));
  }
#endif
  return count + static_cast<std::uint64_t>(
                     std::count(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), '\n'));
}

}  // namespace

LineCount lines_of(std::string_view rows, char separator) {
  LineCount count;
  const bool simple = rows.find('"') == rows.npos && rows.find('\r') == rows.npos;
  if (simple) {
    const bool ended = rows.empty() || rows.ends_with('\n');
    return {line_feeds_in(rows) + (ended ? 0 : 1), 0};
  }
  Windows windows{rows, separator};
  const char* const end = windows.end();
  const char* behind = rows.data();  // the last row end
  do {
    windows.next();
    for (std::uint64_t lines = windows.lines(); lines != 0; lines &= lines - 1) {
      const char* const at = windows.begin() + std::countr_zero(lines);
      if (at == end) continue;
      behind = at + 1;
      const bool has_feed = *at == '\r' && behind != end && *behind == '\n';
      if (!has_feed) ++count.lines;
    }
  } while (!windows.ended());
  if (windows.last_break() != nullptr) count.inside_cells = line_breaks_in(rows) - count.lines;
  count.lines += count.inside_cells + (behind == end ? 0 : 1);
  return count;
}

}  // namespace rothcheck::intake
