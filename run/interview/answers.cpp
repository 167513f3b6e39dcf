// Reading one answer, and the conditions between questions.
#include "run/interview/answers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "reports/unicode.hpp"
#include "run/interview/typed.hpp"

namespace rothcheck::run {

namespace {

template <std::size_t N>
bool among(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Without blanks and signs, so that `I don't know.` is one of them.
constexpr std::array<std::string_view, 6> yes_words = {"yes",     "y",         "true",
                                                       "allowed", "permitted", "available"};
constexpr std::array<std::string_view, 14> no_words = {
    "no",    "n",         "false",      "none",         "nobody",
    "noone", "nolimit",   "notallowed", "notpermitted", "notavailable",
    "nofee", "nominimum", "unlimited",  "notlimited"};
/// To a permission these are no; to a figure they say that nothing is allowed, and not that nothing
/// limits.
constexpr std::array<std::string_view, 3> refusals = {"notallowed", "notpermitted", "notavailable"};
/// No time of waiting.
constexpr std::array<std::string_view, 5> at_once_words = {"immediately", "immediate", "atonce",
                                                           "dateofhire", "nowaitingperiod"};
constexpr std::array<std::string_view, 3> calendar_words = {"calendaryear", "thecalendaryear",
                                                            "calendar"};
constexpr std::array<std::string_view, 8> silent_words = {
    "itdoesnotsay", "itdoesntsay", "doesnotsay",   "doesntsay",
    "notstated",    "silent",      "notmentioned", "itissilent"};
constexpr std::array<std::string_view, 7> unknown_words = {
    "idontknow", "dontknow", "idonotknow", "donotknow", "unknown", "notsure", "imnotsure"};

std::optional<Reply> plain_reply(std::string_view text) {
  if (text == "-") return Reply::silent;
  if (text == "?") return Reply::unknown;
  const std::string word = bare(text);
  if (among(yes_words, word)) return Reply::yes;
  if (among(no_words, word)) return Reply::no;
  if (among(silent_words, word)) return Reply::silent;
  if (among(unknown_words, word)) return Reply::unknown;
  return std::nullopt;
}

Typed read_text(std::string_view text) {
  // What could turn a terminal's line around, or is no character at all.
  if (reports::printable(text) != text) return wrong("text of ordinary characters");
  if (text.size() > 300) return wrong("at most 300 characters");
  return typed(std::string{text});
}

/// `2026`, also in `January 1, 2026`; two years in one answer are none.
Typed read_year(std::string_view text) {
  std::string found;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t first = text.find_first_of("0123456789", at);
    if (first == text.npos) break;
    at = std::min(text.size(), text.find_first_not_of("0123456789", first));
    if (at - first < 4) continue;
    if (!found.empty()) return wrong("one year, such as 2026");
    found = text.substr(first, at - first);
  }
  int year = 0;
  std::from_chars(found.data(), found.data() + found.size(), year);
  if (found.size() != 4 || year < 2000 || year > 2100) return wrong("a year, such as 2026");
  return typed(found);
}

Typed read_choice(const Question& question, std::string_view text) {
  const std::string word = bare(text);
  int number = 0;
  std::string words;
  for (const Choice& choice : question.choices) {
    ++number;
    words += (words.empty() ? "" : ", ") + std::string{choice.word};
    bool is =
        word == bare(choice.word) || word == bare(choice.label) || text == std::to_string(number);
    for (std::string_view other : parts_of(choice.synonyms)) is = is || word == bare(other);
    if (is && !word.empty()) return typed(std::string{choice.word});
  }
  return wrong("one of " + words);
}

/// `interns, leased employees`; `interns and leased employees`. Of words that are all known, `or`
/// joins as well.
std::vector<std::string> listed(std::string_view text, bool known_words = false) {
  std::string all{text};
  std::replace(all.begin(), all.end(), ';', ',');
  std::replace(all.begin(), all.end(), '&', ',');
  for (std::string_view word : {" and ", " or "}) {
    if (word == " or " && !known_words) continue;
    for (std::size_t at = 0; (at = all.find(word, at)) != all.npos;)
      all.replace(at, word.size(), ", ");
  }
  std::vector<std::string> items;
  for (std::string_view part : parts_of(all, ',')) {
    const std::string_view item = trimmed(part);
    if (!item.empty()) items.emplace_back(item);
  }
  return items;
}

std::string joined(const std::vector<std::string>& items) {
  std::string text;
  for (const std::string& item : items) text += (text.empty() ? "" : ", ") + item;
  return text;
}

Typed read_classes(std::string_view text, bool hce_too) {
  const Typed read = read_text(text);
  if (!read.ok()) return read;
  std::vector<std::string> items = listed(text);
  for (std::string& item : items) {
    const std::string word = bare(item);
    const bool hce = word == "hce" || word == "hces" || word == "highlycompensatedemployees" ||
                     word == "highlycompensated";
    if (hce && hce_too) item = "hce";
  }
  std::sort(items.begin(), items.end());
  const bool twice = std::adjacent_find(items.begin(), items.end()) != items.end();
  if (items.empty() || twice) return wrong("names of classes, each once, such as interns, pilots");
  return typed(joined(items));
}

struct Named {
  std::string_view word, others;
};

/// Each of some words once, in the order of the language.
template <std::size_t N>
Typed read_words(std::string_view text, const std::array<Named, N>& words,
                 std::string_view expected) {
  std::array<bool, N> found{};
  for (const std::string& item : listed(text, true)) {
    bool known = false;
    for (std::size_t i = 0; i < N; ++i) {
      bool is = bare(item) == bare(words[i].word);
      for (std::string_view other : parts_of(words[i].others)) is = is || bare(item) == bare(other);
      found[i] = found[i] || is;
      known = known || is;
    }
    if (!known) return wrong(std::string{expected});
  }
  std::vector<std::string> named;
  for (std::size_t i = 0; i < N; ++i) {
    if (found[i]) named.emplace_back(words[i].word);
  }
  return named.empty() ? wrong(std::string{expected}) : typed(joined(named));
}

constexpr std::array<Named, 5> matched = {
    {{"pre-tax",
      "before-tax|traditional|deferrals|elective deferrals|salary deferrals|"
      "pre-tax contributions|before-tax contributions"},
     {"roth", "roth deferrals|deferrals|elective deferrals|salary deferrals|roth contributions"},
     {"catch-up", "catch-up contributions"},
     {"after-tax", "voluntary|after-tax contributions"},
     {"student-loan", "student loans|student loan payments"}}};
constexpr std::array<Named, 4> pay_codes = {{{"base", "base pay|base salary|salary|regular pay"},
                                             {"overtime", "ot|overtime pay"},
                                             {"bonus", "bonuses"},
                                             {"commission", "commissions"}}};

Typed read_pay_codes(std::string_view text) {
  constexpr std::array<std::string_view, 8> all = {
      "all", "allpay", "w2", "w2wages", "w2pay", "totalpay", "totalcompensation", "grosspay"};
  if (among(all, bare(text))) return typed("all");
  return read_words(text, pay_codes, "base, overtime, bonus, commission, with commas; or all");
}

Typed read_kinds(std::string_view text) {
  return read_words(text, matched,
                    "kinds such as pre-tax, roth; also catch-up, after-tax, student-loan");
}

Typed read_years(std::string_view text) {
  const Typed age = read_age(text);
  const bool whole = age.ok() && age.value.find_first_of(" .,") == age.value.npos;
  return whole ? age : wrong("an age in whole years, such as 40");
}

Typed read_value(const Question& question, std::string_view text) {
  switch (question.kind) {
    case AnswerKind::text:
      return read_text(text);
    case AnswerKind::choice:
      return read_choice(question, text);
    case AnswerKind::year:
      return read_year(text);
    case AnswerKind::yes_no:
      return wrong("yes or no");
    case AnswerKind::amount:
    case AnswerKind::election:
      return read_amount(text);
    case AnswerKind::money:
      return read_money(text);
    case AnswerKind::age:
      return read_age(text);
    case AnswerKind::years:
      return read_years(text);
    case AnswerKind::duration:
      if (question.id == "in-service-months" && bare(text).find("particip") != std::string::npos)
        return wrong("how long the money was in the plan; taking part is the next question");
      return read_duration(text);
    case AnswerKind::count:
      return read_count(text);
    case AnswerKind::groups:
      return read_classes(text, true);
    case AnswerKind::classes:
      return read_classes(text, false);
    case AnswerKind::kinds:
      return read_kinds(text);
    case AnswerKind::pay_codes:
      return read_pay_codes(text);
    case AnswerKind::match:
      return read_match(text);
    case AnswerKind::employer:
      return read_employer(text);
    case AnswerKind::day:
      return read_day(text);
  }
  return wrong("");
}

/// What a question takes none of, in words.
std::string not_here(const Question& question, Reply reply) {
  switch (reply) {
    case Reply::yes:
      if (question.takes_yes()) return "";
      return fmt::format("more than yes: {}", answers_of(question));
    case Reply::no:
      return question.takes_no() ? "" : answers_of(question);
    case Reply::silent:
    case Reply::unknown:
      return question.required() ? answers_of(question) : "";
    case Reply::value:
      return "";
  }
  return "";
}

bool holds(std::string_view condition, const Answers& answers) {
  const bool negated = condition.starts_with('!');
  if (negated) condition.remove_prefix(1);
  const std::size_t sign = condition.find_first_of("=~");
  const auto found = answers.find(condition.substr(0, sign));
  const bool there = found != answers.end();
  bool is = there && found->second.positive();
  if (sign != condition.npos && is) {
    const Answer& answer = found->second;
    const std::string value = answer.reply == Reply::yes ? "yes" : answer.value;
    const std::string_view wanted = condition.substr(sign + 1);
    is = condition[sign] == '~' && value.find(wanted) != value.npos;
    for (std::string_view one : parts_of(wanted, ','))
      is = is || (condition[sign] == '=' && value == one);
  }
  return is != negated;
}

}  // namespace

ReadAnswer read_cite(Answer answer, std::string_view text) {
  text = trimmed(text);
  // Nobody knows the place, or there is none.
  const std::optional<Reply> reply = plain_reply(text);
  if (reply == Reply::yes) return {std::nullopt, "a page or section, such as p. 9"};
  if (reply) text = {};
  const Typed place = read_text(text);
  if (!place.ok()) return {std::nullopt, place.wrong};
  answer.cite = place.value;
  return {answer, ""};
}

ReadAnswer read_answer(const Question& question, std::string_view text) {
  text = trimmed(text);
  std::string_view place;
  // A document's name may have the word in it.
  if (const std::size_t cite = text.rfind(" cite "); cite != text.npos && question.cited()) {
    place = text.substr(cite + 6);
    text = trimmed(text.substr(0, cite));
  }
  if (text.empty()) return {std::nullopt, answers_of(question)};
  Answer answer{.reply = Reply::value, .value = {}, .typed = std::string{text}, .cite = {}};
  // The answers of a list may be words such as "none".
  std::optional<Reply> reply = plain_reply(text);
  if (reply == Reply::no && !question.takes_no() && question.kind == AnswerKind::text) reply = {};
  if (reply == Reply::yes && question.kind == AnswerKind::text) reply = {};
  const bool permission =
      question.kind == AnswerKind::yes_no || question.kind == AnswerKind::choice;
  if (!permission && among(refusals, bare(text))) reply = {};
  const bool no_wait = question.kind == AnswerKind::duration && question.block == "eligibility" &&
                       among(at_once_words, bare(text));
  const bool calendar = question.kind == AnswerKind::day && among(calendar_words, bare(text));
  if (no_wait || calendar) reply = Reply::no;
  if (reply) {
    const std::string expected = not_here(question, *reply);
    if (!expected.empty()) return {std::nullopt, expected};
    answer.reply = *reply;
  } else {
    const Typed read = read_value(question, text);
    if (!read.ok()) return {std::nullopt, read.wrong};
    answer.value = read.value;
  }
  return read_cite(answer, place);
}

bool needs_are_met(const Question& question, const Answers& answers) {
  const std::string needs{question.needs};
  // Values have blanks in them: a condition begins behind a blank that is followed by its key.
  std::string_view rest = needs;
  while (!rest.empty()) {
    std::size_t end = rest.size();
    for (std::size_t at = rest.find(' '); at != rest.npos; at = rest.find(' ', at + 1)) {
      std::string_view key = rest.substr(at + 1);
      if (key.starts_with('!')) key.remove_prefix(1);
      if (question_named(key.substr(0, key.find_first_of("=~ "))) == nullptr) continue;
      end = at;
      break;
    }
    if (!holds(rest.substr(0, end), answers)) return false;
    rest.remove_prefix(std::min(rest.size(), end + 1));
  }
  return true;
}

}  // namespace rothcheck::run
