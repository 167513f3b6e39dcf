// Finding a word of the trade at the place of a mistake.
#include "dsl/trade_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

#include "dsl/scan.hpp"

namespace rothcheck::dsl {
namespace {

bool is_figure(char c) { return (c >= '0' && c <= '9') || c == '.' || c == ','; }
bool in_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '%' || c == '/' || c == '(';
}
bool is_gap(char c) { return c == ' ' || c == '-'; }

/// In small letters, with one blank for every stretch of blanks and hyphens.
std::string plain(std::string_view text) {
  std::string result;
  for (char c : text) {
    if (c == '\t' || c == '_' || is_gap(c)) c = ' ';
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    if (c != ' ' || (!result.empty() && result.back() != ' ')) result += c;
  }
  return result;
}

/// The figures of the text where it begins with these words; `#` is one.
std::optional<std::vector<std::string>> begins_with(std::string_view text, std::string_view words) {
  std::vector<std::string> figures;
  std::size_t at = 0;
  for (const char c : words) {
    if (c != '#') {
      if (at == text.size() || text[at] != c) return std::nullopt;
      ++at;
      continue;
    }
    const std::size_t first = at;
    while (at < text.size() && is_figure(text[at])) ++at;
    if (at == first) return std::nullopt;
    figures.emplace_back(text.substr(first, at - first));
  }
  if (at < text.size() && in_word(text[at]) && in_word(words.back())) return std::nullopt;
  return figures;
}

std::string with_figures(std::string_view line, const std::vector<std::string>& figures) {
  std::string written;
  std::size_t next = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const bool slot = line.substr(at).starts_with("{}");
    if (slot && next < figures.size()) written += figures[next++];
    if (slot) ++at;
    if (!slot) written += line[at];
  }
  return written;
}

/// What to say where the text begins with a word of the row; a longer match beats a shorter one.
struct Match {
  std::size_t length = 0;
  std::string note;
};

void match_row(const TradeWord& row, std::string_view text, Match& best) {
  std::string_view rest = row.words;
  while (!rest.empty()) {
    const std::string_view word = rest.substr(0, rest.find('|'));
    rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    const std::string words = plain(word);
    const auto figures = begins_with(text, words);
    if (!figures || words.size() <= best.length) continue;
    best.length = words.size();
    best.note = row.line.empty()
                    ? fmt::format("the language has no word for it: {}", row.why)
                    : fmt::format("write `{}`: {}", with_figures(row.line, *figures), row.why);
  }
}

/// The block that a place lies in: the first word of the head before the brace that is open there.
std::string_view block_at(std::string_view text, std::size_t at) {
  int closed = 0;
  while (at-- > 0) {
    if (text[at] == '}') ++closed;
    if (text[at] != '{' || closed-- > 0) continue;
    const std::size_t before = at == 0 ? text.npos : text.find_last_of("\n;{}", at - 1);
    const std::size_t first = text.find_first_not_of(" \t", before == text.npos ? 0 : before + 1);
    return text.substr(first, text.find_first_of(" \t{", first) - first);
  }
  return {};
}

/// Where the statement around a place begins.
std::size_t statement_at(std::string_view text, std::size_t at) {
  const std::size_t before = at == 0 ? text.npos : text.find_last_of("\n;{}", at - 1);
  return std::min(text.find_first_not_of(" \t", before == text.npos ? 0 : before + 1), at);
}

std::string said_at(std::string_view text, std::size_t at) {
  return plain(text.substr(at, end_of_statement(text, at) - at));
}

std::string note_for(std::string_view text, std::size_t at) {
  const std::string_view block = block_at(text, at);
  const std::size_t begin = statement_at(text, at);
  const std::string here = said_at(text, at), whole = said_at(text, begin);
  Match own, elsewhere;
  for (const TradeWord& row : trade_words()) {
    const bool in_block = row.block == block || block == "amendment";
    match_row(row, here, in_block ? own : elsewhere);
    // `dollar for dollar up to 4%` is noticed behind its first words.
    if (begin != at && row.words.find('#') != row.words.npos)
      match_row(row, whole, in_block ? own : elsewhere);
  }
  if (own.length != 0) return own.note;
  // In the middle of a statement the same word may mean something else.
  return begin == at ? elsewhere.note : "";
}

bool is_guess(const Note& note) {
  return note.text.starts_with("did you mean") || note.text.starts_with("one of ");
}

}  // namespace

const std::vector<TradeWord>& trade_words() {
  static const std::vector<TradeWord> rows = {
#define TRADE(words, slip, block, line, why) {words, slip, block, line, why},
#include "dsl/trade_words.def"
#undef TRADE
  };
  return rows;
}

void add_trade_words(std::string_view text, Findings& findings) {
  for (Finding& finding : findings) {
    const std::string_view code = finding.kind->code;
    const bool of_words =
        code == "SYN010" || code == "SYN011" || code == "SYN012" || code == "TYP002";
    if (!of_words || !finding.where.somewhere()) continue;
    const std::string note = note_for(text, finding.where.begin);
    if (note.empty()) continue;
    std::erase_if(finding.notes, is_guess);
    finding.notes.insert(finding.notes.begin(), {note});
  }
}

}  // namespace rothcheck::dsl
