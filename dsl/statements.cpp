// Looking statements up, and noticing what is stated twice.
#include "dsl/statements.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "dsl/findings.hpp"

namespace rothcheck::dsl {
namespace {

using ast::Shape;

bool overlap(const Scope& a, const Scope& b) {
  const bool a_ends_first = a.until && b.from && *a.until < *b.from;
  const bool b_ends_first = b.until && a.from && *b.until < *a.from;
  return !a_ends_first && !b_ends_first;
}

std::string_view first_word(std::string_view text) { return text.substr(0, text.find(' ')); }

/// The block in which a word begins a statement; empty when there is none.
std::string_view home_of(std::string_view word) {
  constexpr std::string_view headers[] = {"sponsor", "source",    "type",
                                          "year",    "amendment", "scenario"};
  for (std::string_view header : headers) {
    if (word == header) return "plan";
  }
  for (const FeatureRow& row : features()) {
    if (row.subject == "KIND") continue;
    if (first_word(row.subject) == word) return row.block;
    if (first_word(row.block) == word && row.block != "plan") return "plan";
  }
  return word == "expect" ? "scenario" : named<Kind>(word) ? "contributions" : "";
}

void say_unknown_statement(const ast::Value& value, std::string_view block, Faults& faults,
                           const std::vector<std::string_view>& subjects) {
  if (value.shape == Shape::list) {
    const std::string_view before = value.parts[0].text;
    const auto comma =
        static_cast<std::uint32_t>(value.span.begin + value.text.find(',', before.size()));
    return faults.say(finding::unexpected, {value.span.source, comma, comma + 1},
                      fmt::format("unexpected comma after {}", quoted(before)));
  }
  if (value.shape != Shape::word) {
    return say_expected(faults, value.span, fmt::format("a statement of {}", block), value.text);
  }
  std::vector<Note> notes = suggestions(value.text, subjects);
  const std::string_view home = home_of(value.text);
  if (!home.empty() && home != block) {
    notes.insert(notes.begin(), {fmt::format("`{}` belongs in the {} block", value.text, home)});
  }
  faults.say(finding::unknown_statement, value.span,
             fmt::format("unknown statement {} in {}", quoted(value.text), block),
             std::move(notes));
}

void check_blocks(const ast::Clause& clause, Statement::Blocks blocks, Cursor& cursor) {
  if (blocks == Statement::Blocks::none) return;
  if (blocks == Statement::Blocks::one_or_none && cursor.next_is("none")) return;
  cursor.allow_blocks();
  if (cursor.failed()) return;
  const auto at = [&clause](std::uint32_t begin, std::uint32_t size) {
    return Span{clause.head.source, begin, begin + size};
  };
  if (clause.blocks.empty()) {
    say_expected(cursor.faults(), at(clause.head.end, 0), "`{`", "");
  } else if (blocks != Statement::Blocks::several && clause.blocks.size() > 1) {
    say_expected(cursor.faults(), at(clause.blocks[1].span.begin, 1), "the end of the statement",
                 "{");
  }
}

void bind_statement(const ast::Clause& clause, std::string_view block, Span within, Draft& draft,
                    const Statements& statements) {
  // A head that could not be read at all was reported.
  if (clause.values.empty() && clause.broken) return;
  Cursor cursor{clause, draft.faults};
  if (clause.values.empty()) {
    const Span where = clause.qualifiers.empty() ? clause.head : clause.qualifiers.front().span;
    return say_expected(draft.faults, where, fmt::format("a statement of {}", block),
                        clause.qualifiers.empty() ? "" : clause.qualifiers.front().text);
  }
  const ast::Value& first = clause.values.front();
  const bool is_word = first.shape == Shape::word;
  if (is_word && first.text == "waive" && within.somewhere()) {
    if (clause.broken) return;
    cursor.skip("waive");
    bind_waiver(cursor, within, draft);
    return cursor.finish();
  }
  const auto named = [&statements](std::string_view word) {
    return std::find_if(statements.begin(), statements.end(),
                        [word](const Statement& statement) { return statement.subject == word; });
  };
  auto found = is_word ? named(first.text) : named("");
  if (found == statements.end()) {
    std::vector<std::string_view> subjects;
    for (const Statement& statement : statements) {
      if (!statement.subject.empty()) subjects.push_back(statement.subject);
    }
    if (!clause.broken) say_unknown_statement(first, block, draft.faults, subjects);
    // What stands in the block may hold mistakes of its own.
    found = named(nearest(first.text, subjects));
    if (clause.blocks.empty() || found == statements.end() || found->subject.empty()) return;
    cursor.fail();
  }
  if (clause.broken) cursor.fail();
  if (!found->subject.empty()) cursor.skip(found->subject);
  check_blocks(clause, found->blocks, cursor);
  found->bind(cursor);
  cursor.finish();
}

}  // namespace

bool Stated::once(std::string_view block, std::string_view subject, std::string_view part,
                  const Scope& scope, Span where, Faults& faults) {
  const std::string group = to_string(scope.group);
  std::vector<Earlier>& earlier =
      earlier_[fmt::format("{}\n{}\n{}\n{}", block, part, subject, group)];
  for (const Earlier& other : earlier) {
    if (!overlap(other.scope, scope)) continue;
    faults.say(finding::stated_twice, where,
               fmt::format("{} is stated twice in {}", quoted(subject), block),
               {{"first stated here", other.where}});
    return false;
  }
  earlier.push_back({scope, where});
  return true;
}

void state_none(std::vector<Provision<bool>>& feature, std::string_view subject, Cursor& cursor,
                Draft& draft) {
  cursor.finish();
  if (cursor.failed()) return;
  const ast::Clause& clause = cursor.clause();
  if (!draft.stated.once("plan", subject, "", {}, clause.head, draft.faults)) return cursor.fail();
  feature.push_back({true, {}, clause.head, cursor.cite()});
}

std::string part_of(const ast::Clause& clause) { return std::to_string(clause.span.begin); }

void bind_statements(const std::vector<ast::Clause>& clauses, std::string_view block, Span within,
                     Draft& draft, const Statements& statements) {
  for (const ast::Clause& clause : clauses) {
    if (draft.faults.full()) return;
    bind_statement(clause, block, within, draft, statements);
  }
}

void bind_block(const ast::Clause& clause, std::string_view block, Draft& draft,
                const Statements& statements) {
  for (const ast::Block& inner : clause.blocks) {
    bind_statements(inner.clauses, block, inner.span, draft, statements);
  }
}

}  // namespace rothcheck::dsl
