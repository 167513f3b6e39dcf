// A plan text as its layout needs it: statements as words, and every comment and blank line with
// the statement that it belongs to.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dsl/ast.hpp"

/// Comments and cites are views into the text, which outlives the tree.
namespace rothcheck::dsl {

struct Body;

/// A statement with its comment, or a comment on a line of its own.
struct Entry {
  bool apart = false;              // a blank line stands before it
  std::vector<std::string> words;  // without blanks and in one spelling; none in a comment
  std::vector<Body> bodies;
  std::string_view cite;  // quotes included
  /// The first at the end of the statement's line, the others below it in the same column.
  std::vector<std::string_view> comments;
};

/// What stands between braces, or in the whole text.
struct Body {
  bool open = false;         // was written on several lines
  std::string_view comment;  // behind the opening brace
  std::vector<Entry> entries;
};

/// `document` is that text, read without an error.
Body arrange(std::string_view text, const ast::Document& document);

}  // namespace rothcheck::dsl
