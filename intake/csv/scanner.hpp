// The structure of a CSV text, 64 bytes at a time: where cells and rows end, and which separators
// and line ends are text inside quotation marks. Everything that cuts CSV cuts by it, and only then
// looks at what cells say.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace rothcheck::intake {

/// What the structure of a text is made of, a bit for each byte of a window.
struct Marks {
  static constexpr std::size_t window = 64;

  std::uint64_t quotes = 0;
  std::uint64_t ends = 0;   // separators, line feeds and carriage returns, quoted ones too
  std::uint64_t lines = 0;  // of them, line feeds and carriage returns
};
/// The marks of the window at `at`, in the quickest way that the machine has, and each of the ways.
Marks marks_at(const char* at, char separator);
Marks marks_by_words(const char* at, char separator);
#if defined(__SSE2__)
Marks marks_by_vectors(const char* at, char separator);
#endif

/// Goes through a text window by window. A quotation mark opens a cell where it is the first of it,
/// and is a letter elsewhere (6'2"); two of them in a quoted cell stand for one.
class Windows {
 public:
  Windows(std::string_view text, char separator)
      : next_{text.data()}, end_{text.data() + text.size()}, separator_{separator} {}

  /// Where the window begins.
  const char* begin() const { return next_ - Marks::window; }
  /// The end of the text, which is the last end of a cell.
  const char* end() const { return end_; }
  /// Goes to the next window. Returns the ends in it that are in no quoted cell; there must be some
  /// of the text left, or its end.
  std::uint64_t next();
  /// Those of them that end a row.
  std::uint64_t lines() const { return lines_; }
  /// Whether the window has the end of the text.
  bool ended() const { return end_ < next_; }

  /// The last quotation mark so far; behind the window where there is one in it. And the last line
  /// end inside a quoted cell.
  const char* last_quote() const { return last_quote_; }
  const char* last_break() const { return last_break_; }

 private:
  std::uint64_t outside_of(const Marks& marks);
  std::uint64_t last_window(const char* at);
  std::uint64_t quoted(const Marks& marks);
  std::uint64_t quoted_one_by_one(const Marks& marks);
  void see_breaks(std::uint64_t hidden);

  const char* next_;  // window
  const char* end_;
  const char* last_quote_ = nullptr;
  const char* last_break_ = nullptr;
  std::uint64_t lines_ = 0;
  std::uint64_t inside_ = 0;    // all bits where the last window ended in a quoted cell
  std::uint64_t may_open_ = 1;  // whether a mark at the next byte opens a cell, or is one of a pair
  char separator_;
};

/// A row by the ends of its cells, which are as they stand, with their quotation marks.
struct CutRow {
  const char* begin = nullptr;
  const char* behind = nullptr;  // where the next row begins
  std::size_t count = 0;         // of its cells
  bool may_have_quotes = false;
  std::uint64_t breaks = 0;  // lines that end inside its cells
  std::vector<const char*> ends;

  std::string_view text() const { return {begin, static_cast<std::size_t>(behind - begin)}; }
  std::string_view cell(std::size_t index) const {
    const char* const at = index == 0 ? begin : ends[index - 1] + 1;
    return {at, static_cast<std::size_t>(ends[index] - at)};
  }
};

/// In which ways the lines of a text end.
struct LineEnds {
  bool lf = false, crlf = false, cr = false;

  bool mixed() const { return lf + crlf + cr > 1; }
  void add(const LineEnds& others) {
    lf = lf || others.lf;
    crlf = crlf || others.crlf;
    cr = cr || others.cr;
  }
};

/// Lines of a text, and how many of their ends are inside cells.
struct LineCount {
  std::uint64_t lines = 0, inside_cells = 0;

  LineCount& operator+=(LineCount others) {
    lines += others.lines;
    inside_cells += others.inside_cells;
    return *this;
  }
};

/// Cuts a text into rows.
class Scanner {
 public:
  Scanner(std::string_view text, char separator)
      : windows_{text, separator}, at_{text.data()}, separator_{separator} {}

  /// Cuts the next row; false at the end of the text.
  bool cut(CutRow& row);
  /// The same, with no more cells than the first few: the others are passed over.
  bool cut_first(std::size_t cells, CutRow& row);
  /// Where the next row begins.
  const char* at() const { return at_; }
  const LineEnds& line_ends() const { return line_ends_; }

 private:
  static const char** make_room(CutRow& row, const char** to);
  void finish(CutRow& row, std::size_t count, const char* end);
  const char* behind_line_end(const char* end);

  Windows windows_;
  std::uint64_t ends_ = 0;  // those of the window that are still to come
  const char* at_;
  LineEnds line_ends_;
  char separator_;
};

/// The line ends in a text, of which `\r\n` is one.
std::uint64_t line_breaks_in(std::string_view text);

/// The lines of a text of whole rows.
LineCount lines_of(std::string_view rows, char separator);

}  // namespace rothcheck::intake
