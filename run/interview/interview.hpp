// The interview of `rothcheck new`: what to ask next, what an answer means, and the plan that comes
// of it. It reads and writes nothing itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/limits.hpp"
#include "run/interview/answers.hpp"
#include "run/interview/knowledge.hpp"

namespace rothcheck::run {

class Interview {
 public:
  explicit Interview(const LimitTable& limits) : knowledge_{limits} {}

  /// Starts from answers that are there already. What no plan can be made of is told, by question.
  std::vector<std::string> take_over(const Answers& answers);

  /// What to ask now; null where no answer can change anything any more.
  const Question* next();
  /// Takes what was typed as the answer to that question. Returns what is wrong with it, in words;
  /// then nothing has changed.
  std::string answer(const Question& question, std::string_view typed);
  /// Whether to ask where the document says it.
  bool wants_cite(const Question& question) const;
  std::string cite(const Question& question, std::string_view place);
  /// Takes back the last answer. False where there is none.
  bool back();

  const Answers& answers() const { return answers_; }
  /// How many questions could still change something.
  std::size_t open();
  std::string plan() const;

 private:
  bool is_asked(const Question& question);
  /// Why no plan can be made of these answers; empty where one can.
  static std::string fault_of(const Answers& answers);

  Knowledge knowledge_;
  Answers answers_;
  std::vector<std::string> order_;  // of those given here
};

}  // namespace rothcheck::run
