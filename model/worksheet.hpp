// The lines of a derivation, in the order of the arithmetic, so that a reader can follow it with a
// pencil.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/limits.hpp"
#include "model/range.hpp"
#include "model/source.hpp"
#include "model/words.hpp"

namespace rothcheck {

enum class LineKind : std::uint8_t {
#define LINE(kind, label, law) kind,
#include "model/worksheet.def"
#undef LINE
};
std::string_view label_of(LineKind);
std::string_view law_of(LineKind);

/// What a line does in the sum it belongs to.
enum class Step : std::uint8_t {
  fact,    // stands alone
  start,   // begins a sum
  add,     // is added to it
  less,    // is taken from it
  result,  // is what the sum comes to, never below zero
  least,   // is the least of the results since the last `least`
};
template <>
inline constexpr auto words<Step> = words_are({"fact", "start", "add", "less", "result", "least"});

struct Line {
  LineKind kind;
  Step step;
  Range amount;                      // unsettled while a fact is missing
  Span where = {};                   // the clause it comes from, if one
  LimitKey figure = LimitKey::none;  // the statutory figure it comes from, if one
  int figure_year = 0;               // the year that figure was published for
};

/// The recorder that keeps every line. `Silence` is the one that keeps none, for the batch path.
struct Worksheet {
  std::vector<Line> lines;

  void fact(LineKind kind, Money amount, Span where = {}) { put(kind, Step::fact, amount, where); }
  void start(LineKind kind, Money amount, Span where = {}) {
    put(kind, Step::start, amount, where);
  }
  void add(LineKind kind, Money amount, Span where = {}) { put(kind, Step::add, amount, where); }
  void less(LineKind kind, Money amount, Span where = {}) { put(kind, Step::less, amount, where); }
  void result(LineKind kind, Money amount, Span where = {}) {
    put(kind, Step::result, amount, where);
  }
  void least(LineKind kind, Money amount, Span where = {}) {
    put(kind, Step::least, amount, where);
  }
  /// The line just put rests on a statutory figure of that year.
  void rests_on(LimitKey key, int year) {
    lines.back().figure = key;
    lines.back().figure_year = year;
  }

 private:
  void put(LineKind kind, Step step, Money amount, Span where) {
    lines.push_back({kind, step, exactly(amount), where, LimitKey::none, 0});
  }
};

struct Silence {
  void fact(LineKind, Money, Span = {}) {}
  void start(LineKind, Money, Span = {}) {}
  void add(LineKind, Money, Span = {}) {}
  void less(LineKind, Money, Span = {}) {}
  void result(LineKind, Money, Span = {}) {}
  void least(LineKind, Money, Span = {}) {}
  void rests_on(LimitKey, int) {}
};

}  // namespace rothcheck
