// The sentences of the page of a check: what the answers are called where people read them.
#pragma once

#include <string>

#include "reports/html/context.hpp"
#include "reports/html/parts.hpp"

namespace rothcheck::reports {

/// The plan's answer in few words, and in a sentence.
Mark plan_answer_of(const PlanAnswer& plan);
std::string plan_sentence_of(const PlanAnswer& plan);
/// `moved to Roth inside the plan`
std::string_view route_words(Route route);

/// Whether the test takes something back, in few words, and in a sentence.
Mark test_answer_of(const PlanAnswer& plan);
std::string test_sentence_of(const PlanAnswer& plan);

/// A limit by its name, what it holds, and the law behind it, which is empty where the plan
/// decides.
struct LimitWords {
  std::string title, meaning;
  std::string_view law;
};
LimitWords words_of(const Decider& decider, const PlanAnswer& plan, const Sources& sources);
/// One line: why a person's figure is what it is.
std::string reason_of(const Assessment& answer, const PlanAnswer& plan, const Sources& sources);

/// Between which amounts the room is of those for whom a fact is missing.
std::string open_words(const Share& share);

}  // namespace rothcheck::reports
