// One person's answer in `check -f text`: the verdict and the room, what binds and what it competes
// with, what was taken for granted, and what would settle it.
#include <fmt/format.h>

#include <algorithm>

#include "reports/amounts.hpp"
#include "reports/check_text.hpp"
#include "reports/clauses.hpp"
#include "reports/privacy.hpp"

namespace rothcheck::reports {

namespace {

std::string_view binding_words(Binding binding) {
  switch (binding) {
    case Binding::not_permitted:
      return "the plan, which does not take after-tax contributions";
    case Binding::plan_limit:
      return "the plan's limit";
    case Binding::annual_additions_limit:
      return "the annual additions limit";
    case Binding::compensation_limit:
      return "100% of compensation";
    case Binding::earned_income_limit:
      return "earned income";
    case Binding::pay:
      return "pay";
  }
  return "";
}

std::string between(Range range) {
  if (range.settled()) return to_string(range.least);
  return fmt::format("between {} and {}", to_string(range.least), to_string(range.most));
}

std::string sentence(const Assessment& answer, const PlanAnswer& plan) {
  const std::string room =
      fmt::format("{} of after-tax room in {}", between(answer.room), plan.year);
  switch (answer.verdict) {
    case Verdict::available:
      return room;
    case Verdict::at_separation:
      return room + "; it can become Roth only when employment ends";
    case Verdict::no_room:
      return answer.room.most > Money{}
                 ? "nothing is left of " + room
                 : room + ": after-tax money may go in, but nothing is left for it";
    case Verdict::not_eligible:
      return room + ": this person is not in the plan";
    case Verdict::not_available:
      return room + ": the plan rules it out";
    case Verdict::undetermined:
    case Verdict::varies:
      return room + (answer.room.settled() ? "; whether it can become Roth is open"
                                           : "; a missing fact keeps it open");
  }
  return room;
}

void write_facts(Page& page, const Assessment& answer) {
  std::string facts = answer.age ? fmt::format("age {}", *answer.age) : "age not known";
  if (answer.highly_compensated) {
    facts += *answer.highly_compensated ? ", highly compensated" : ", not highly compensated";
  } else {
    facts += ", not known whether highly compensated";
  }
  if (answer.roth_catch_up_required.value_or(false)) facts += ", catch-up must be Roth";
  page.entry("person", facts);
}

std::string clause_behind(const Sources& sources, Span where) {
  return where.somewhere() ? ": " + quoted_clause(sources, where) : "";
}

const Constraint* binding_constraint(const Assessment& answer) {
  for (const Constraint& constraint : answer.constraints) {
    if (answer.binding == constraint.name && constraint.where == answer.binding_at)
      return &constraint;
  }
  return nullptr;
}

// What would decide if the one that binds were not there.
const Constraint* next_constraint(const Assessment& answer, const Constraint* binding) {
  const Constraint* next = nullptr;
  for (const Constraint& constraint : answer.constraints) {
    if (&constraint == binding) continue;
    if (next == nullptr || constraint.amount.most < next->amount.most) next = &constraint;
  }
  return next;
}

std::string leaves(const Sources& sources, const Constraint& constraint) {
  return fmt::format("{}, which leaves {}{}", binding_words(constraint.name),
                     amount_words(constraint.amount), clause_behind(sources, constraint.where));
}

void write_binding(Page& page, const Sources& sources, const Assessment& answer) {
  if (!answer.binding) {
    std::string_view label = "limited by";
    for (const Constraint& constraint : answer.constraints) {
      if (constraint.amount.least > answer.room.most) continue;  // something else is always lower
      page.entry(label, leaves(sources, constraint));
      label = "";
    }
    return;
  }
  if (answer.verdict == Verdict::not_eligible) {
    page.entry("because",
               fmt::format("of who may take part{}", clause_behind(sources, answer.binding_at)));
    return;
  }
  const Constraint* binding = binding_constraint(answer);
  const std::string at =
      *answer.binding == Binding::not_permitted
          ? ""
          : fmt::format(", at {}", amount_words(binding ? binding->amount : answer.room));
  page.entry("binds", fmt::format("{}{}{}", binding_words(*answer.binding), at,
                                  clause_behind(sources, answer.binding_at)));
  const Constraint* next = next_constraint(answer, binding);
  if (next == nullptr || *answer.binding == Binding::not_permitted) return;
  const bool ties = binding != nullptr && next->amount == binding->amount;
  page.entry("next", ties ? fmt::format("{}, which leaves the same {}", binding_words(next->name),
                                        amount_words(next->amount))
                          : leaves(sources, *next));
}

// What has gone in is the difference of the two; the person wants to know what still can.
void write_remaining(Page& page, const Assessment& answer) {
  if (answer.remaining == answer.room) return;
  page.entry("still open",
             fmt::format("{} of it, after what has gone in so far", to_string(answer.remaining)));
}

void write_money(Page& page, const Assessment& answer) {
  const std::string catch_up = answer.catch_up == exactly(Money{})
                                   ? "no catch-up among them"
                                   : fmt::format("{} of them catch-up", to_string(answer.catch_up));
  page.entry("deferrals", fmt::format("{}, {}", amount_words(answer.deferrals), catch_up));
  page.entry("employer",
             fmt::format("{} of match and nonelective money", amount_words(answer.employer)));
  if (answer.planned) {
    page.entry("elected", fmt::format("{} after-tax for the year, against {} of room",
                                      amount_words(*answer.planned), to_string(answer.room)));
  }
}

void write_what_else(Page& page, const Assessment& answer) {
  for (const Alternative& alternative : answer.alternatives) {
    page.entry("or", fmt::format("with {}, {}: {} of room", alternative.label,
                                 to_string(alternative.employer), to_string(alternative.room)));
  }
  if (answer.possible_more > Money{}) {
    page.entry("could be",
               fmt::format("{} more, if the plan makes ordinary deferrals catch-up: ask "
                           "the plan administrator",
                           to_string(answer.possible_more)));
  }
  if (answer.grade == Grade::impractical) {
    page.entry("hard to use",
               "every way to Roth has a condition that hinders it: see the plan's notes");
  }
}

bool asks(const std::vector<Question>& questions, const Question& question) {
  return std::find(questions.begin(), questions.end(), question) != questions.end();
}

void write_question(Page& page, const Sources& sources, const Question& question) {
  const std::string place = line_place(sources, question.where);
  const bool of_plan = asked_of(question.kind) == Whom::plan;
  page.entry(
      of_plan ? "ask" : "needed",
      fmt::format("{} \"{}\"{}", of_plan ? "the plan administrator:" : "in the participant file:",
                  asked(question.kind), place.empty() ? "" : fmt::format(" ({})", place)));
}

void write_questions(Page& page, const Sources& sources, const PlanAnswer& plan,
                     const Assessment& answer) {
  bool asked_above = false;
  for (const Question& question : answer.questions) {
    const bool repeats = asks(plan.questions, question);
    if (!repeats) write_question(page, sources, question);
    asked_above = asked_above || repeats;
  }
  if (asked_above) page.entry("ask", "the plan administrator what is asked above, at the plan");
}

}  // namespace

void write_person_text(Page& page, const CheckReport& report, const Assessment& answer) {
  const Sources& sources = *report.sources;
  page.headline(shown_id(answer.id, answer.row ? answer.row->row : 0), verdict_word(answer.verdict),
                verdict_ink(answer.verdict), sentence(answer, report.plans[answer.plan]));
  write_remaining(page, answer);
  if (answer.room_after_acp && *answer.room_after_acp < answer.room.least) {
    page.entry("after test",
               fmt::format("{}: the ACP test takes back what is more, if all of the highly "
                           "compensated put in as much as passes",
                           to_string(*answer.room_after_acp)));
  }
  write_facts(page, answer);
  write_binding(page, sources, answer);
  if (answer.verdict != Verdict::not_eligible) write_money(page, answer);
  write_what_else(page, answer);
  write_questions(page, sources, report.plans[answer.plan], answer);
  for (const Assumption assumption : answer.assumptions.list()) {
    page.entry("assumed", sentence_of(assumption));
  }
  write_finding_entries(page, sources, answer.findings);
}

}  // namespace rothcheck::reports
