// The text around a clause, and changes to it.
#include "checker/lint/clauses.hpp"
#include "model/text.hpp"

namespace rothcheck::checker {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

std::size_t behind_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

/// Behind the quoted text that begins at `at`.
std::size_t behind_quoted(std::string_view text, std::size_t at) {
  for (++at; at < text.size() && text[at] != '"'; ++at) {
    if (text[at] == '\\') ++at;
  }
  return std::min(at + 1, text.size());
}

/// Behind `cite "..."`, if that is what stands there.
std::size_t behind_cite(std::string_view text, std::size_t at) {
  const std::size_t word = behind_blanks(text, at);
  if (!text.substr(word).starts_with("cite")) return at;
  const std::size_t quote = behind_blanks(text, word + 4);
  return quote < text.size() && text[quote] == '"' ? behind_quoted(text, quote) : at;
}

std::size_t start_of_line(std::string_view text, std::size_t at) {
  const std::size_t before = at == 0 ? text.npos : text.rfind('\n', at - 1);
  return before == text.npos ? 0 : before + 1;
}

Edit edit(std::uint16_t source, std::size_t begin, std::size_t end, std::string text = "") {
  return {{source, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
          std::move(text)};
}

}  // namespace

std::string words_about(const Sources& sources, Span clause, std::string_view cite) {
  std::string said{cite};
  const std::string_view line = sources.line_at(clause);
  if (line.find('#') != line.npos) said += line.substr(line.find('#'));
  const auto start = static_cast<std::uint32_t>(line.data() - sources.text(clause.source).data());
  if (start > 0) {
    const std::string_view above = sources.line_at({clause.source, start - 1, start - 1});
    const std::size_t first = above.find_first_not_of(" \t");
    if (first != above.npos && above[first] == '#') said += above.substr(first);
  }
  return lowered(said);
}

Span block_behind(const Sources& sources, Span head) {
  const std::string_view text = sources.text(head.source);
  const std::size_t begin = text.find('{', head.end);
  int depth = 0;
  for (std::size_t at = begin; at < text.size();) {
    const char c = text[at];
    if (c == '"') {
      at = behind_quoted(text, at);
    } else if (c == '#') {
      at = std::min(text.find('\n', at), text.size());
    } else {
      ++at;
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth == 0) return edit(head.source, begin, at).where;
    }
  }
  return {head.source, head.end, head.end};
}

Edit without_clause(const Sources& sources, Span clause) {
  const std::string_view text = sources.text(clause.source);
  std::size_t begin = clause.begin;
  std::size_t end = behind_cite(text, clause.end);
  const std::size_t line = start_of_line(text, begin);
  const bool first = behind_blanks(text, line) == begin;
  const std::size_t next = behind_blanks(text, end);
  const bool last = next >= text.size() || text[next] == '\n';
  if (first && last) return edit(clause.source, line, std::min(next + 1, text.size()));
  // A comment takes the place of the clause it stood behind.
  if (first && next < text.size() && text[next] == '#') return edit(clause.source, begin, next);
  if (next < text.size() && text[next] == ';') {
    // The sign goes with the statement it ends, and the blanks behind it too.
    return edit(clause.source, begin, behind_blanks(text, next + 1));
  }
  // The last statement of its line takes along the sign that parts it from the one before.
  std::size_t before = begin;
  while (before > line && is_blank(text[before - 1])) --before;
  if (before > line && text[before - 1] == ';') begin = before - 1;
  return edit(clause.source, begin, end);
}

Edit before_clause(const Sources& sources, Span clause, const std::string& statement) {
  const std::string_view text = sources.text(clause.source);
  const std::size_t line = start_of_line(text, clause.begin);
  const bool alone = behind_blanks(text, line) == clause.begin;
  const std::string parted =
      alone ? "\n" + std::string{text.substr(line, clause.begin - line)} : "; ";
  return edit(clause.source, clause.begin, clause.begin, statement + parted);
}

Edit at_end_of(const Sources& sources, const Plan& plan, const std::string& statement) {
  const std::string_view text = sources.text(plan.where.source);
  const std::size_t behind = block_behind(sources, plan.where).end;
  const std::size_t brace = behind == 0 ? 0 : behind - 1;
  const std::size_t line = start_of_line(text, brace);
  const bool alone = behind_blanks(text, line) == brace;
  return alone ? edit(plan.where.source, line, line, "    " + statement + "\n")
               : edit(plan.where.source, brace, brace, "\n    " + statement + "\n");
}

}  // namespace rothcheck::checker
