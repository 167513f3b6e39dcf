// From byte offsets to lines and columns.
#include "model/source.hpp"

#include <algorithm>
#include <cassert>

#include "model/text.hpp"

namespace rothcheck {
namespace {

/// Columns count code points, so bytes that continue one do not. No editor shows a byte order mark.
int column_at(std::string_view text, std::size_t line_start, std::size_t offset) {
  std::string_view before = text.substr(line_start, offset - line_start);
  if (line_start == 0 && before.starts_with("\xEF\xBB\xBF")) before.remove_prefix(3);
  return static_cast<int>(code_points(before)) + 1;
}

/// Found once, so that a thousand findings in one text do not each count its lines.
std::vector<std::uint32_t> starts_of_lines(std::string_view text) {
  std::vector<std::uint32_t> starts{0};
  for (std::size_t at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1))
    starts.push_back(static_cast<std::uint32_t>(at + 1));
  return starts;
}

}  // namespace

std::uint16_t Sources::add(std::string path, std::string text) {
  assert(files_.size() < most && "too many sources in one run");
  std::vector<std::uint32_t> lines = starts_of_lines(text);
  files_.push_back({std::move(path), std::move(text), std::move(lines)});
  return static_cast<std::uint16_t>(files_.size());
}

std::string_view Sources::slice(Span span) const {
  return span.somewhere() ? text(span.source).substr(span.begin, span.end - span.begin)
                          : std::string_view{};
}

std::string_view Sources::line_at(Span span) const {
  if (!span.somewhere()) return {};
  const std::string_view all = text(span.source);
  const std::size_t begin = std::min<std::size_t>(span.begin, all.size());
  const std::size_t start = files_[span.source - 1u].lines[line_of(span.source, begin)];
  std::string_view line = all.substr(start, all.find('\n', start) - start);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::size_t Sources::line_of(std::uint16_t source, std::size_t offset) const {
  const std::vector<std::uint32_t>& lines = files_[source - 1u].lines;
  const auto behind = std::upper_bound(lines.begin(), lines.end(), offset);
  return static_cast<std::size_t>(behind - lines.begin()) - 1;
}

Place Sources::place(Span span) const {
  if (!span.somewhere()) return {};
  const std::string_view all = text(span.source);
  const std::size_t begin = std::min<std::size_t>(span.begin, all.size());
  const std::size_t end = std::clamp<std::size_t>(span.end, begin, all.size());
  const std::vector<std::uint32_t>& lines = files_[span.source - 1u].lines;
  const std::size_t first = line_of(span.source, begin), last = line_of(span.source, end);
  return {.path = path(span.source),
          .line = static_cast<int>(first) + 1,
          .column = column_at(all, lines[first], begin),
          .end_line = static_cast<int>(last) + 1,
          .end_column = column_at(all, lines[last], end)};
}

}  // namespace rothcheck
