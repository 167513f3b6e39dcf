// A new figure in place of an old expectation.
#include "run/cases/accept.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "run/cases/expectations.hpp"

namespace rothcheck::run {

namespace {

constexpr std::string_view blanks = " \t\r\n";

Span part_of(Span whole, std::size_t from, std::size_t until) {
  return {whole.source, whole.begin + static_cast<std::uint32_t>(from),
          whole.begin + static_cast<std::uint32_t>(until)};
}

// Where the next word begins, and where it ends.
std::size_t word_at(std::string_view text, std::size_t from) {
  return std::min(text.find_first_not_of(blanks, from), text.size());
}
std::size_t word_end(std::string_view text, std::size_t from) {
  return std::min(text.find_first_of(blanks, from), text.size());
}

// What stands behind `expect KEY`.
Span value_in_plan(const Sources& sources, Span expectation) {
  const std::string_view text = sources.slice(expectation);
  const std::size_t key = word_at(text, word_end(text, word_at(text, 0)));
  const std::size_t value = word_at(text, word_end(text, key));
  const std::size_t last = text.find_last_not_of(blanks);
  return part_of(expectation, value, std::max(value, last == text.npos ? 0 : last + 1));
}

// What stands behind `KEY =`; a key in quotation marks may have an equals sign of its own.
Span value_in_case(const Sources& sources, Span expectation) {
  const std::string_view text = sources.slice(expectation);
  std::size_t at = 0;
  for (char quote = 0; at < text.size() && (quote != 0 || text[at] != '='); ++at) {
    if (text[at] == quote) {
      quote = 0;
    } else if (quote == 0 && (text[at] == '"' || text[at] == '\'')) {
      quote = text[at];
    }
  }
  return part_of(expectation, word_at(text, std::min(at + 1, text.size())), text.size());
}

bool has_cents(std::string_view amount) { return amount.find('.') != amount.npos; }
bool is_whole(Money amount) { return amount.in_cents() % 100 == 0; }

// Cents where the old figure had them, or where there are some.
std::string in_plan(Money amount, std::string_view old) {
  std::string words = to_string(amount);
  if (is_whole(amount) && !has_cents(old)) words.resize(words.size() - 3);
  return words;
}

std::string in_case(Money amount, std::string_view old) {
  return is_whole(amount) && !has_cents(old) ? std::to_string(amount.in_cents() / 100)
                                             : to_plain_string(amount);
}

// Beyond what a reader of the files would take: nothing bounds it while a fact is missing.
bool is_boundless(Range found) { return found.most > Money::ceiling() || found.least < Money{}; }

bool is_known(const std::optional<std::string>& word) { return word && *word != "not known"; }

}  // namespace

std::optional<Edit> accept_in_plan(const Sources& sources, const Expectation& expected,
                                   std::string_view key, const Assessment& answer) {
  const Span value = value_in_plan(sources, expected.where);
  const std::string_view old = sources.slice(value);
  if (const std::optional<Range> found = amount_of(key, answer)) {
    if (is_boundless(*found)) return std::nullopt;
    if (found->settled()) return Edit{value, in_plan(found->least, old)};
    return Edit{value, fmt::format("between {} and {}", in_plan(found->least, old),
                                   in_plan(found->most, old))};
  }
  const std::optional<std::string> word = word_of(key, answer);
  return is_known(word) ? std::optional{Edit{value, *word}} : std::nullopt;
}

std::optional<Edit> accept_in_case(const Sources& sources, const Expectation& expected,
                                   std::string_view key, const Assessment& answer) {
  if (const std::optional<Range> found = amount_of(key, answer)) {
    // A case has no words for a range; `room_low` and `room_high` are amounts of their own.
    if (!found->settled() || is_boundless(*found)) return std::nullopt;
    return accept_amount_in_case(sources, expected, found->least);
  }
  const std::optional<std::string> word = word_of(key, answer);
  return is_known(word) ? accept_word_in_case(sources, expected, *word) : std::nullopt;
}

std::optional<Edit> accept_amount_in_case(const Sources& sources, const Expectation& expected,
                                          Money found) {
  const Span value = value_in_case(sources, expected.where);
  return Edit{value, in_case(found, sources.slice(value))};
}

std::optional<Edit> accept_word_in_case(const Sources& sources, const Expectation& expected,
                                        std::string_view found) {
  const Span value = value_in_case(sources, expected.where);
  const std::string_view old = sources.slice(value);
  const bool is_quoted = old.starts_with('"') || old.starts_with('\'');
  if (is_quoted) return Edit{value, fmt::format("{0}{1}{0}", old[0], found)};
  if (old == "true" || old == "false") {
    if (found != "yes" && found != "no") return std::nullopt;
    return Edit{value, found == "yes" ? "true" : "false"};
  }
  return Edit{value, std::string(found)};
}

}  // namespace rothcheck::run
