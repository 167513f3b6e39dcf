// Asking while it matters.
#include "run/interview/interview.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "dsl/load.hpp"
#include "run/interview/plan_text.hpp"

namespace rothcheck::run {

std::string Interview::fault_of(const Answers& answers) {
  Sources sources;
  const Outcome<std::vector<Plan>> loaded =
      dsl::load(sources, sources.add("new.plan", plan_text(answers)));
  for (const Finding& finding : loaded.findings) {
    if (finding.kind->severity == Severity::error) return finding.message;
  }
  return "";
}

std::vector<std::string> Interview::take_over(const Answers& answers) {
  std::vector<std::string> refused;
  for (const Question& question : questions()) {
    const auto found = answers.find(question.id);
    if (found == answers.end()) continue;
    Answers with = answers_;
    with.insert(*found);
    const std::string fault = fault_of(with);
    if (fault.empty()) {
      answers_ = std::move(with);
    } else {
      refused.push_back(fmt::format("{}: {}", question.id, fault));
    }
  }
  return refused;
}

bool Interview::is_asked(const Question& question) {
  if (answers_.contains(question.id) || !needs_are_met(question, answers_)) return false;
  switch (question.asked) {
    case Asked::always:
      return true;
    case Asked::decides:
      return knowledge_.can_change(question, answers_);
    case Asked::example:
      return !knowledge_.rules_it_out(answers_);
  }
  return false;
}

const Question* Interview::next() {
  const auto& rows = questions();
  const auto found = std::find_if(rows.begin(), rows.end(),
                                  [this](const Question& question) { return is_asked(question); });
  return found == rows.end() ? nullptr : &*found;
}

std::size_t Interview::open() {
  const auto& rows = questions();
  return static_cast<std::size_t>(
      std::count_if(rows.begin(), rows.end(), [this](const Question& question) {
        return question.asked != Asked::example && is_asked(question);
      }));
}

std::string Interview::answer(const Question& question, std::string_view typed) {
  const ReadAnswer read = read_answer(question, typed);
  if (!read.answer) return "expected " + read.expected;
  Answers with = answers_;
  with[question.id] = *read.answer;
  if (std::string fault = fault_of(with); !fault.empty()) return fault;
  answers_ = std::move(with);
  order_.push_back(question.id);
  return "";
}

bool Interview::wants_cite(const Question& question) const {
  const auto found = answers_.find(question.id);
  if (found == answers_.end() || !question.cited() || !found->second.cite.empty()) return false;
  const Answer& answer = found->second;
  if (answer.reply == Reply::silent || answer.reply == Reply::unknown) return false;
  if (question.asked == Asked::example && !question.clause.starts_with("expect")) return false;
  Answers without = answers_;
  without.erase(question.id);
  return plan_text(answers_) != plan_text(without);
}

std::string Interview::cite(const Question& question, std::string_view place) {
  const auto found = answers_.find(question.id);
  if (found == answers_.end()) return "";
  const ReadAnswer read = read_cite(found->second, place);
  if (!read.answer) return "expected " + read.expected;
  found->second = *read.answer;
  return "";
}

bool Interview::back() {
  if (order_.empty()) return false;
  answers_.erase(order_.back());
  order_.pop_back();
  return true;
}

std::string Interview::plan() const { return plan_text(answers_); }

}  // namespace rothcheck::run
