// The texts that were read, and places in them: byte offsets inside, lines and columns at the edge.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace rothcheck {

/// Half-open byte offsets in one source. Source 0 is nowhere: the fact came from no file.
struct Span {
  std::uint16_t source = 0;
  std::uint32_t begin = 0, end = 0;

  constexpr bool somewhere() const { return source != 0; }
  friend constexpr bool operator==(Span, Span) = default;
};

/// A place as people and editors count it: from 1, columns in code points.
struct Place {
  std::string_view path;
  int line = 0, column = 0, end_line = 0, end_column = 0;
};

/// Every plan and limits file of a run. Paths and texts stay where they are once added.
class Sources {
 public:
  /// As many as there may be.
  static constexpr std::size_t most = 65'000;

  /// Keeps a text and returns its number, from 1.
  std::uint16_t add(std::string path, std::string text);

  std::string_view path(std::uint16_t source) const { return files_[source - 1u].path; }
  std::string_view text(std::uint16_t source) const { return files_[source - 1u].text; }
  std::size_t count() const { return files_.size(); }
  /// The bytes that a span covers; empty for nowhere.
  std::string_view slice(Span) const;
  /// The whole first line that a span touches, without its line end.
  std::string_view line_at(Span) const;
  Place place(Span) const;
  /// The span of a whole source, for findings about the file itself.
  Span start_of(std::uint16_t source) const { return {source, 0, 0}; }

 private:
  struct File {
    std::string path, text;
    std::vector<std::uint32_t> lines;  // where each begins
  };
  /// The number of the line that an offset lies in, from 0.
  std::size_t line_of(std::uint16_t source, std::size_t offset) const;

  std::deque<File> files_;
};

}  // namespace rothcheck
