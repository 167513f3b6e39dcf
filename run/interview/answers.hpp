// What was answered: each answer by the key of its question.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "model/finding.hpp"
#include "model/source.hpp"
#include "run/interview/question.hpp"

namespace rothcheck::run {

enum class Reply : std::uint8_t {
  yes,
  no,
  silent,   // the document does not say
  unknown,  // nobody has looked, or can tell
  value
};

struct Answer {
  Reply reply = Reply::unknown;
  std::string value;  // in the words of the language
  std::string typed;  // as it was typed, for a file of answers
  std::string cite;   // page or section

  /// Whether there is something: `yes`, or a value.
  bool positive() const { return reply == Reply::yes || reply == Reply::value; }
};

using Answers = std::map<std::string, Answer, std::less<>>;

/// What was typed as an answer to a question, ` cite ` and a place behind it; or what was expected
/// instead.
struct ReadAnswer {
  std::optional<Answer> answer;
  std::string expected;
};
ReadAnswer read_answer(const Question& question, std::string_view text);
/// A place in the document; what was wrong with it is `expected`.
ReadAnswer read_cite(Answer answer, std::string_view text);

/// Whether the answers that a question needs are there.
bool needs_are_met(const Question& question, const Answers& answers);

/// A file of answers: `after-tax = "yes"`, and the places in `[cite]`.
Outcome<Answers> read_answers(const Sources& sources, std::uint16_t source);
std::string write_answers(const Answers& answers);

}  // namespace rothcheck::run
