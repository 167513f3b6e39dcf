// What lines up in neighbouring lines: words of statements of one sort, cites, comments.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/format_tree.hpp"

namespace rothcheck::dsl {

/// The longest line that the layout makes by its own choice.
constexpr std::size_t page_width = 100;

/// The words with a blank between them.
std::string joined(const std::vector<std::string>& words);

/// The words of each statement, so that what they have in common lines up: rates, amounts of
/// limits, permissions, the plan's header.
std::vector<std::string> aligned(const Entry* first, const Entry* last);

/// Adds cites and comments behind some lines.
struct Addition {
  std::string* line;
  std::string text;
};
/// In the column that cites and comments have in a plan file, as far as the lines leave room.
void add_in_columns(const std::vector<Addition>& additions);
/// Right behind the longest line.
void add_behind(const std::vector<Addition>& additions);

}  // namespace rothcheck::dsl
