// A plan text as it is written: statements, values and comments with their places, meaning left to
// the binder.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "model/source.hpp"

/// Texts are views into the source, which outlives the tree.
namespace rothcheck::dsl::ast {

enum class Shape : std::uint8_t {
  word,        // after-tax, 401(k)
  string,      // "SPD p. 9", quotes included
  money,       // $5,000
  percent,     // 66 2/3%
  number,      // 59 1/2
  date,        // 2026-07-01
  month_day,   // 12-31
  comparison,  // >=
  // What follows is made of parts.
  duration,   // 3 months: a number and its unit
  share,      // 10% of pay: a percent and what it is of (`pay`, `all`, `402(g) limit`, a pay code)
  tier,       // 50% of the first 6% of pay: a percent, `first` or `next`, an amount
  list,       // pre-tax, roth
  condition,  // service >= 5 years
  qualifier,  // for hce and age >= 50: the word that begins it, then conditions, a year or a date
};

struct Value {
  Shape shape = Shape::word;
  Span span;
  std::string_view text;
  std::vector<Value> parts;
};

struct Block;

/// One statement: `limit 10% of pay on after-tax for hce cite "SPD p. 10"`, or a block with its
/// head.
struct Clause {
  std::vector<Value> values;
  std::vector<Value> qualifiers;
  std::optional<Value> cite;  // the quoted text
  std::vector<Block> blocks;
  Span head;            // values and qualifiers
  Span span;            // blocks and `cite` included
  bool broken = false;  // something in it could not be read, and was reported
};

struct Block {
  std::vector<Clause> clauses;
  Span span;  // braces included
};

struct Document {
  std::vector<Clause> clauses;
  std::vector<Span> comments;  // from `#` to the end of the line
};

}  // namespace rothcheck::dsl::ast
