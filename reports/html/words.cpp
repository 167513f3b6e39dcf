#include "reports/html/words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/acp.hpp"
#include "model/counted.hpp"
#include "reports/amounts.hpp"
#include "reports/clauses.hpp"

namespace rothcheck::reports {

namespace {

bool some_group_may(const PlanAnswer& plan) {
  return std::any_of(plan.groups.begin(), plan.groups.end(),
                     [](const GroupAnswer& group) { return group.verdict == Verdict::available; });
}

/// The first few groups with an answer, by their words.
std::string groups_with(const PlanAnswer& plan, bool open) {
  constexpr std::size_t most = 3;
  std::string list;
  std::size_t count = 0;
  for (const GroupAnswer& group : plan.groups) {
    if ((group.verdict == Verdict::available) != open) continue;
    if (++count <= most) list += (list.empty() ? "" : "; ") + shortened(group.group, 60);
  }
  return count > most ? fmt::format("{}; and {} more", list, count - most) : list;
}

std::string groups_in_words(const PlanAnswer& plan) {
  const std::string open = groups_with(plan, true), other = groups_with(plan, false);
  if (open.empty() || other.empty())
    return "The plan tells groups of people apart, and their answers differ.";
  return fmt::format("Open for: {}. Not for: {}.", open, other);
}

/// A limit of the plan in the plan file's own words.
std::string limit_title(const Sources& sources, Span where) {
  const std::string text = clause_text(sources, where);
  constexpr std::string_view word = "limit ";
  if (!text.starts_with(word)) return "The plan’s own limit";
  return fmt::format("The plan’s limit of {}", shortened(text.substr(word.size()), 80));
}

std::string percents(const AcpOutcome& outcome) {
  return fmt::format(
      "The highly compensated average {} of pay; the others {}; the test allows the highly "
      "compensated {}.",
      percent(outcome.hce), percent(outcome.nhce), percent(outcome.limit));
}

std::string money_back(const AcpOutcome& outcome) {
  if (outcome.excess_high == Money::ceiling()) return "Some of it would go back.";
  const std::string amount = amount_words({outcome.excess_low, outcome.excess_high});
  return fmt::format("{} would go back to {}.", amount, people(outcome.people_back));
}

std::string left_out(const AcpOutcome& outcome) {
  if (outcome.people_left_out == 0)
    return outcome.result == AcpResult::undetermined ? " A fact that decides it is missing." : "";
  return fmt::format(" {} of the file could not be used, and may be of people who decide it.",
                     counted(outcome.people_left_out, "row"));
}

}  // namespace

Mark plan_answer_of(const PlanAnswer& plan) {
  switch (plan.verdict) {
    case Verdict::available:
      return {"yes", "yes",
              plan.grade == Grade::impractical ? "Yes on paper, and hard to use"
              : plan.frictions.empty()         ? "Yes"
                                               : "Yes, with conditions"};
    case Verdict::at_separation:
      return {"out", "leave", "Only after people leave"};
    case Verdict::no_room:
      return {"bad", "none", "No: nothing is left for it"};
    case Verdict::not_eligible:
      return {"bad", "no", "No: nobody may take part"};
    case Verdict::not_available:
      return {"bad", "no", "No, not as the plan stands"};
    case Verdict::undetermined:
      return {"open", "open", "Not known yet"};
    case Verdict::varies:
      return some_group_may(plan) ? Mark{"yes", "yes", "Yes, for some people"}
                                  : Mark{"open", "open", "It depends on who somebody is"};
  }
  return {};
}

std::string plan_sentence_of(const PlanAnswer& plan) {
  switch (plan.verdict) {
    case Verdict::available:
      return "After-tax money may go in, and people can move it to Roth while they work here.";
    case Verdict::at_separation:
      return "After-tax money may go in. It can become Roth only when somebody leaves.";
    case Verdict::no_room:
      return "After-tax money may go in, but the limits leave nothing for it.";
    case Verdict::not_eligible:
      return "The plan lets nobody in this year.";
    case Verdict::not_available:
      return "The plan rules out that after-tax money goes in and becomes Roth.";
    case Verdict::undetermined:
      return "The plan file does not settle it. The questions below would.";
    case Verdict::varies:
      return groups_in_words(plan);
  }
  return {};
}

std::string_view route_words(Route route) {
  switch (route) {
    case Route::in_plan_roth_rollover:
      return "Move it to Roth inside the plan (in-plan Roth rollover)";
    case Route::in_service_distribution:
      return "Have it paid to a Roth IRA while still working here";
    case Route::separation:
      return "Have it paid to a Roth IRA after leaving";
  }
  return {};
}

Mark test_answer_of(const PlanAnswer& plan) {
  if (!plan.acp) return {"out", "none", "There is nothing to test"};
  if (plan.acp->outcome) {
    switch (plan.acp->outcome->result) {
      case AcpResult::pass:
        return {"yes", "yes", "No: the test passes"};
      case AcpResult::fail:
        return {"bad", "bad", "Yes, as people save now"};
      case AcpResult::exempt:
        return {"yes", "yes", "No: there is nobody to compare with"};
      case AcpResult::undetermined:
        return {"open", "open", "Not known yet"};
    }
  }
  if (!plan.acp->untested.empty()) return {"yes", "yes", "No: there is no such test"};
  return {"open", "open", "It may: the test needs everybody's figures"};
}

std::string test_sentence_of(const PlanAnswer& plan) {
  if (!plan.acp) return "The plan takes no after-tax money.";
  if (plan.acp->outcome) {
    const AcpOutcome& outcome = *plan.acp->outcome;
    switch (outcome.result) {
      case AcpResult::pass:
        return percents(outcome);
      case AcpResult::fail:
        return fmt::format("{} {}", money_back(outcome), percents(outcome)) + left_out(outcome);
      case AcpResult::exempt:
        return "Nobody is in the test who is not highly compensated.";
      case AcpResult::undetermined:
        return fmt::format("As the file stands: {}", percents(outcome)) + left_out(outcome);
    }
  }
  if (!plan.acp->untested.empty()) return with_capital(plan.acp->untested) + ".";
  return "Each year the plan compares the after-tax savings and match of the highly compensated "
         "with those of everybody else. What is too much goes back.";
}

LimitWords words_of(const Decider& decider, const PlanAnswer& plan, const Sources& sources) {
  switch (decider.verdict) {
    case Verdict::not_eligible:
      return {"Not in the plan", "What the plan asks before somebody may take part.", {}};
    case Verdict::not_available:
      return {"Not offered", "The plan has no way for this money to go in and become Roth.", {}};
    case Verdict::undetermined:
      return {"Not known yet", "A fact is missing; the questions name it.", {}};
    default:
      break;
  }
  if (!decider.binding)
    return {"One of several limits", "A missing fact decides which of them is lowest.", {}};
  switch (*decider.binding) {
    case Binding::not_permitted:
      return {"Not offered", "The plan takes no after-tax money.", {}};
    case Binding::plan_limit:
      return {
          limit_title(sources, decider.where), "The document sets it, and could set another.", {}};
    case Binding::annual_additions_limit:
      return {"The law’s limit on all additions",
              plan.annual_additions
                  ? fmt::format("Deferrals, employer money and after-tax savings together may be "
                                "{} in {}. Catch-up comes on top.",
                                brief(plan.annual_additions->amount), plan.year)
                  : "Deferrals, employer money and after-tax savings are held together.",
              "IRC 415(c)(1)(A)"};
    case Binding::compensation_limit:
      return {"100% of pay", "All additions together may not be more than the person’s pay.",
              "IRC 415(c)(1)(B)"};
    case Binding::earned_income_limit:
      return {"100% of earned income",
              "All additions together may not be more than the owner earned.", "IRC 415(c)(3)(B)"};
    case Binding::pay:
      return {"Pay itself", "No more pay is left that could be saved.", {}};
  }
  return {};
}

std::string reason_of(const Assessment& answer, const PlanAnswer& plan, const Sources& sources) {
  if (answer.verdict == Verdict::undetermined) {
    return answer.questions.empty() ? "A fact is missing."
                                    : with_capital(sentence_of(answer.questions.front().kind));
  }
  const LimitWords words =
      words_of({answer.verdict, answer.binding, answer.binding_at}, plan, sources);
  return words.law.empty() ? words.title : fmt::format("{} ({})", words.title, words.law);
}

std::string open_words(const Share& share) {
  return share.boundless ? to_string(share.open.least) + " or more" : to_string(share.open);
}

}  // namespace rothcheck::reports
