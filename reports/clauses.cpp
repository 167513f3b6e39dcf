// A clause of a plan file as reports quote it: its words, its place, and where the plan document
// says so.
#include "reports/clauses.hpp"

#include <fmt/format.h>

#include "model/text.hpp"
#include "reports/unicode.hpp"

namespace rothcheck::reports {

namespace {

constexpr int longest_quote = 120;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

std::string_view cut_short(std::string_view text) {
  std::size_t end = 0;
  for (int column = 0; column < longest_quote && end < text.size(); ++column) {
    const std::size_t length = code_point_at(text.substr(end)).length;
    end += length == 0 ? 1 : length;
  }
  return text.substr(0, end);
}

}  // namespace

std::string line_place(const Sources& sources, Span where) {
  if (!where.somewhere()) return {};
  const Place place = sources.place(where);
  return fmt::format("{}:{}", place.path, place.line);
}

std::string clause_text(const Sources& sources, Span where) {
  std::string words;
  bool in_string = false, in_comment = false;
  for (const char c : sources.slice(where)) {
    if (c == '\n') in_comment = false;
    if (c == '"' && !in_comment) in_string = !in_string;
    if (c == '#' && !in_string) in_comment = true;
    if (in_comment) continue;
    const bool doubled = is_space(c) && !in_string && (words.empty() || words.back() == ' ');
    if (!doubled) words += is_space(c) ? ' ' : c;
  }
  while (!words.empty() && words.back() == ' ') words.pop_back();
  const std::string_view shown = cut_short(words);
  return shown.size() == words.size() ? words : fmt::format("{} ...", shown);
}

std::string clause_cite(const Sources& sources, Span where) {
  if (!where.somewhere()) return {};
  // A clause's span ends before its cite, and a statement ends at its line's end, so the cite
  // stands right behind it.
  std::string_view rest = sources.text(where.source).substr(where.end);
  const auto skip_blanks = [&rest] {
    while (!rest.empty() && (rest[0] == ' ' || rest[0] == '\t')) rest.remove_prefix(1);
  };
  skip_blanks();
  if (!rest.starts_with("cite")) return {};
  rest.remove_prefix(4);
  skip_blanks();
  if (!rest.starts_with('"')) return {};
  std::string cite;
  for (std::size_t at = 1; at < rest.size() && rest[at] != '"' && rest[at] != '\n'; ++at) {
    if (rest[at] == '\\' && at + 1 < rest.size()) ++at;
    cite += rest[at];
  }
  return cite;
}

std::string quoted_clause(const Sources& sources, Span where) {
  if (!where.somewhere()) return {};
  const std::string text = clause_text(sources, where);
  const std::string cite = clause_cite(sources, where);
  const char mark = text.find('"') == text.npos ? '"' : '\'';
  return fmt::format("{}{}{} ({}{}{})", mark, text, mark, line_place(sources, where),
                     cite.empty() ? "" : "; ", cite);
}

}  // namespace rothcheck::reports
