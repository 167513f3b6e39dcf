// How an answer came about, as a numbered form with products in it: each line says as data from
// which lines before it comes, so that the sentence and the sum can be made from it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/finding.hpp"
#include "model/money.hpp"

namespace rothcheck {

/// How a line is made of others, which are counted from 1. Products are to the nearest cent, and a
/// share is never more than the whole: lines `basis`, `whole` make a proportion of at most 1.
struct Made {
  enum class By : std::uint8_t {
    fact,        // given, published, or nothing for a reason that `words` tell
    same,        // line 1 of `of`
    sum,         // of all lines
    difference,  // the first less the second, never below zero
    least,       // of all lines
    left,        // the first, but no more than what the third and later ones leave of the second
    percent,     // `rate` of all lines together
    saving,      // the first less `rate` of the second
    share,       // the first times basis over whole
    rest,        // the first less its share; the fourth and later ones are taken from the whole
    kept,        // the basis less its share of the third and later ones; of is basis, whole, ...
    phased_out   // the limit, the part of the way, the whole way  §219(g)(2)
  };
  By by = By::fact;
  std::vector<int> of = {};
  Rate rate = {};
  std::string words = {};  // where the usual ones would say too little or too much
};

struct DerivedLine {
  std::string label;
  Money amount;
  Made made = {};
  std::string law = {};
  std::string source = {};  // the notice that a statutory figure was published in
  bool result = false;      // stands out
};

/// How an answer came about, what it takes for granted, and what there is to say about it.
struct Derivation {
  std::vector<DerivedLine> lines;
  std::vector<std::string_view> assumptions;
  Findings findings;

  /// Adds a line and returns its number, from 1.
  int add(DerivedLine line) {
    lines.push_back(std::move(line));
    return static_cast<int>(lines.size());
  }
  int last() const { return static_cast<int>(lines.size()); }
  Money amount(int line) const { return lines[static_cast<std::size_t>(line) - 1].amount; }
};

/// `line 3 times line 2 over line 1, to the nearest cent`; empty for a fact.
std::string made_of(const Derivation&, const Made&);

}  // namespace rothcheck
