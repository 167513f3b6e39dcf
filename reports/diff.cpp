// What the formats of a comparison say alike.
#include "reports/diff.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "reports/check_text.hpp"

namespace rothcheck::reports {

namespace {

bool says_the_same(const PlanComparison& plan) {
  return plan.changes.empty() && plan.before->verdict == plan.after->verdict;
}

}  // namespace

std::string outcome_word(const PlanComparison& plan) {
  if (!plan.before) return "NEW";
  if (!plan.after) return "REMOVED";
  const std::string after = verdict_word(plan.after->verdict);
  return plan.before->verdict == plan.after->verdict
             ? after
             : fmt::format("{} to {}", verdict_word(plan.before->verdict), after);
}

std::string outcome_of(const PlanComparison& plan) {
  if (!plan.before || !plan.after) {
    return fmt::format("only the {} files have this plan; its verdict is {}",
                       plan.after ? "new" : "old", to_string(plan.either().verdict));
  }
  if (says_the_same(plan)) return "as before; both versions say the same";
  const std::size_t count = plan.changes.size();
  const std::string clauses = count == 0   ? "no clause differs"
                              : count == 1 ? "1 clause differs"
                                           : fmt::format("{} clauses differ", count);
  return plan.before->verdict == plan.after->verdict ? "as before; " + clauses : clauses;
}

std::string counts_of(const GroupChange& group) {
  std::string text;
  const auto say = [&text](std::int64_t count, std::string_view what) {
    if (count == 0) return;
    text += fmt::format("{}{} {} {}", text.empty() ? "" : ", ", count, count == 1 ? "has" : "have",
                        what);
  };
  say(group.loss, "less room");
  say(group.gain, "more room");
  say(group.same, "as much as before");
  say(group.open, "room that a missing fact keeps open");
  return text;
}

std::vector<const PersonChange*> in_order_of_loss(const PlanComparison& plan) {
  std::vector<const PersonChange*> people;
  for (const PersonChange& person : plan.people) {
    if (person.effect != Effect::same || person.verdict_before != person.verdict_after)
      people.push_back(&person);
  }
  // Losses from the largest on, then gains from the largest on, then what is open or the same.
  const auto rank = [](const PersonChange* person) {
    const int kind = person->effect == Effect::loss   ? 0
                     : person->effect == Effect::gain ? 1
                     : person->effect == Effect::open ? 2
                                                      : 3;
    const Money by = person->by();
    // Of two alike, the one that stands before the other.
    return std::tuple{kind, kind == 1 ? Money{} - by : by, person};
  };
  std::sort(people.begin(), people.end(),
            [&rank](const PersonChange* a, const PersonChange* b) { return rank(a) < rank(b); });
  return people;
}

}  // namespace rothcheck::reports
