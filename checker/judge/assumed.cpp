#include "checker/judge/assumed.hpp"

#include <algorithm>
#include <utility>

#include "checker/year/employer.hpp"

namespace rothcheck::checker {

std::vector<Question> questions_behind(Assumptions assumptions) {
  constexpr std::pair<Assumption, QuestionKind> asked[] = {
      {Assumption::roth_implied, QuestionKind::roth_program},
      {Assumption::no_match_stated, QuestionKind::match_stated},
      {Assumption::no_nonelective_stated, QuestionKind::nonelective_stated},
      {Assumption::class_without_money, QuestionKind::class_meant},
      {Assumption::limitation_year_calendar, QuestionKind::limitation_year},
      {Assumption::entered_mid_year, QuestionKind::participation_counted},
      {Assumption::roth_catch_up_elected, QuestionKind::roth_catch_up_clause}};
  std::vector<Question> questions;
  for (const auto& [assumption, question] : asked) {
    if (assumptions.has(assumption)) questions.push_back({question});
  }
  return questions;
}

namespace {

/// How the limits on deferrals were read where the census or the law leaves it open.
void add_limits_assumed(Assumptions& taken, const Person& person, const YearResult& result,
                        const Terms& terms, const Figures& law) {
  const Deferrals& elections = result.elections;
  const bool may_be_split = law.second_year && !elections.assumed && !person.by_calendar_year;
  if (may_be_split &&
      elections.all > lesser(law.deferrals.amount, law.second_year->deferrals.amount))
    taken.add(Assumption::within_each_year);
  const bool spills = terms.spills_to_after_tax && !terms.spills_to_catch_up;
  if (spills && elections.beyond() > Money{} && catch_up_limit(person, law).amount > Money{})
    taken.add(Assumption::spills_before_catch_up);
  const Money without = remainder(law.deferrals.amount, elections.all + person.deferrals_elsewhere);
  const bool matched =
      std::any_of(terms.matches.begin(), terms.matches.end(),
                  [](const MatchTerm& match) { return match.counts.has(Kind::student_loan); });
  if (matched && !person.match && counted_student_loan_payments(person, law, elections) > without)
    taken.add(Assumption::loans_with_catch_up);
}

/// Of pre-tax and Roth deferrals one is told, and the plan takes the other too.
void add_half_told(Assumptions& taken, const Participant& participant, const Person& person) {
  if (participant.pre_tax.has_value() == participant.roth.has_value()) return;
  if (!participant.pre_tax && person.pre_tax_allowed) taken.add(Assumption::no_pre_tax);
  if (!participant.roth && person.roth_allowed) taken.add(Assumption::no_roth);
}

/// Whether a formula that is not the same all year has dollars in it.
bool has_dollars_of_a_part(const MatchFormulaTerm& formula) {
  bool dollars = false, changes = false;
  const MatchPart& first = formula.parts.front();
  for (const MatchPart& part : formula.parts) {
    for (const TierTerm& tier : part.tiers) dollars = dollars || tier.width_fixed > 0;
    for (const StepTerm& step : part.steps) {
      dollars = dollars || step.match.fixed > Money{} || step.threshold.fixed > Money{};
    }
    const auto same_tier = [](const TierTerm& a, const TierTerm& b) {
      return a.where.begin == b.where.begin;
    };
    const auto same_step = [](const StepTerm& a, const StepTerm& b) {
      return a.match.where.begin == b.match.where.begin;
    };
    changes = changes ||
              !std::equal(part.tiers.begin(), part.tiers.end(), first.tiers.begin(),
                          first.tiers.end(), same_tier) ||
              !std::equal(part.steps.begin(), part.steps.end(), first.steps.begin(),
                          first.steps.end(), same_step);
  }
  return dollars && changes;
}

}  // namespace

Assumptions assumptions_of(const Plan& plan, const Participant& participant, const Person& person,
                           const YearResult& result, const Terms& terms, const Figures& law) {
  Assumptions taken;
  if (!person.eligible) return taken;
  if (person.after_tax_allowed) {
    if (terms.roth_implied) taken.add(Assumption::roth_implied);
    if (!person.match && is_silent_on_match(plan, law)) taken.add(Assumption::no_match_stated);
    if (!person.nonelective && is_silent_on_nonelective(plan, law))
      taken.add(Assumption::no_nonelective_stated);
    if (participant.employee_class && terms.class_without_money())
      taken.add(Assumption::class_without_money);
  }
  if (result.stopped > Money{}) taken.add(Assumption::stops_at_415);
  if (result.elections.assumed && !person.may_be_enrolled) taken.add(Assumption::most_deferrals);
  add_half_told(taken, participant, person);
  if (person.catch_up_age == statutory_age::higher_catch_up_from && law.catch_up_60_63 &&
      person.catch_up_allowed &&
      terms.contribution(Kind::catch_up_60_63).answer == Answer::not_stated &&
      result.catch_up > Money{}) {
    taken.add(Assumption::catch_up_follows);
  }
  if (result.elections.in_percent && person.counted_pay > law.compensation.amount) {
    taken.add(Assumption::percent_of_all_pay);
  }
  const bool stops_early =
      result.elections.in_percent && result.elections.stated > result.elections.most;
  for (const MatchTerm& match : terms.matches) {
    if (person.match) break;
    if (stops_early && !match.period) taken.add(Assumption::whole_year_match);
    if (std::any_of(match.formulas.begin(), match.formulas.end(), has_dollars_of_a_part))
      taken.add(Assumption::formula_dollars_by_days);
  }
  const bool split = parts_of_year(plan, law) > 1;
  if (split) taken.add(Assumption::even_pay);
  if (split && !terms.matches.empty() && !person.match) taken.add(Assumption::even_deferrals);
  add_limits_assumed(taken, person, result, terms, law);
  if (!terms.roth_catch_up && roth_catch_up_to_correct(result.roth_catch_up_short) > Money{})
    taken.add(Assumption::roth_catch_up_elected);
  if (terms.distribution.conditions.seasoning) taken.add(Assumption::seasoned);
  if (person.self_employed && !participant.wages_elsewhere)
    taken.add(Assumption::no_wages_elsewhere);
  return taken;
}

}  // namespace rothcheck::checker
