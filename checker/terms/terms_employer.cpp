// Lines of employer money, and of mandatory contributions: which of them hold in which part of the
// year.
#include "checker/terms/terms_employer.hpp"

#include "checker/law/limitation_year.hpp"
#include "checker/terms/terms_match.hpp"

namespace rothcheck::checker {
namespace {

Rate share_of(const YearPart& part, const Figures& law) {
  return Rate{part.days, days_from_to(law.plan_year.first, law.plan_year.last)};
}

/// 1.401(l)-2(d)(5): that of a short year is reduced like the limit on pay.
Money level_of(const PayLevel& level, const Figures& law) {
  const Money of_year = level.money
                            ? *level.money
                            : portion(level.of_wage_base, law.wage_base.amount, Round::nearest);
  return law.short_year && !law.years_apart() ? of_short_year(of_year, law.limitation_year)
                                              : of_year;
}

/// Lines of one block and basis replace each other by group.
bool are_rivals(const Nonelective& one, const Nonelective& other) {
  return one.block == other.block && one.discretionary == other.discretionary &&
         one.above == other.above && one.per_hour == other.per_hour &&
         one.unknown == other.unknown && one.amount.basis == other.amount.basis;
}

NonelectiveTerm term_of(const Provision<Nonelective>& clause, Rate share, const Figures& law) {
  const Nonelective& line = clause.value;
  NonelectiveTerm term;
  term.amount = amount_term(line.amount, clause.where, law);
  term.amount.of_pay = term.amount.of_pay * share;
  term.share = share;
  // What is known in part is open like what nobody has decided yet.
  term.discretionary = line.discretionary || line.unknown;
  if (line.at_least) {
    term.at_least = amount_term(*line.at_least, clause.where, law);
    term.at_least->of_pay = term.at_least->of_pay * share;
  }
  term.per_hour = line.per_hour;
  term.hours = line.hours;
  term.stops_at_415 = line.stops_at_415.has_value();
  term.without_ceiling = line.amount.basis == Amount::Basis::unknown;
  term.employed_on = line.employed_on;
  if (line.above) {
    term.above = level_of(*line.above, law);
    term.above_wage_base = !line.above->money;
  }
  return term;
}

}  // namespace

void add_nonelectives(Terms& terms, const Plan& plan, const GroupFacts& facts, const Figures& law,
                      const std::vector<YearPart>& parts) {
  for (const YearPart& part : parts) {
    const auto clauses = applicable(plan.nonelectives, part, facts);
    for (const auto* clause : clauses) {
      auto rivals = clauses;
      std::erase_if(
          rivals, [clause](const auto* other) { return !are_rivals(clause->value, other->value); });
      keep_most_particular(rivals);
      if (std::find(rivals.begin(), rivals.end(), clause) == rivals.end()) continue;
      if (rivals.front() != clause) {
        // Who belongs to two groups that get the same gets it once.
        if (rivals.front()->value.amount == clause->value.amount) continue;
        terms.conflicts.push_back({clause->where, rivals.front()->where});
      }
      NonelectiveTerm term = term_of(*clause, share_of(part, law), law);
      // A dollar contribution is the one in force at the end of the year.
      const bool of_a_year = term.amount.fixed > Money{} && !term.per_hour;
      if (of_a_year && &part != &parts.back()) continue;
      terms.nonelectives.push_back(std::move(term));
    }
  }
}

void add_mandatory(Terms& terms, const Plan& plan, const GroupFacts& facts, const Figures& law,
                   const std::vector<YearPart>& parts) {
  for (const YearPart& part : parts) {
    for (const bool picked_up : {false, true}) {
      auto clauses = applicable(plan.mandatory_contributions, part, facts);
      std::erase_if(clauses,
                    [&](const auto* clause) { return clause->value.picked_up != picked_up; });
      keep_most_particular(clauses);
      for (const auto* clause : clauses) {
        if (clause != clauses.front()) {
          // Who belongs to two groups that owe the same owes it once.
          if (clauses.front()->value.amount != clause->value.amount)
            terms.conflicts.push_back({clause->where, clauses.front()->where});
          continue;
        }
        AmountTerm amount = amount_term(clause->value.amount, clause->where, law);
        amount.of_pay = amount.of_pay * share_of(part, law);
        if (amount.fixed > Money{} && &part != &parts.back()) continue;
        terms.mandatory.push_back({amount, picked_up});
        terms.other_additions.push_back(amount);
      }
    }
  }
}

}  // namespace rothcheck::checker
