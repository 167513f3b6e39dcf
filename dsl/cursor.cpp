// The steps of a cursor.
#include "dsl/cursor.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "dsl/findings.hpp"

namespace rothcheck::dsl {

using ast::Shape;
using ast::Value;

const Value* Cursor::peek() const {
  return failed_ || next_ == clause_.values.size() ? nullptr : &clause_.values[next_];
}

bool Cursor::next_is(std::string_view word) const {
  return next_is(Shape::word) && peek()->text == word;
}

const Value* Cursor::take(std::string_view what) {
  if (failed_) return nullptr;
  if (const Value* value = peek()) {
    ++next_;
    return value;
  }
  // Behind the last value, where the missing one belongs; a qualifier may follow.
  const std::uint32_t at = next_ == 0 ? clause_.head.begin : clause_.values[next_ - 1].span.end;
  say_expected(faults_, {clause_.head.source, at, at}, what, "");
  failed_ = true;
  return nullptr;
}

bool Cursor::skip(std::string_view word) {
  if (!next_is(word)) return false;
  ++next_;
  return true;
}

bool Cursor::expect(std::string_view words) {
  for (std::size_t at = 0; at < words.size();) {
    const std::string_view word = words.substr(at, words.find(' ', at) - at);
    const std::string what = fmt::format("`{}`", words.substr(at));
    const Value* value = take(what);
    if (!value) return false;
    if (value->shape != Shape::word || value->text != word) {
      say_expected(faults_, value->span, what, value->text, suggestions(value->text, {word}));
      failed_ = true;
      return false;
    }
    at += word.size() + 1;
  }
  return !failed_;
}

std::optional<Amount> Cursor::amount() {
  const Value* value = take("an amount such as 10% of pay or $5,000");
  // `10% off pay`: the slip is in the next word.
  const bool slip = value && value->shape == Shape::percent && next_is(Shape::word) &&
                    !next_is("on") && !nearest(peek()->text, {"of"}).empty();
  if (slip) {
    say_expected(faults_, peek()->span, "`of pay`", peek()->text,
                 suggestions(peek()->text, {"of"}));
    failed_ = true;
    return std::nullopt;
  }
  return value ? kept(read_amount(*value, faults_)) : std::nullopt;
}

std::optional<Duration> Cursor::duration() {
  const Value* value = take("a time such as 3 months");
  if (value && value->shape == Shape::number && next_is(Shape::word)) {
    say_unknown(faults_, peek()->span, "unit of time", peek()->text, {"days", "months", "years"});
    failed_ = true;
    return std::nullopt;
  }
  return value ? kept(read_duration(*value, faults_)) : std::nullopt;
}

std::optional<Rate> Cursor::age() {
  const Value* value = take("an age such as 59 1/2");
  return value ? kept(read_years(*value, 120, faults_)) : std::nullopt;
}

std::optional<int> Cursor::whole(std::string_view what, int least, int most) {
  const Value* value = take(fmt::format("a number of {}", what));
  return value ? kept(read_whole(*value, what, least, most, faults_)) : std::nullopt;
}

std::optional<std::string> Cursor::text(std::string_view what) {
  const Value* value = take(fmt::format("{} in quotes", what));
  return value ? kept(read_text(*value, what, faults_)) : std::nullopt;
}

std::optional<Kinds> Cursor::kinds(const std::vector<Kind>& choices) {
  const Value* value = take("a kind of money such as after-tax");
  return value ? kept(read_kinds(*value, choices, faults_)) : std::nullopt;
}

std::optional<std::size_t> Cursor::word_among(std::string_view what,
                                              const std::vector<std::string_view>& words) {
  const bool few = words.size() <= 3;
  const bool vowel = std::string_view{"aeiou"}.find(what.front()) != std::string_view::npos;
  const std::string_view article = vowel ? "an" : "a";
  const Value* value = take(few ? any_of(words) : fmt::format("{} {}", article, what));
  if (!value) return std::nullopt;
  const auto found = value->shape == Shape::word
                         ? std::find(words.begin(), words.end(), value->text)
                         : words.end();
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  say_unknown(faults_, value->span, what, value->text, words);
  failed_ = true;
  return std::nullopt;
}

std::optional<Scope> Cursor::scope() {
  scope_asked_ = true;
  return failed_ ? std::nullopt : kept(read_scope(clause_.qualifiers, faults_));
}

std::string Cursor::cite() {
  if (!clause_.cite) return {};
  return kept(read_text(*clause_.cite, "a place", faults_)).value_or("");
}

void Cursor::finish() {
  if (failed_) return;
  if (const Value* value = peek()) {
    say_expected(faults_, value->span, "the end of the statement", value->text);
    failed_ = true;
  } else if (!clause_.qualifiers.empty() && !scope_asked_) {
    const Value& qualifier = clause_.qualifiers.front();
    faults_.say(finding::misplaced, qualifier.span,
                fmt::format("{} has no meaning here", quoted(qualifier.text)));
    failed_ = true;
  } else if (!clause_.blocks.empty() && !blocks_allowed_) {
    const Span block = clause_.blocks.front().span;
    faults_.say(finding::unexpected, {block.source, block.begin, block.begin + 1},
                "this statement has no block");
    failed_ = true;
  }
}

}  // namespace rothcheck::dsl
