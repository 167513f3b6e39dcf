// What the plan does not say it takes, and catch-up that has to be Roth.
#include <algorithm>

#include "checker/law/catch_up.hpp"
#include "checker/law/plan_types.hpp"
#include "checker/year/open_facts.hpp"

namespace rothcheck::checker {
namespace {

void open_roth_program(Resolution& resolution) {
  open(resolution, QuestionKind::roth_program, std::vector<bool>{true, false},
       [](Person& person, bool allowed) { person.if_roth_silent = allowed; });
}

bool is_open(const Resolution& resolution, QuestionKind kind) {
  return std::any_of(resolution.open.begin(), resolution.open.end(),
                     [kind](const OpenFact& fact) { return fact.questions.front().kind == kind; });
}

}  // namespace

void open_roth_catch_up(Resolution& resolution, const Inquiry& inquiry, const Figures& law,
                        const Participant& participant) {
  const bool may_be_fifty = !resolution.age || *resolution.age >= statutory_age::catch_up;
  if (!law.roth_catch_up_wages || !may_be_fifty) {
    resolution.roth_catch_up_required = false;
    return;
  }
  const auto& related = participant.prior_year_fica_wages_related;
  if (inquiry.adds_related_wages && related && must_be_roth(*related, *law.roth_catch_up_wages)) {
    resolution.roth_catch_up_required = true;
  } else if (participant.prior_year_fica_wages) {
    const Money wages = wages_for_roth_catch_up(
        *participant.prior_year_fica_wages, related.value_or(Money{}), inquiry.adds_related_wages);
    resolution.roth_catch_up_required = must_be_roth(wages, *law.roth_catch_up_wages);
    // Wages that nobody told may be any.
    if (inquiry.adds_related_wages && !related && !*resolution.roth_catch_up_required)
      resolution.roth_catch_up_required.reset();
  } else if (is_self_employed(participant)) {
    resolution.roth_catch_up_required = false;
    resolution.assumptions.add(Assumption::no_fica_wages);
  } else if (participant.hire_date && *participant.hire_date >= law.plan_year.first) {
    resolution.roth_catch_up_required = false;
  }
  // Catch-up that must be Roth is none where the plan takes no Roth deferrals.
  if (inquiry.roth_silent && !elects(participant.roth) &&
      resolution.roth_catch_up_required != false)
    open_roth_program(resolution);
  if (resolution.roth_catch_up_required || !inquiry.roth_uncertain) {
    resolution.person.roth_catch_up_required = resolution.roth_catch_up_required.value_or(false);
    // Which of the two kinds goes in first decides what of the pre-tax money becomes Roth.
    if (inquiry.deems_on_combined && resolution.person.roth_catch_up_required &&
        elects(participant.pre_tax) && elects(participant.roth))
      open_amount(resolution, QuestionKind::deferrals_when,
                  [](Person& person, bool first) { person.pre_tax_first = first; });
    return;
  }
  open(resolution,
       participant.prior_year_fica_wages ? QuestionKind::fica_wages_related
                                         : QuestionKind::fica_wages,
       std::vector<bool>{false, true},
       [](Person& person, bool required) { person.roth_catch_up_required = required; });
}

void open_silences(Resolution& resolution, const Inquiry& inquiry, PlanType type,
                   const Participant& participant) {
  const auto silent = [&](bool is, QuestionKind question, bool Person::* taken) {
    if (!is) return;
    open(resolution, question, std::vector<bool>{true, false},
         [taken](Person& person, bool allowed) { person.*taken = allowed; });
  };
  // Whom the plan does not let in is out, whatever it takes from others.
  silent(inquiry.after_tax_silent && resolution.person.eligible, QuestionKind::after_tax,
         &Person::if_after_tax_silent);
  if (inquiry.roth_decides && !elects(participant.roth) &&
      !is_open(resolution, QuestionKind::roth_program))
    open_roth_program(resolution);
  silent(inquiry.catch_up_silent, QuestionKind::catch_up, &Person::if_catch_up_silent);
  // A 401(a) plan that says nothing of deferrals takes none.
  if (!takes_deferrals(type.family)) {
    resolution.person.if_deferrals_silent = false;
  } else {
    silent(inquiry.deferrals_silent, QuestionKind::deferrals, &Person::if_deferrals_silent);
  }
}

}  // namespace rothcheck::checker
