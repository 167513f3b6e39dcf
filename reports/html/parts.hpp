// The small pieces that several sections share: marks, boxes, clauses, bars.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "model/assessment.hpp"
#include "reports/html/writer.hpp"

namespace rothcheck::reports {

/// How an answer is shown: always a sign, a word and a colour, so that none of them is needed.
struct Mark {
  std::string_view tone;  // a class of the style: yes, open, out, bad
  std::string_view icon;  // of the page's symbols
  std::string_view words;
};

/// Of a person or a group: `Has room`, `Not in the plan`.
Mark mark_of(Verdict verdict);

void write_icon(Html& html, std::string_view icon);
void write_mark(Html& html, const Mark& mark);
/// The box with the answer of a section: its words large, a sentence under them.
void write_box(Html& html, const Mark& answer, std::string_view sentence);
/// The words of the plan file, its line, and where the document says so. Nothing for nowhere.
void write_clause(Html& html, const Sources& sources, Span where);
/// A bar beside the number that it repeats: `part` of `whole`.
void write_bar(Html& html, std::int64_t part, std::int64_t whole, std::string_view tone = "k4");
/// An id of a person, cut where it is very long, in a direction of its own.
void write_id(Html& html, std::string_view id);

/// A text cut after so many characters, and told so.
std::string shortened(std::string_view text, std::size_t most = 200);
/// `1,204`
std::string grouped(std::int64_t number);
/// `1 person`, `2 people`
std::string people(std::int64_t count);
/// Amounts of a table, whose head says that they are dollars: `9,415.44`, `0.00 to 9,415.44`.
std::string plain_amount(Range range);
std::string with_capital(std::string_view words);

}  // namespace rothcheck::reports
