// The sentences of remarks, and the sums of a run.
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

std::string_view acp_constraint_of(const Assessment& answer) {
  if (!answer.room_after_acp) return {};
  return acp_constraint_of(*answer.room_after_acp, answer.room.least, answer.binding);
}

std::string_view acp_constraint_of(Money after_test, Money room, std::optional<Binding> binding) {
  if (after_test < room) return "acp-test";
  return binding ? to_string(*binding) : std::string_view{};
}

}  // namespace rothcheck
