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
    const Word ends = all_equal(word, every_byte(separator)) | all_equal(word, every_byte('\n')) |
                      all_equal(word, every_byte('\r'));
    marks.ends |= together(ends) << i;
    marks.quotes |= together(all_equal(word, every_byte('"'))) << i;
  }
  return marks;
}

#if defined(__SSE2__)
Marks marks_by_vectors(const char* at, char separator) {
  const __m128i separators = _mm_set1_epi8(separator), feeds = _mm_set1_epi8('\n'),
                returns = _mm_set1_epi8('\r'), quotes = _mm_set1_epi8('"');
  const auto part = [at](std::size_t i) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + 16 * i));
  };
  const auto bits = [](__m128i bytes) {
    return static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(bytes)));
  };
  const auto all = [](const auto& marked) {
    return marked(0) | marked(1) << 16 | marked(2) << 32 | marked(3) << 48;
  };
  const __m128i bytes[] = {part(0), part(1), part(2), part(3)};
  Marks marks;
  marks.ends = all([&](std::size_t i) {
    const __m128i lines =
        _mm_or_si128(_mm_cmpeq_epi8(bytes[i], feeds), _mm_cmpeq_epi8(bytes[i], returns));
    return bits(_mm_or_si128(_mm_cmpeq_epi8(bytes[i], separators), lines));
  });
  const auto quoted = [&](std::size_t i) { return _mm_cmpeq_epi8(bytes[i], quotes); };
  // Most windows have none.
  const __m128i any =
      _mm_or_si128(_mm_or_si128(quoted(0), quoted(1)), _mm_or_si128(quoted(2), quoted(3)));
  if (_mm_movemask_epi8(any) != 0)
    marks.quotes = all([&](std::size_t i) { return bits(quoted(i)); });
  return marks;
}
#endif

Marks marks_at(const char* at, char separator) {
#if defined(__SSE2__)
  return marks_by_vectors(at, separator);
#else
  return marks_by_words(at, separator);
#endif
}

std::uint64_t Windows::next() {
  const char* const at = next_;
  const auto left = static_cast<std::size_t>(end_ - at);
  next_ += window;
  Marks marks;
  std::uint64_t end_of_text = 0;
  if (left >= window) {
    marks = marks_at(at, separator_);
  } else {
    std::array<char, window> tail{};
    std::copy(at, end_, tail.begin());
    marks = marks_at(tail.data(), separator_);
    end_of_text = std::uint64_t{1} << left;
    marks.quotes &= end_of_text - 1;
    marks.ends &= end_of_text - 1;
  }
  if ((marks.quotes | inside_) == 0) {
    may_open_ = marks.ends >> 63;
    return marks.ends | end_of_text;
  }
  const std::uint64_t hidden = quoted(marks);
  if (marks.quotes != 0) last_quote_ = next_;
  if ((marks.ends & hidden) != 0) see_breaks(marks.ends & hidden);
  return (marks.ends & ~hidden) | end_of_text;
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
  for (; hidden != 0; hidden &= hidden - 1) {
    const char* const at = begin() + std::countr_zero(hidden);
    if (*at == '\n' || *at == '\r') last_break_ = at;
  }
}

bool Scanner::cut(CutRow& row) {
  if (at_ == windows_.end()) return false;
  row.begin = at_;
  const char** to = row.ends.data();
  const char** most = to + row.ends.size();
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
    }
    end = window_begin + std::countr_zero(ends);
    ends &= ends - 1;
    if (to == most) [[unlikely]]
      grow(row, to, most);
    *to++ = end;
  } while (end != text_end && *end == separator);
  ends_ = ends;
  row.count = static_cast<std::size_t>(to - row.ends.data());
  at_ = row.behind = behind_line_end(end);
  row.may_have_quotes = windows_.last_quote() >= row.begin && windows_.last_quote() != nullptr;
  row.breaks = 0;
  if (windows_.last_break() != nullptr && windows_.last_break() >= row.begin) [[unlikely]] {
    const std::string_view inside{row.begin, static_cast<std::size_t>(end - row.begin)};
    row.breaks = line_breaks_in(inside);
  }
  return true;
}

void Scanner::grow(CutRow& row, const char**& to, const char**& most) {
  const std::size_t count = row.ends.size();
  row.ends.resize(std::max<std::size_t>(2 * count, 64));
  to = row.ends.data() + count;
  most = row.ends.data() + row.ends.size();
}

/// Behind the line end at `end`, which may be two bytes; a last row may have none.
const char* Scanner::behind_line_end(const char* end) {
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

std::uint64_t line_breaks_in(std::string_view text) {
  std::uint64_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    count += text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'));
  }
  return count;
}

LineCount lines_of(std::string_view rows, char separator) {
  LineCount count;
  const bool simple = rows.find('"') == rows.npos && rows.find('\r') == rows.npos;
  if (simple) {
    for (std::size_t at = 0; at < rows.size(); at = std::min(rows.find('\n', at), rows.size()) + 1)
      ++count.lines;
    return count;
  }
  Scanner scanner{rows, separator};
  CutRow row;
  while (scanner.cut(row)) count += {row.breaks + 1, row.breaks};
  return count;
}

}  // namespace rothcheck::intake
