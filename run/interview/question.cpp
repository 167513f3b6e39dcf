// The tables as lists.
#include "run/interview/question.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rothcheck::run {

namespace {

/// Identifiers have `_` where keys have `-`.
std::string hyphened(std::string_view identifier) {
  std::string key{identifier};
  std::replace(key.begin(), key.end(), '_', '-');
  return key;
}

std::vector<Choice> choices_of(std::string_view identifier) {
  std::vector<Choice> choices;
  for (const Choice& choice : {
#define CHOICE(question, word, clause, label, synonyms) \
  Choice{#question, word, clause, label, synonyms},
#include "run/interview/choices.def"
#undef CHOICE
       }) {
    if (choice.question == identifier) choices.push_back(choice);
  }
  return choices;
}

bool has_part(std::string_view list, std::string_view part) {
  const std::vector<std::string_view> parts = parts_of(list);
  return std::find(parts.begin(), parts.end(), part) != parts.end();
}

std::string_view sort_of_answer(AnswerKind kind) {
  switch (kind) {
    case AnswerKind::text:
      return "a text";
    case AnswerKind::choice:
      return "one of the list";
    case AnswerKind::year:
      return "a year";
    case AnswerKind::yes_no:
      return "yes or no";
    case AnswerKind::amount:
    case AnswerKind::election:
      return "a percent of pay, or dollars";
    case AnswerKind::money:
      return "dollars";
    case AnswerKind::age:
    case AnswerKind::years:
      return "an age";
    case AnswerKind::duration:
      return "a time";
    case AnswerKind::count:
      return "a number";
    case AnswerKind::groups:
      return "hce, or names of classes";
    case AnswerKind::classes:
      return "names of classes";
    case AnswerKind::kinds:
      return "kinds of money";
    case AnswerKind::pay_codes:
      return "base, overtime, bonus, commission; or all";
    case AnswerKind::match:
      return "the formula, or discretionary";
    case AnswerKind::employer:
      return "a percent of pay, dollars, or discretionary";
    case AnswerKind::day:
      return "a day of the year";
  }
  return "";
}

}  // namespace

bool Question::takes_no() const {
  return !no.empty() || has_part(samples, "no") || id == "example";
}

bool Question::takes_yes() const { return has_part(samples, "yes"); }

const std::vector<Question>& questions() {
  static const std::vector<Question> rows = {
#define QUESTION(id, kind, asked, needs, block, clause, no, samples, about, question, look,        \
                 example)                                                                          \
  Question{                                                                                        \
      hyphened(#id), AnswerKind::kind, Asked::asked, needs,   block,          clause, no, samples, \
      about,         question,         look,         example, choices_of(#id)},
#include "run/interview/questions.def"
#undef QUESTION
  };
  return rows;
}

const Question* question_named(std::string_view id) {
  const auto& rows = questions();
  const auto found =
      std::find_if(rows.begin(), rows.end(), [id](const Question& row) { return row.id == id; });
  return found == rows.end() ? nullptr : &*found;
}

std::vector<std::string_view> parts_of(std::string_view list, char separator) {
  std::vector<std::string_view> parts;
  while (!list.empty()) {
    const std::string_view part = list.substr(0, list.find(separator));
    parts.push_back(part);
    list.remove_prefix(std::min(list.size(), part.size() + 1));
  }
  return parts;
}

std::string answers_of(const Question& question) {
  if (question.kind == AnswerKind::yes_no) return "yes or no";
  std::string text{sort_of_answer(question.kind)};
  text += fmt::format(", such as {}", question.example);
  if (question.takes_no() && question.example != "no") text += "; no if there is none";
  return text;
}

}  // namespace rothcheck::run
