// Walks the values of one statement. After the first mistake it gives nothing more, so that one
// mistake is one finding.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dsl/ast.hpp"
#include "dsl/faults.hpp"
#include "dsl/read.hpp"
#include "model/words.hpp"

namespace rothcheck::dsl {

template <class T>
using Choices = std::vector<std::pair<std::string_view, T>>;

class Cursor {
 public:
  Cursor(const ast::Clause& clause, Faults& faults) : clause_{clause}, faults_{faults} {}

  const ast::Clause& clause() const { return clause_; }
  Faults& faults() { return faults_; }
  bool failed() const { return failed_; }
  void fail() { failed_ = true; }
  /// This statement has a block, which is somebody else's to read.
  void allow_blocks() { blocks_allowed_ = true; }

  /// The next value; null at the end, and after a mistake.
  const ast::Value* peek() const;
  bool next_is(ast::Shape shape) const { return peek() && peek()->shape == shape; }
  bool next_is(std::string_view word) const;
  /// The next value. At the end of the statement, reports what should be there.
  const ast::Value* take(std::string_view what);
  /// Back to the first value: for a statement whose subject belongs to a phrase.
  void rewind() { next_ = 0; }
  /// Passes over a word, if it is the next one.
  bool skip(std::string_view word);
  /// Passes over words that must follow: `when contributing at least`.
  bool expect(std::string_view words);

  std::optional<Money> money() { return read(read_money, "an amount such as $5,000"); }
  std::optional<Amount> amount();
  std::optional<Date> date() { return read(read_date, "a date such as 2026-07-01"); }
  std::optional<MonthDay> month_day() { return read(read_month_day, "a day such as 12-31"); }
  std::optional<Duration> duration();
  std::optional<int> year() { return read(read_year, "a year such as 2026"); }
  std::optional<Rate> age();
  std::optional<int> whole(std::string_view what, int least, int most);
  std::optional<std::string> text(std::string_view what);
  std::optional<Kinds> kinds(const std::vector<Kind>& choices);

  /// One of the words of an enum.
  template <Spoken T>
  std::optional<T> choice(std::string_view what) {
    std::vector<std::string_view> list;
    for (const std::string_view word : words<T>) {
      if (!word.empty()) list.push_back(word);
    }
    const std::optional<std::size_t> index = word_among(what, list);
    return index ? named<T>(list[*index]) : std::nullopt;
  }
  /// One of certain words.
  template <class T>
  std::optional<T> choice(std::string_view what, const Choices<T>& choices) {
    std::vector<std::string_view> list;
    for (const auto& [word, value] : choices) list.push_back(word);
    const std::optional<std::size_t> index = word_among(what, list);
    return index ? std::optional{choices[*index].second} : std::nullopt;
  }

  /// Where the document says so: the text of `cite`, if there is one.
  std::string cite();
  /// Whom and when the statement is for; whoever does not ask allows no qualifiers.
  std::optional<Scope> scope();
  /// Reports what is left over: values, qualifiers, blocks.
  void finish();

 private:
  template <class T>
  std::optional<T> read(std::optional<T> (*reader)(const ast::Value&, Faults&),
                        std::string_view what) {
    const ast::Value* value = take(what);
    return value ? kept(reader(*value, faults_)) : std::nullopt;
  }
  template <class T>
  std::optional<T> kept(std::optional<T> value) {
    failed_ = failed_ || !value;
    return value;
  }
  std::optional<std::size_t> word_among(std::string_view what,
                                        const std::vector<std::string_view>& words);

  const ast::Clause& clause_;
  Faults& faults_;
  std::size_t next_ = 0;
  bool failed_ = false;
  bool scope_asked_ = false;
  bool blocks_allowed_ = false;
};

}  // namespace rothcheck::dsl
