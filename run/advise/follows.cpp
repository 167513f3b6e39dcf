#include "run/advise/follows.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "checker/acp/acp.hpp"
#include "model/counted.hpp"

namespace rothcheck::run {

namespace {

bool has(const Proposal& proposal, ChangeKind kind) {
  return std::any_of(proposal.changes.begin(), proposal.changes.end(),
                     [kind](const PlanChange& change) { return change.kind == kind; });
}

bool has_safe_harbor(const Plan& plan) {
  return std::any_of(plan.safe_harbor.begin(), plan.safe_harbor.end(),
                     [](const auto& clause) { return clause.value != SafeHarbor::none; });
}

/// Title I of ERISA, and with it the summary plan description: not for governmental and church
/// plans, nor where nobody but owners takes part.
bool has_summary_description(PlanType type) {
  return type.sponsor == PlanSponsor::ordinary && type.family != PlanFamily::solo_401k;
}

}  // namespace

std::vector<std::string> what_follows(const Plan& version, const Proposal& proposal,
                                      PlanYear year) {
  std::vector<std::string> follows;
  if (proposal.asks()) {
    follows.push_back("ask first: nothing is to be amended where the answer is yes");
    if (proposal.amendment.empty()) return follows;
  }
  if (version.type.sponsor == PlanSponsor::ordinary)
    follows.push_back(
        fmt::format("the amendment is adopted by the last day of the plan year in which it takes "
                    "effect ({} for "
                    "the plan year {}), and before any money goes in under it (Rev. Proc. 2022-40)",
                    to_string(year.last), year_of(year.first)));
  if (has_summary_description(version.type))
    follows.push_back(
        fmt::format("everybody in the plan gets a summary of the change within 210 days after the "
                    "end of that plan year, by {} (ERISA 104(b)(1), 29 CFR 2520.104b-3(a))",
                    to_string(after(year.last, {.months = 0, .days = 210}))));
  if (has_safe_harbor(version))
    follows.push_back(
        "in a safe harbor plan a change in mid-year that the notice would have to tell needs an "
        "updated notice and time to change elections (Notice 2016-16)");
  if (has(proposal, ChangeKind::allow_after_tax))
    follows.push_back(
        "payroll needs a code for after-tax money, and the recordkeeper a separate account for it "
        "and its earnings (IRC 72(d)(2))");
  if (has(proposal, ChangeKind::allow_rollover) || has(proposal, ChangeKind::convert_automatically))
    follows.push_back(
        "the recordkeeper moves it to a Roth account of its own and reports each move on Form "
        "1099-R (IRC 402A(b)(2), Notice 2010-84)");
  if (has(proposal, ChangeKind::allow_payment) || has(proposal, ChangeKind::free_payment))
    follows.push_back("whoever is paid out gets the rollover notice before it (IRC 402(f))");
  if (proposal.left_after && version.type.family != PlanFamily::solo_401k &&
      !checker::is_exempt_from_acp(version.type))
    follows.push_back("the ACP test is run again on what people really save (IRC 401(m)(2))");
  return follows;
}

std::vector<std::string> notes_on(const Plan& plan, const AdviceAsked& asked,
                                  const PlanAdvice& advice) {
  std::vector<std::string> notes;
  if (plan.type.family == PlanFamily::b457 || plan.type.family == PlanFamily::tsp) {
    notes.push_back(fmt::format(
        "a {} takes no after-tax contributions, and no amendment can allow "
        "them ({})",
        to_string(plan.type),
        plan.type.family == PlanFamily::b457 ? "IRC 457(b)(2), 415(a)(2)" : "5 USC 8432"));
    return notes;
  }
  if (advice.worth_of == WorthOf::model_people)
    notes.push_back(
        "without a participant file the rooms are those of a person of each kind that the plan's "
        "clauses tell apart: 40 years old and ten years there where the kind allows it, with "
        "$100,000 "
        "of pay, or $200,000 where highly compensated; what the ACP test leaves is not told");
  else if (checker::is_exempt_from_acp(plan.type))
    notes.push_back("the plan's after-tax money is not tested (IRC 401(a)(5)(G), 403(b)(12)(C))");
  else
    notes.push_back(
        "what the ACP test leaves takes everybody who is not highly compensated to save as the "
        "file "
        "says, and the highly compensated to put in as much as passes");
  if (asked.acp.people_left_out != 0)
    notes.push_back(
        fmt::format("{} of the participant file could not be read, and stand in no figure",
                    counted(asked.acp.people_left_out, "row")));
  notes.push_back(fmt::format(
      "each block takes effect on {}, so that its worth is a year of {}'s limits; write the day "
      "from which it is to hold",
      to_string(advice.effective), asked.year));
  notes.push_back(fmt::format(
      "{} tried; of sets that open, none smaller does; in any set each change is needed",
      advice.sets_tried == 1 ? std::string{"1 set of changes was"}
                             : std::to_string(advice.sets_tried) + " sets of changes were"));
  return notes;
}

}  // namespace rothcheck::run
