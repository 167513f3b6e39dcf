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

std::string_view law_on_adoption(PlanFamily family) {
  return family == PlanFamily::b403 ? "Rev. Proc. 2019-39, section 6"
                                    : "Rev. Proc. 2016-37, sections 8.02, 15.04(2)";
}

std::string where_worth_comes_from(const Plan& plan, const PlanAdvice& advice) {
  if (advice.worth_of == WorthOf::model_people)
    return "without a participant file the rooms are those of a person of each kind that the "
           "plan's clauses tell apart: 40 years old and ten years there where the kind allows it, "
           "with $100,000 of pay, or $200,000 where highly compensated; what the ACP test leaves "
           "is not told";
  if (checker::is_exempt_from_acp(plan.type))
    return "the plan's after-tax money is not tested (IRC 401(a)(5)(G), 403(b)(12)(C))";
  return "what the ACP test leaves takes everybody who is not highly compensated to save as the "
         "file says, and the highly compensated to put in as much as passes";
}

}  // namespace

std::vector<std::string> what_follows(const Plan& version, const Proposal& proposal,
                                      PlanYear year) {
  std::vector<std::string> follows;
  if (proposal.asks() && proposal.amendment.empty())
    return {
        "where the answer is yes, write it in the plan file: there is nothing to amend; where it "
        "is no, write that, and this command says what would have to change"};
  if (proposal.asks())
    follows.push_back(
        "before anything is amended, the question: the amendment opens nothing where the answer "
        "is no");
  if (version.type.sponsor == PlanSponsor::ordinary)
    follows.push_back(fmt::format(
        "the amendment is adopted by the last day of the plan year in which it takes effect, and "
        "before any money goes in under it ({})",
        law_on_adoption(version.type.family)));
  if (has_summary_description(version.type))
    follows.push_back(fmt::format(
        "everybody in the plan gets a summary of the change within 210 days after the end of that "
        "plan year; for the plan year that ends on {}, by {} (ERISA 104(b)(1), 29 CFR "
        "2520.104b-3(a))",
        to_string(year.last), to_string(after(year.last, {.months = 0, .days = 210}))));
  if (has_safe_harbor(version))
    follows.push_back(
        "in a safe harbor plan a change in mid-year of what the notice tells needs an updated "
        "notice and time to change elections (Notice 2016-16)");
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
  return follows;
}

std::vector<std::string> notes_on(const Plan& plan, const AdviceAsked& asked,
                                  const PlanAdvice& advice) {
  const PlanFamily family = plan.type.family;
  if (family == PlanFamily::b457 || family == PlanFamily::tsp)
    return {
        fmt::format("a {} takes no after-tax contributions, and no amendment can allow them ({})",
                    to_string(plan.type),
                    family == PlanFamily::b457 ? "IRC 457(b)(2), 415(a)(2)" : "5 USC 8432")};
  std::vector<std::string> notes = {where_worth_comes_from(plan, advice)};
  if (family == PlanFamily::solo_401k)
    notes.push_back(
        "the test has nobody to compare the owners with, as long as nobody else may take part "
        "(Treas. Reg. 1.401(m)-2(a)(1)(ii))");
  notes.push_back(
      "a room is the least that a person is sure of, however the facts that are not told turn out");
  if (asked.acp.people_left_out != 0)
    notes.push_back(
        fmt::format("left out of every figure: {} of the participant file that could not be used",
                    counted(asked.acp.people_left_out, "row")));
  notes.push_back(fmt::format(
      "each block takes effect on {}, so that its worth is a year of {}'s limits; write the day "
      "from which it is to hold",
      to_string(advice.effective), asked.year));
  if (advice.room_with_all)
    notes.push_back(fmt::format("all that widen the room, made together, give {} in all",
                                to_string(*advice.room_with_all)));
  notes.push_back(
      fmt::format("{} of changes tried; no part of a set that is proposed does as much by itself",
                  counted(advice.sets_tried, "set")));
  return notes;
}

}  // namespace rothcheck::run
