// Lines of sources, made fit to be shown.
#include "reports/excerpt.hpp"

#include <algorithm>

#include "model/text.hpp"
#include "reports/unicode.hpp"

namespace rothcheck::reports {

namespace {

constexpr int tab_stop = 4;
constexpr int longest_line = 110;

std::string_view first_point(std::string_view text) {
  return text.substr(0, std::max<std::size_t>(code_point_at(text).length, 1));
}

// Tabs become blanks, so that what is under the line stays under it.
Excerpt spread(std::string_view text, int first, int last) {
  Excerpt shown;
  int column = 0, from = -1, to = -1;
  for (int point = 1; !text.empty(); ++point) {
    if (point == first) from = column;
    if (point == last) to = column;
    const std::string_view next = first_point(text);
    const std::string one =
        next == "\t" ? std::string(static_cast<std::size_t>(tab_stop - column % tab_stop), ' ')
                     : printable(next);
    shown.line += one;
    column += columns_of(one);
    text.remove_prefix(next.size());
  }
  shown.from = from < 0 ? column : from;
  shown.length = std::max((to < 0 ? column : to) - shown.from, 1);
  return shown;
}

// A wide character that begins before the stretch leaves a blank; one that ends behind it is left
// out.
std::string columns_from(std::string_view text, int skip, int count) {
  std::string part;
  for (int column = 0; !text.empty();) {
    const std::string_view next = first_point(text);
    const int behind = column + columns_of(next);
    if (behind > skip + count) break;
    if (column >= skip) {
      part += next;
    } else if (behind > skip) {
      part += ' ';
    }
    column = behind;
    text.remove_prefix(next.size());
  }
  return part;
}

Excerpt cut(Excerpt shown) {
  const int columns = columns_of(shown.line);
  if (columns <= longest_line) return shown;
  const int skip = std::max(shown.from - longest_line / 3, 0);
  const bool more = columns > skip + longest_line;
  shown.line =
      (skip > 0 ? "..." : "") + columns_from(shown.line, skip, longest_line) + (more ? "..." : "");
  shown.from += (skip > 0 ? 3 : 0) - skip;
  shown.length = std::min(shown.length, std::max(longest_line - shown.from, 1));
  return shown;
}

}  // namespace

Excerpt excerpt(std::string_view line, int first, int last) {
  if (line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
  return cut(spread(line, first, last));
}

}  // namespace rothcheck::reports
