// The hull of all resolutions, and the facts that would settle it.
#include "checker/judge/combine.hpp"

#include <algorithm>

namespace rothcheck::checker {
namespace {

template <class Amount>
Range hull_of(const std::vector<Resolved>& all, Amount amount) {
  Range range = exactly(amount(all.front()));
  for (const Resolved& one : all) range = hull(range, exactly(amount(one)));
  return range;
}

bool same_answer(const Resolved& a, const Resolved& b) {
  return a.verdict == b.verdict && a.result.room == b.result.room &&
         a.result.remaining == b.result.remaining &&
         a.result.special_catch_up == b.result.special_catch_up;
}

/// A fact matters when some answer changes with it alone.
std::vector<Question> deciding_questions(const std::vector<OpenFact>& open,
                                         const std::vector<Resolved>& all) {
  std::vector<Question> questions;
  std::size_t stride = all.size();
  for (const OpenFact& fact : open) {
    const std::size_t ways = fact.ways.size();
    stride /= ways;
    bool matters = false;
    for (std::size_t i = 0; i < all.size() && !matters; ++i) {
      const std::size_t way = i / stride % ways;
      matters = way != 0 && !same_answer(all[i], all[i - way * stride]);
    }
    if (matters) questions.insert(questions.end(), fact.questions.begin(), fact.questions.end());
  }
  return questions;
}

std::vector<Question> exit_questions(const Routes& routes) {
  const bool both = routes.in_plan == Answer::not_stated && routes.in_service == Answer::not_stated;
  if (both) return {{QuestionKind::after_tax_exit}};
  return {{routes.in_plan == Answer::not_stated ? QuestionKind::in_plan_rollover
                                                : QuestionKind::in_service}};
}

/// Lines of the first resolution, widened where every other derivation has the same lines.
Worksheet widened(const std::vector<Resolved>& all) {
  Worksheet sheet = all.front().record.lines;
  const auto alike = [&](const Resolved& one) {
    const auto& lines = one.record.lines.lines;
    return std::equal(lines.begin(), lines.end(), sheet.lines.begin(), sheet.lines.end(),
                      [](const Line& a, const Line& b) {
                        return a.kind == b.kind && a.step == b.step && a.where == b.where;
                      });
  };
  if (!std::all_of(all.begin(), all.end(), alike)) return sheet;
  for (const Resolved& one : all) {
    for (std::size_t i = 0; i < sheet.lines.size(); ++i) {
      sheet.lines[i].amount = hull(sheet.lines[i].amount, one.record.lines.lines[i].amount);
    }
  }
  return sheet;
}

std::vector<Constraint> shared_constraints(const std::vector<Resolved>& all) {
  std::vector<Constraint> shared;
  for (Constraint constraint : all.front().record.constraints) {
    bool everywhere = true;
    for (const Resolved& one : all) {
      const auto& others = one.record.constraints;
      const auto found = std::find_if(others.begin(), others.end(), [&](const Constraint& other) {
        return other.name == constraint.name && other.where == constraint.where;
      });
      everywhere = everywhere && found != others.end();
      if (found != others.end()) constraint.amount = hull(constraint.amount, found->amount);
    }
    // Pay that nobody has stated has no upper end, and says nothing.
    const bool bounded = constraint.amount.most < Money::dollars(1'000'000'000);
    if (everywhere && bounded) shared.push_back(constraint);
  }
  return shared;
}

}  // namespace

// READING.md R1.4, R1.5
Verdict verdict_of(const YearResult& result, const Person& person, const Routes& routes) {
  if (!person.after_tax_allowed) return Verdict::not_available;
  if (!person.eligible) return Verdict::not_eligible;
  if (result.remaining == Money{}) return Verdict::no_room;
  if (routes.open()) return Verdict::available;
  if (routes.silent()) return Verdict::undetermined;
  return Verdict::at_separation;
}

Assessment combine(const Resolution& resolution, const std::vector<Resolved>& all) {
  const Resolved& first = all.front();
  Assessment answer;
  answer.age = resolution.age;
  answer.highly_compensated = resolution.highly_compensated;
  answer.roth_catch_up_required = resolution.roth_catch_up_required;
  answer.assumptions = resolution.assumptions;
  answer.room = hull_of(all, [](const Resolved& one) { return one.result.room; });
  answer.remaining = hull_of(all, [](const Resolved& one) { return one.result.remaining; });
  answer.deferrals = hull_of(all, [](const Resolved& one) { return one.result.deferrals; });
  answer.most_deferrals =
      hull_of(all, [](const Resolved& one) { return one.result.most_deferrals; });
  answer.special_catch_up =
      hull_of(all, [](const Resolved& one) { return one.result.special_catch_up; });
  answer.tells_special_catch_up = std::any_of(all.begin(), all.end(), [](const Resolved& one) {
    return one.result.special_catch_up > Money{};
  });
  answer.roth_catch_up_short =
      hull_of(all, [](const Resolved& one) { return one.result.roth_catch_up_short; });
  answer.roth_catch_up_to_correct = hull_of(all, [](const Resolved& one) {
    return roth_catch_up_to_correct(one.result.roth_catch_up_short);
  });
  answer.counts_pay_in_part = std::any_of(
      all.begin(), all.end(), [](const Resolved& one) { return one.result.counts_pay_in_part; });
  answer.plan_pay = hull_of(all, [](const Resolved& one) { return one.result.plan_pay; });
  const bool kinds_told = std::all_of(
      all.begin(), all.end(), [](const Resolved& one) { return !one.result.elections.of_no_kind; });
  if (kinds_told) {
    answer.pre_tax_deferrals =
        hull_of(all, [](const Resolved& one) { return one.result.elections.pre_tax; });
    answer.roth_deferrals =
        hull_of(all, [](const Resolved& one) { return one.result.elections.roth; });
    answer.tells_kinds = std::any_of(all.begin(), all.end(), [](const Resolved& one) {
      return one.result.elections.deemed_roth > Money{};
    });
  }
  answer.catch_up = hull_of(all, [](const Resolved& one) { return one.result.catch_up; });
  answer.employer = hull_of(all, [](const Resolved& one) { return one.result.employer; });
  answer.possible_more = first.result.possible_more;
  for (const Resolved& one : all)
    answer.possible_more = lesser(answer.possible_more, one.result.possible_more);
  const bool planned = std::all_of(
      all.begin(), all.end(), [](const Resolved& one) { return one.result.planned.has_value(); });
  if (planned)
    answer.planned = hull_of(all, [](const Resolved& one) { return *one.result.planned; });
  answer.worksheet = widened(all);
  answer.constraints = shared_constraints(all);

  const bool one_binding = std::all_of(all.begin(), all.end(), [&](const Resolved& one) {
    return one.result.binding == first.result.binding &&
           one.result.binding_at == first.result.binding_at;
  });
  // What binds at both ends of an open amount need not bind in between.
  const bool between = std::any_of(resolution.open.begin(), resolution.open.end(),
                                   [](const OpenFact& fact) { return fact.amount; });
  if (one_binding && (answer.room.settled() || !between)) {
    answer.binding = first.result.binding;
    answer.binding_at = first.result.binding_at;
  }
  const bool one_verdict = std::all_of(
      all.begin(), all.end(), [&](const Resolved& one) { return one.verdict == first.verdict; });
  answer.verdict = one_verdict && answer.room.settled() ? first.verdict : Verdict::undetermined;
  // A plan without after-tax money has no room to settle, and deferrals all the same.
  if (answer.verdict == Verdict::undetermined || !answer.special_catch_up.settled())
    answer.questions = deciding_questions(resolution.open, all);
  if (answer.verdict == Verdict::undetermined) {
    const auto silent = std::find_if(all.begin(), all.end(), [](const Resolved& one) {
      return one.verdict == Verdict::undetermined;
    });
    if (silent != all.end()) {
      const std::vector<Question> exits = exit_questions(silent->routes);
      answer.questions.insert(answer.questions.end(), exits.begin(), exits.end());
    }
  }
  return answer;
}

}  // namespace rothcheck::checker
