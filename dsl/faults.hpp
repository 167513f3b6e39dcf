// What is wrong with one text, up to a number that a person would still read.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/finding.hpp"

namespace rothcheck::dsl {

class Faults {
 public:
  static constexpr std::size_t most = 100;

  void say(const FindingKind& kind, Span where, std::string message, std::vector<Note> notes = {});
  /// Nothing more will be kept: whoever reads may stop.
  bool full() const { return findings_.size() >= most; }
  std::size_t count() const { return findings_.size(); }
  /// Whether an error lies inside that stretch.
  bool error_in(Span stretch) const;
  /// In the order of the text.
  Findings sorted() const;

 private:
  Findings findings_;
};

/// The text in backticks, cut when it is long: `after_tax`.
std::string quoted(std::string_view text);
/// `a`, `b` or `c`.
std::string any_of(const std::vector<std::string_view>& words);
/// What to write instead: the nearest of the choices, if one is near.
std::vector<Note> did_you_mean(std::string_view word, const std::vector<std::string_view>& choices);
/// The same, and all of the choices when they are few.
std::vector<Note> suggestions(std::string_view word, const std::vector<std::string_view>& choices);

/// "expected A, found `b`". `found` is empty at the end of a statement.
void say_expected(Faults& faults, Span where, std::string_view what, std::string_view found,
                  std::vector<Note> notes = {});
/// "unknown WHAT `b`", with suggestions.
void say_unknown(Faults& faults, Span where, std::string_view what, std::string_view found,
                 const std::vector<std::string_view>& choices);

}  // namespace rothcheck::dsl
