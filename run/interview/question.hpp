// The questions of `rothcheck new` and what people answer, as two tables.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rothcheck::run {

/// What sort of answer a question takes, besides that the document does not say, or that nobody
/// knows.
enum class AnswerKind : std::uint8_t {
  text,
  choice,     // a row of choices.def
  year,       // 2026
  yes_no,     //
  amount,     // 10% of pay, $5,000
  money,      // $500
  election,   // an amount that a person contributes
  age,        // 59 1/2
  years,      // 40
  duration,   // 3 months
  count,      // 2, twice
  groups,     // hce, union
  classes,    // interns, leased employees
  kinds,      // pre-tax, roth
  pay_codes,  // base, overtime; or all
  match,      // 50% of the first 6% of pay
  employer,   // 3% of pay, discretionary up to 6% of pay
  day         // July 1
};

struct Choice {
  std::string_view question, word, clause, label, synonyms;
};

/// When a question is asked.
enum class Asked : std::uint8_t {
  always,
  decides,  // while its answer can change an answer of the checker
  example   // while there is anything to give an example of
};

/// One row of questions.def, whose comment explains the columns.
struct Question {
  std::string id;
  AnswerKind kind;
  Asked asked;
  std::string_view needs, block, clause, no, samples, about, question, look, example;
  std::vector<Choice> choices;

  /// Whether `no` is an answer, and `yes`.
  bool takes_no() const;
  bool takes_yes() const;
  /// Whether nothing else can stand in for an answer.
  bool required() const { return id == "name" || id == "year"; }
  /// Whether it writes a clause that can name its place in the document.
  bool cited() const { return asked != Asked::always; }
};

/// In the order in which they are asked.
const std::vector<Question>& questions();
/// The question of that id; null where there is none.
const Question* question_named(std::string_view id);

/// The parts of a list between `|`.
std::vector<std::string_view> parts_of(std::string_view list, char separator = '|');
/// What a question takes: `yes or no`, `an amount such as 10% of pay; no if there is none`.
std::string answers_of(const Question& question);

}  // namespace rothcheck::run
