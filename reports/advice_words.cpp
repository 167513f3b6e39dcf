// What text and Markdown say alike.
#include <fmt/format.h>

#include <algorithm>

#include "model/counted.hpp"
#include "reports/advice.hpp"
#include "reports/check_text.hpp"
#include "reports/clauses.hpp"

namespace rothcheck::reports {

namespace {

std::string more_or_less(Money before, Money after) {
  if (before == after) return "as much as before";
  return after > before ? to_string(after - before) + " more" : to_string(before - after) + " less";
}

/// In single quotes where there are double ones inside.
std::string in_quotes(const std::string& statement) {
  const char quote = statement.find('"') == statement.npos ? '"' : '\'';
  return quote + statement + quote;
}

std::string from_to(Money before, Money after) {
  return fmt::format("{} instead of {}", to_string(after), to_string(before));
}

}  // namespace

std::string heading_of(const Proposal& proposal) {
  std::vector<std::string_view> titles;
  for (const PlanChange& change : proposal.changes) {
    const std::string_view title = row_of(change.kind).title;
    if (std::find(titles.begin(), titles.end(), title) == titles.end()) titles.push_back(title);
  }
  std::string words = fmt::format("{}", fmt::join(titles, "; "));
  const bool is_ceiling = proposal.aim == Aim::widens || proposal.aim == Aim::fits;
  if (is_ceiling && proposal.changes.size() == 1 && !proposal.changes.front().block.empty() &&
      !proposal.changes.front().statement.empty())
    words += ": " + proposal.changes.front().statement;
  if (proposal.asks()) words = "Ask first: " + words;
  if (!proposal.groups.empty() && proposal.groups.front() != "everybody")
    words += fmt::format(" (opens it for {})", fmt::join(proposal.groups, "; for "));
  return words;
}

std::string words_of(const PlanChange& change, const Sources& sources) {
  const std::string now =
      change.instead_of.somewhere() ? quoted_clause(sources, change.instead_of) : std::string{};
  if (change.asks) return fmt::format("the document is silent: {}", asked(*change.asks));
  if (change.statement.empty()) return fmt::format("take out {}", now);
  const std::string will = change.block.empty() ? std::string{"the match without after-tax money"}
                                                : in_quotes(change.statement);
  return now.empty() ? fmt::format("{}, beside what the plan says", will)
                     : fmt::format("{} instead of {}", will, now);
}

std::string worth_words(const Proposal& proposal, WorthOf worth_of) {
  const AdviceWorth& all = proposal.worth.front();
  const std::string_view noun = worth_of == WorthOf::census ? "person" : "kind of person";
  const std::string_view nouns = worth_of == WorthOf::census ? "people" : "kinds of people";
  const std::string people = fmt::format("{} {}", all.people, all.people == 1 ? noun : nouns);
  const std::int64_t touched = std::max(all.gain, all.lose);
  std::string words = fmt::format(
      "room for {}: {}, {}", touched == 0 ? people : fmt::format("{} of {}", touched, people),
      more_or_less(all.before, all.after), from_to(all.before, all.after));
  if (worth_of == WorthOf::census) {
    if (proposal.left_before && proposal.left_after)
      words += fmt::format("; the ACP test leaves {}: {}",
                           from_to(*proposal.left_before, *proposal.left_after),
                           more_or_less(*proposal.left_before, *proposal.left_after));
    else
      words += "; what the ACP test leaves of it depends on what is not told";
  }
  if (proposal.employer_before != proposal.employer_after)
    words += fmt::format("; match and nonelective money come to {}",
                         from_to(proposal.employer_before, proposal.employer_after));
  if (proposal.aim == Aim::eases && proposal.grade_before && proposal.grade_after)
    words += fmt::format("; the way to Roth becomes {} instead of {}",
                         to_string(*proposal.grade_after), to_string(*proposal.grade_before));
  return words;
}

std::vector<std::string_view> laws_of(const Proposal& proposal) {
  std::vector<std::string_view> laws;
  for (const PlanChange& change : proposal.changes) {
    const std::string_view law = row_of(change.kind).law;
    if (std::find(laws.begin(), laws.end(), law) == laws.end()) laws.push_back(law);
  }
  return laws;
}

std::string step_words(const Proposal::Step& step, const Proposal& proposal) {
  return fmt::format("{}: {}, {}", in_quotes(step.statement),
                     more_or_less(proposal.worth.front().before, step.after),
                     from_to(proposal.worth.front().before, step.after));
}

std::string nothing_words(const PlanAdvice& advice) {
  const PlanAnswer& answer = advice.answer;
  if (answer.verdict == Verdict::available)
    return fmt::format(
        "the strategy is open to everybody in the plan in {}, and no change that was "
        "tried gives anybody more room",
        answer.year);
  return fmt::format("no change that was tried opens the strategy in {}", answer.year);
}

}  // namespace rothcheck::reports
