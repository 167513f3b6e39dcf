// What a plan text settles: the plan's own answer, and those of people unlike each other.
#pragma once

#include <map>
#include <string>

#include "model/limits.hpp"
#include "run/interview/answers.hpp"

namespace rothcheck::run {

/// Answers whether a question is still worth asking, by the checker itself.
class Knowledge {
 public:
  explicit Knowledge(const LimitTable& limits) : limits_{limits} {}

  /// Whether two of the question's samples, each put into the answers so far, lead to different
  /// answers about the plan or about one of the people tried. Where the checker has no answer yet,
  /// as without a year that it has figures for, everything is worth asking.
  bool can_change(const Question& question, const Answers& answers);

  /// Whether after-tax money can go in for nobody, whatever else the document says.
  bool rules_it_out(const Answers& answers);

 private:
  /// All answers in one text; empty where there are none.
  const std::string& known(const Answers& answers);

  const LimitTable& limits_;
  std::map<std::string, std::string> seen_;  // by plan text
};

}  // namespace rothcheck::run
