// What is said about a text, a row or a result: a kind from a table, a place, a sentence.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/source.hpp"
#include "model/words.hpp"

namespace rothcheck {

enum class Severity : std::uint8_t { info, warning, error };
template <>
inline constexpr auto words<Severity> = words_are({"info", "warning", "error"});

/// One row of a folder's findings.def. `code` and `name` never change once published.
struct FindingKind {
  std::string_view code;  // "SYN001"
  std::string_view name;  // "unexpected-word"
  Severity severity;
  std::string_view citation;  // the law, where the finding rests on one; else empty
  std::string_view why;       // for `rothcheck explain`
  std::string_view help;      // how to mend it, in general
};

/// A place in a participant file: the header is line 1, columns are counted from 1.
struct Cell {
  std::string path;
  std::uint64_t line = 0;
  int column = 0;      // 0: the whole row
  std::string header;  // of the column
  std::uint64_t row =
      0;  // as a spreadsheet counts: less than the line below cells with line breaks
};

/// A second place, or a remedy.
struct Note {
  std::string text;
  Span where = {};
};

/// A change to a source: the bytes that go, and the text that comes in their place.
struct Edit {
  Span where;
  std::string text;
};

struct Finding {
  const FindingKind* kind;
  std::string message;  // lower case, no full stop, stands alone
  Span where = {};      // in a plan or limits file
  std::vector<Note> notes = {};
  std::optional<Cell> cell = {};  // in a participant file
  std::vector<Edit> fix = {};     // together they mend it; none where a person must decide
  bool fix_is_safe = false;       // no answer of the plan changes
  std::string waived = {};        // until when and why, where the plan waives it
  std::string ask = {};           // where a document is silent: what to ask its administrator
};
using Findings = std::vector<Finding>;

bool has_error(const Findings&);

/// A value and what there is to say about it. There is no value exactly when something stopped its
/// making.
template <class T>
struct [[nodiscard]] Outcome {
  std::optional<T> value;
  Findings findings;

  explicit operator bool() const { return value.has_value(); }
};

/// The known word nearest to `word`, at most two edits away; empty when none is.
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& known);

}  // namespace rothcheck
