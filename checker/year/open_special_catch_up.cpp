// Facts of earlier years that the special catch-ups rest on: what is missing has the ends that it
// can have.
#include <algorithm>

#include "checker/law/special_catch_up.hpp"
#include "checker/terms/groups.hpp"
#include "checker/year/eligibility.hpp"
#include "checker/year/open_facts.hpp"

namespace rothcheck::checker {
namespace {

int completed_months(Rate years) {
  return static_cast<int>(divide(Wide{years.numerator()} * 12, years.denominator(), Round::down));
}

/// Service when the year ends, or when the person left.
std::optional<int> service_of(const Figures& law, const Participant& participant) {
  if (participant.service_years) return completed_months(*participant.service_years);
  if (!participant.hire_date) return std::nullopt;
  const Date end = participant.termination_date
                       ? std::min(*participant.termination_date, law.next_year)
                       : law.next_year;
  return service_in_months(*participant.hire_date, end);
}

/// More than anybody has worked.
constexpr int longest_service = 100 * 12;

void open_fifteen_years(Resolution& resolution, const Figures& law,
                        const Participant& participant) {
  const std::optional<int> service = service_of(law, participant);
  const Money most =
      catch_up_of_fifteen_years({.months = service.value_or(longest_service),
                                 .deferred = participant.deferrals_prior_years.value_or(Money{}),
                                 .used = participant.fifteen_year_used.value_or(Money{})});
  if (most == Money{}) return;
  std::vector<Question> missing;
  if (!service) missing.push_back({QuestionKind::service});
  if (!participant.deferrals_prior_years) missing.push_back({QuestionKind::deferrals_prior_years});
  if (!participant.fifteen_year_used) missing.push_back({QuestionKind::fifteen_year_used});
  // Of a year in two calendar years each has a limit of its own.
  if (law.second_year) missing.push_back({QuestionKind::calendar_years});
  resolution.person.catch_up_of_fifteen_years = most;
  if (missing.empty()) return;
  OpenFact fact{.questions = std::move(missing), .ways = {}, .amount = true};
  for (const Money way : {Money{}, most})
    fact.ways.push_back([way](Person& person) { person.catch_up_of_fifteen_years = way; });
  resolution.open.push_back(std::move(fact));
}

/// Whether the year can be one of the last three before some normal retirement age of the plan.
bool may_be_before_retirement(const Plan& plan, const Figures& law,
                              const Participant& participant) {
  if (plan.normal_retirement_age.empty() || (!participant.birth_date && !participant.age))
    return true;
  const int youngest = 12 * (participant.birth_date ? law.year - year_of(*participant.birth_date)
                                                    : *participant.age);
  return std::any_of(plan.normal_retirement_age.begin(), plan.normal_retirement_age.end(),
                     [youngest](const auto& clause) {
                       const int age = months_of(clause.value);
                       return in_last_three_years(youngest, age) ||
                              in_last_three_years(youngest + 11, age);
                     });
}

void open_last_three_years(Resolution& resolution, const Plan& plan, const Figures& law,
                           const Participant& participant) {
  const auto& unused = participant.unused_457b;
  if (unused == Money{} || !may_be_before_retirement(plan, law, participant)) return;
  if (plan.normal_retirement_age.empty())
    open(resolution, QuestionKind::normal_retirement_age, std::vector<bool>{true, false},
         [](Person& person, bool before) { person.before_retirement = before; });
  // More than another year's limit is never used.
  const Money most = law.deferrals.amount + law.deferrals.amount;
  resolution.person.unused_457b = lesser(unused.value_or(most), most);
  if (unused) return;
  open_amount(resolution, QuestionKind::unused_457b,
              [most](Person& person, bool all) { person.unused_457b = all ? most : Money{}; });
}

}  // namespace

void open_special_catch_up(Resolution& resolution, const Plan& plan, const Inquiry& inquiry,
                           const Figures& law, const Participant& participant) {
  if (inquiry.special_catch_up_silent)
    open(resolution, QuestionKind::special_catch_up, std::vector<bool>{true, false},
         [](Person& person, bool allowed) { person.if_special_catch_up_silent = allowed; });
  if (law.is_457b()) {
    open_last_three_years(resolution, plan, law, participant);
  } else {
    open_fifteen_years(resolution, law, participant);
  }
}

}  // namespace rothcheck::checker
