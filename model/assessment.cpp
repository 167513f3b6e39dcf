// The words of verdicts, bindings and remarks, and the sums of a run.
#include "model/assessment.hpp"

namespace rothcheck {
namespace {

constexpr std::string_view assumption_sentences[] = {
#define ASSUMPTION(name, sentence) sentence,
#define QUESTION(name, whom, sentence)
#include "model/remarks.def"
#undef ASSUMPTION
#undef QUESTION
};
constexpr std::size_t assumption_count = std::size(assumption_sentences);
static_assert(assumption_count <= 64, "Assumptions keeps one bit each");

struct QuestionRow {
  Whom whom;
  std::string_view sentence;
};
constexpr QuestionRow question_rows[] = {
#define ASSUMPTION(name, sentence)
#define QUESTION(name, whom, sentence) {Whom::whom, sentence},
#include "model/remarks.def"
#undef ASSUMPTION
#undef QUESTION
};

}  // namespace

std::string_view to_string(Verdict verdict) {
  switch (verdict) {
    case Verdict::available:
      return "available";
    case Verdict::at_separation:
      return "at-separation";
    case Verdict::no_room:
      return "no-room";
    case Verdict::not_eligible:
      return "not-eligible";
    case Verdict::not_available:
      return "not-available";
    case Verdict::undetermined:
      return "undetermined";
    case Verdict::varies:
      return "varies";
  }
  return "";
}

std::string_view to_string(Binding binding) {
  switch (binding) {
    case Binding::not_permitted:
      return "not-permitted";
    case Binding::plan_limit:
      return "plan-limit";
    case Binding::annual_additions_limit:
      return "annual-additions-limit";
    case Binding::compensation_limit:
      return "compensation-limit";
    case Binding::earned_income_limit:
      return "earned-income-limit";
    case Binding::pay:
      return "pay";
  }
  return "";
}

std::string_view to_string(Grade grade) {
  switch (grade) {
    case Grade::easy:
      return "easy";
    case Grade::possible:
      return "possible";
    case Grade::impractical:
      return "impractical";
  }
  return "";
}

std::string_view to_string(Route route) {
  switch (route) {
    case Route::in_plan_roth_rollover:
      return "in-plan-roth-rollover";
    case Route::in_service_distribution:
      return "in-service-distribution";
    case Route::separation:
      return "separation";
  }
  return "";
}

std::string_view sentence_of(Assumption assumption) {
  return assumption_sentences[static_cast<std::size_t>(assumption)];
}
std::string_view sentence_of(QuestionKind kind) {
  return question_rows[static_cast<std::size_t>(kind)].sentence;
}
Whom asked_of(QuestionKind kind) { return question_rows[static_cast<std::size_t>(kind)].whom; }

std::vector<Assumption> Assumptions::list() const {
  std::vector<Assumption> present;
  for (std::size_t i = 0; i < assumption_count; ++i) {
    const auto assumption = static_cast<Assumption>(i);
    if (has(assumption)) present.push_back(assumption);
  }
  return present;
}

void Summary::add(const Assessment& assessment) {
  ++participants;
  ++by_verdict[static_cast<std::size_t>(assessment.verdict)];
  if (assessment.room.settled()) room_total += assessment.room.least;
}

}  // namespace rothcheck
