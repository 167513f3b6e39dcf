// From byte offsets to lines and columns.
#include "model/source.hpp"

#include <algorithm>
#include <cassert>

namespace rothcheck {
namespace {

/// Columns count code points, so bytes that continue one do not. No editor shows a byte order mark.
int column_at(std::string_view text, std::size_t line_start, std::size_t offset) {
  std::string_view before = text.substr(line_start, offset - line_start);
  if (line_start == 0 && before.starts_with("\xEF\xBB\xBF")) before.remove_prefix(3);
  const auto starts = std::count_if(before.begin(), before.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
  });
  return static_cast<int>(starts) + 1;
}

std::size_t line_start(std::string_view text, std::size_t offset) {
  const std::size_t newline = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
  return newline == std::string_view::npos ? 0 : newline + 1;
}

int line_number(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  return static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
}

}  // namespace

std::uint16_t Sources::add(std::string path, std::string text) {
  assert(files_.size() < most && "too many sources in one run");
  files_.push_back({std::move(path), std::move(text)});
  return static_cast<std::uint16_t>(files_.size());
}

std::string_view Sources::slice(Span span) const {
  return span.somewhere() ? text(span.source).substr(span.begin, span.end - span.begin)
                          : std::string_view{};
}

std::string_view Sources::line_at(Span span) const {
  if (!span.somewhere()) return {};
  const std::string_view all = text(span.source);
  const std::size_t start = line_start(all, std::min<std::size_t>(span.begin, all.size()));
  std::string_view line = all.substr(start, all.find('\n', start) - start);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

Place Sources::place(Span span) const {
  if (!span.somewhere()) return {};
  const std::string_view all = text(span.source);
  const std::size_t begin = std::min<std::size_t>(span.begin, all.size());
  const std::size_t end = std::clamp<std::size_t>(span.end, begin, all.size());
  Place place{.path = path(span.source), .line = line_number(all, begin)};
  place.column = column_at(all, line_start(all, begin), begin);
  place.end_line = place.line + line_number(all.substr(begin), end - begin) - 1;
  place.end_column = column_at(all, line_start(all, end), end);
  return place;
}

}  // namespace rothcheck
