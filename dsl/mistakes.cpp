// The wording and the place of what the grammar did not expect.
#include "dsl/mistakes.hpp"

#include <algorithm>
#include <vector>

#include "dsl/findings.hpp"
#include "dsl/scan.hpp"
#include "model/dates.hpp"

namespace rothcheck::dsl {
namespace {

/// Where the last word ends on the line of `at`, before `at` and before any comment, and a quote
/// that is still open there.
struct Behind {
  std::size_t last_word;
  std::size_t open_quote = std::string_view::npos;
};
Behind behind(std::string_view text, std::size_t at) {
  const std::size_t newline = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  std::size_t here = newline == std::string_view::npos ? 0 : newline + 1;
  Behind result{.last_word = here};
  while (here < at && text[here] != '#') {
    if (text[here] == '"') {
      const Quotation quote = quotation(text, here);
      if (!quote.closed) result.open_quote = here;
      result.last_word = here = std::min(quote.end, at);
    } else {
      if (std::string_view{" \t\r"}.find(text[here]) == std::string_view::npos)
        result.last_word = here + 1;
      ++here;
    }
  }
  return result;
}

/// The words in backticks of a rule's name are the ones that may stand there.
std::vector<std::string_view> words_of(std::string_view name) {
  std::vector<std::string_view> words;
  for (std::size_t open = name.find('`'); open != std::string_view::npos;
       open = name.find('`', open)) {
    const std::size_t close = name.find('`', open + 1);
    words.push_back(name.substr(open + 1, close - open - 1));
    open = close + 1;
  }
  return words;
}

}  // namespace

bool Reading::behind_block(const char* at) const {
  const std::size_t here = offset(at);
  const std::size_t last =
      here == 0 ? std::string_view::npos : text.find_last_not_of(" \t\r\n", here - 1);
  return last != std::string_view::npos && text[last] == '}';
}

/// Reports what was expected where the text went another way; returns where the statement ends.
const char* Reading::mistake(const char* where, const std::string& rule) {
  // Nothing is read further once a person would stop reading.
  if (faults.full()) return text.data() + text.size();
  mistaken = true;
  const std::string_view expected = std::string_view{rule}.substr(0, rule.find('|'));
  const std::size_t at = std::min(text.find_first_not_of(" \t\r", offset(where)), text.size());
  const std::size_t end = end_of_statement(text, at);
  Behind before = behind(text, at);
  if (at < text.size() && text[at] == '"' && !quotation(text, at).closed) before.open_quote = at;
  const auto stretch = [this](std::size_t first, std::size_t last) {
    return span(text.data() + first, text.data() + last);
  };
  if (before.open_quote != std::string_view::npos) {
    const std::size_t line_end = behind(text, std::min(text.find('\n', at), text.size())).last_word;
    faults.say(finding::unclosed_quote, stretch(before.open_quote, line_end),
               "this quoted text has no closing quote on its line");
  } else if (at == text.size() ||
             std::string_view{"\n;}#"}.find(text[at]) != std::string_view::npos) {
    // The place of something missing is behind the last word, not on the next line.
    say_expected(faults, stretch(before.last_word, before.last_word), expected, "");
  } else {
    const std::size_t stop =
        text[at] == '"' ? quotation(text, at).end : text.find_first_of(" \t\r\n;,{}#\"", at + 1);
    const std::string_view found = text.substr(at, stop - at);
    // Words that the message lists need no second list.
    const bool listed = expected.size() == rule.size();
    std::vector<Note> notes =
        listed ? did_you_mean(found, words_of(rule)) : suggestions(found, words_of(rule));
    if (const std::optional<Date> date = parse_date(found))
      notes.push_back({"write " + to_string(*date)});
    say_expected(faults, stretch(at, at + found.size()), expected, found, std::move(notes));
  }
  return text.data() + end;
}

}  // namespace rothcheck::dsl
