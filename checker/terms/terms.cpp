// From a plan's dated, grouped clauses to the terms of one group's year.
#include "checker/terms/terms.hpp"

#include "checker/terms/applicable.hpp"
#include "checker/terms/terms_employer.hpp"
#include "checker/terms/terms_match.hpp"

namespace rothcheck::checker {

std::vector<YearPart> parts_of(const Plan& plan, PlanYear year) {
  std::vector<Date> starts{year.first};
  for_each_scope(plan, [&](const Scope& scope, Span) {
    if (scope.from && *scope.from > year.first && *scope.from <= year.last)
      starts.push_back(*scope.from);
    if (scope.until && *scope.until >= year.first && *scope.until < year.last)
      starts.push_back(day_after(*scope.until));
  });
  std::sort(starts.begin(), starts.end());
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  std::vector<YearPart> parts;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const Date last = i + 1 < starts.size() ? day_before(starts[i + 1]) : year.last;
    parts.push_back({starts[i], last, days_from_to(starts[i], last)});
  }
  return parts;
}

namespace {

/// Everything that settling a clause needs to look at.
struct Setting {
  const GroupFacts& facts;
  const Figures& law;
  std::vector<YearPart> parts;

  int days() const { return days_from_to(law.plan_year.first, law.plan_year.last); }
  Rate share(const YearPart& part) const { return Rate{part.days, days()}; }
};

/// The answer on one kind of money over the year. Where parts differ, `allowed` covers its share of
/// the year.
PermissionTerm permission(Terms& terms, const Setting& setting,
                          const std::vector<Provision<Permission>>& stated, Kind kind) {
  PermissionTerm term;
  Rate allowed;
  for (const YearPart& part : setting.parts) {
    auto clauses = applicable(stated, part, setting.facts);
    std::erase_if(clauses, [&](const auto* clause) { return clause->value.kind != kind; });
    keep_most_particular(clauses);
    if (clauses.empty()) continue;
    const Provision<Permission>& clause = *clauses.back();
    if (clauses.front()->value.answer != clause.value.answer)
      terms.conflicts.push_back({clause.where, clauses.front()->where});
    if (clause.value.answer == Answer::allowed) {
      allowed = allowed + setting.share(part);
      term = {Answer::allowed, clause.where, allowed, clause.value.conditions};
    } else if (term.answer != Answer::allowed) {
      term = {clause.value.answer, clause.where, Rate::whole(1), {}};
    }
  }
  return term;
}

/// Where the plan says nothing of Roth deferrals, an in-plan Roth rollover says that they may be
/// made: the plan must have a Roth program.  IRC 402A(c)(4)(B), (b)(1)
void imply_roth_program(Terms& terms, const Plan& plan, const Setting& setting) {
  PermissionTerm& roth = terms.contributions[static_cast<std::size_t>(Kind::roth)];
  if (roth.answer != Answer::not_stated || plan.type.family == PlanFamily::a401) return;
  for (const YearPart& part : setting.parts) {
    for (const auto* clause : applicable(plan.rollovers, part, setting.facts)) {
      if (clause->value.answer != Answer::allowed) continue;
      roth = {Answer::allowed, clause->where, Rate::whole(1), {}};
      terms.roth_implied = true;
      return;
    }
  }
}

bool by_class(const Match& match) {
  const auto any = [](const auto& lines) {
    return std::any_of(lines.begin(), lines.end(),
                       [](const auto& line) { return names_class(line.scope.group); });
  };
  return std::any_of(match.formulas.begin(), match.formulas.end(),
                     [&](const auto& formula) { return any(formula.tiers) || any(formula.steps); });
}

bool pays(const MatchTerm& match) {
  if (match.unknown || match.discretionary) return true;
  return std::any_of(match.formulas.begin(), match.formulas.end(), [](const auto& formula) {
    return std::any_of(formula.parts.begin(), formula.parts.end(), [](const MatchPart& part) {
      return !part.tiers.empty() || !part.steps.empty();
    });
  });
}

/// Whether lines of the match are for classes, and none for the class of this group.
bool is_class_without_match(const Plan& plan, const Terms& terms) {
  const bool matched_by_class = std::any_of(
      plan.matches.begin(), plan.matches.end(),
      [](const auto& clause) { return names_class(clause.scope.group) || by_class(clause.value); });
  return matched_by_class && std::none_of(terms.matches.begin(), terms.matches.end(), pays);
}

/// The same of nonelective money.
bool is_class_without_nonelective(const Plan& plan, const Terms& terms) {
  return terms.nonelectives.empty() &&
         std::any_of(plan.nonelectives.begin(), plan.nonelectives.end(),
                     [](const auto& clause) { return names_class(clause.scope.group); });
}

/// The clause at the end of the year: the one that counts for what cannot be split.
template <class T>
const Provision<T>* at_year_end(const Setting& setting, const std::vector<Provision<T>>& stated) {
  auto clauses = applicable(stated, setting.parts.back(), setting.facts);
  keep_most_particular(clauses);
  return clauses.empty() ? nullptr : clauses.back();
}

PaySet counted(const Setting& setting, const std::vector<Provision<PaySet>>& stated) {
  const Provision<PaySet>* clause = at_year_end(setting, stated);
  return clause == nullptr ? PaySet{} : clause->value;
}

enum class Bound { ceiling, floor };

/// Whether a kind of money is taken in a part of the year. Where it is allowed in no part, there is
/// nothing to tell the parts apart by.
bool takes(Kind kind, const Plan& plan, const Terms& terms, const Setting& setting,
           const YearPart& part) {
  if (terms.contribution(kind).answer != Answer::allowed) return true;
  auto clauses = applicable(plan.contributions, part, setting.facts);
  std::erase_if(clauses, [kind](const auto* clause) { return clause->value.kind != kind; });
  keep_most_particular(clauses);
  return !clauses.empty() && clauses.back()->value.answer == Answer::allowed;
}

using LimitClauses = std::vector<const Provision<ContributionLimit>*>;

/// Of two amounts on one basis, whether the first is the lower.
bool is_lower(const Amount& one, const Amount& other) {
  return one.basis == Amount::Basis::money ? one.money < other.money : one.rate < other.rate;
}

/// The clause that decides in one part: the lowest ceiling or the highest floor in force.
const Provision<ContributionLimit>* deciding_in(const YearPart& part, const LimitClauses& clauses,
                                                Bound bound) {
  const Provision<ContributionLimit>* found = nullptr;
  for (const auto* clause : clauses) {
    if (!in_force(clause->scope, part)) continue;
    const Amount& own = clause->value.amount;
    if (found != nullptr) {
      const Amount& other = found->value.amount;
      if (bound == Bound::ceiling ? !is_lower(own, other) : !is_lower(other, own)) continue;
    }
    found = clause;
  }
  return found;
}

/// Limits by time on the same kinds, each for its part's share of pay, or of the pay periods. A
/// part without a ceiling is held by its pay alone, one without a floor by nothing.
LimitTerm split_limit(const Plan& plan, const Terms& terms, const Setting& setting,
                      const LimitClauses& clauses, Bound bound) {
  const ContributionLimit& first = clauses.front()->value;
  const Kinds kinds = first.kinds;
  LimitTerm term{kinds, {Money{}, {}, false, clauses.front()->where}};
  term.of_base_pay = first.amount.basis == Amount::Basis::of_base_pay;
  term.each_pay_period = first.each_pay_period;
  term.per_hour = first.per_hour;
  for (const YearPart& part : setting.parts) {
    // Pay of a time in which no after-tax money is taken lets none in.
    if (kinds == Kinds{Kind::after_tax} && !takes(Kind::after_tax, plan, terms, setting, part))
      continue;
    if (const auto* clause = deciding_in(part, clauses, bound)) {
      const Amount& amount = clause->value.amount;
      if (amount.is_of_pay()) {
        term.amount.of_pay = term.amount.of_pay + setting.share(part) * amount.rate;
      } else {
        term.cents_of_period =
            term.cents_of_period + setting.share(part) * Rate::whole(amount.money.in_cents());
      }
      term.amount.where = clause->where;
    } else if (bound == Bound::ceiling) {
      term.outside = term.outside + setting.share(part);
    }
  }
  return term;
}

/// The ceilings in percent of pay part by part, where one of them or what they cover begins or ends
/// inside the year. What other clauses begin there divides nothing.
std::vector<PartTerm> parts_with_ceilings(const Plan& plan, const Terms& terms,
                                          const Setting& setting) {
  if (setting.parts.size() == 1) return {};
  std::vector<PartTerm> found;
  for (const YearPart& part : setting.parts) {
    PartTerm term{.takes_pre_tax = takes(Kind::pre_tax, plan, terms, setting, part),
                  .takes_roth = takes(Kind::roth, plan, terms, setting, part),
                  .takes_after_tax = takes(Kind::after_tax, plan, terms, setting, part)};
    for (const auto* clause : applicable(plan.limits, part, setting.facts)) {
      const ContributionLimit& limit = clause->value;
      if (!limit.amount.is_of_pay()) continue;
      term.ceilings.push_back({limit.kinds, limit.amount.rate, clause->where,
                               limit.amount.basis == Amount::Basis::of_base_pay});
    }
    if (!found.empty()) term.days = found.back().days;
    if (found.empty() || term != found.back()) {
      term.days = 0;
      found.push_back(std::move(term));
    }
    found.back().days += part.days;
  }
  return found.size() > 1 ? found : std::vector<PartTerm>{};
}

std::vector<LimitTerm> limits(const Plan& plan, const Terms& terms, const Setting& setting,
                              const std::vector<Provision<ContributionLimit>>& stated,
                              Bound bound) {
  std::vector<LimitTerm> found;
  std::vector<LimitClauses> by_time;  // by the kinds that they cover, and how
  for (const Provision<ContributionLimit>& clause : stated) {
    if (!holds(clause.scope.group, setting.facts)) continue;
    const auto covers = [&](const YearPart& part) { return in_force(clause.scope, part); };
    if (std::none_of(setting.parts.begin(), setting.parts.end(), covers)) continue;
    const Amount& amount = clause.value.amount;
    const bool dollars_by_time = amount.basis == Amount::Basis::money &&
                                 (clause.value.each_pay_period || clause.value.per_hour);
    if (dollars_by_time || (amount.is_of_pay() && setting.parts.size() > 1)) {
      const auto alike = [&](const LimitClauses& others) {
        const ContributionLimit& other = others.front()->value;
        return other.kinds == clause.value.kinds && other.amount.basis == amount.basis &&
               other.each_pay_period == clause.value.each_pay_period &&
               other.per_hour == clause.value.per_hour;
      };
      const auto others = std::find_if(by_time.begin(), by_time.end(), alike);
      if (others == by_time.end()) {
        by_time.push_back({&clause});
      } else {
        others->push_back(&clause);
      }
    } else if (amount.basis == Amount::Basis::unknown || covers(setting.parts.back())) {
      // A yearly dollar limit is the one in force at the end of the year.
      found.push_back({clause.value.kinds, amount_term(amount, clause.where, setting.law)});
      found.back().of_base_pay = amount.basis == Amount::Basis::of_base_pay;
      found.back().each_pay_period = clause.value.each_pay_period;
    }
  }
  for (const LimitClauses& clauses : by_time)
    found.push_back(split_limit(plan, terms, setting, clauses, bound));
  return found;
}

}  // namespace

Money LimitTerm::with_time_outside(Money plan_pay, Money pay) const {
  const Rate held = amount.of_pay;
  const Wide cents = Wide{plan_pay.in_cents()} * held.numerator() * outside.denominator() +
                     Wide{pay.in_cents()} * outside.numerator() * held.denominator();
  return amount.fixed +
         Money::cents(divide(cents, held.denominator() * outside.denominator(), Round::down));
}

AmountTerm amount_term(const Amount& amount, Span where, const Figures& law) {
  switch (amount.basis) {
    case Amount::Basis::money:
      return {amount.money, {}, false, where};
    case Amount::Basis::of_pay:
    case Amount::Basis::of_base_pay:
      return {{}, amount.rate, false, where};
    case Amount::Basis::of_415c:
      return {portion(amount.rate, law.annual_additions.amount, Round::down), {}, false, where};
    // A share of a legal limit is itself a limit, so it rounds down.
    case Amount::Basis::of_402g:
      return {portion(amount.rate, law.deferrals.amount, Round::down), {}, false, where};
    case Amount::Basis::unknown:
      return {{}, {}, true, where};
  }
  return {};
}

std::size_t parts_of_year(const Plan& plan, const Figures& law) {
  return parts_of(plan, law.plan_year).size();
}

Terms terms_for(const Plan& plan, const GroupFacts& facts, const Figures& law) {
  const Setting setting{facts, law, parts_of(plan, law.plan_year)};
  Terms terms;
  for (Kind kind : {Kind::pre_tax, Kind::roth, Kind::after_tax, Kind::catch_up,
                    Kind::catch_up_60_63, Kind::catch_up_15_years, Kind::catch_up_last_3_years}) {
    terms.contributions[static_cast<std::size_t>(kind)] =
        permission(terms, setting, plan.contributions, kind);
  }
  terms.rollover = permission(terms, setting, plan.rollovers, Kind::after_tax);
  terms.distribution = permission(terms, setting, plan.distributions, Kind::after_tax);
  imply_roth_program(terms, plan, setting);
  if (const auto* conditions = at_year_end(setting, plan.distribution_conditions)) {
    Conditions& own = terms.distribution.conditions;
    if (!own.at_age) own.at_age = conditions->value.at_age;
    if (!own.seasoning) own.seasoning = conditions->value.seasoning;
    if (!own.participation) own.participation = conditions->value.participation;
  }
  terms.limits = limits(plan, terms, setting, plan.limits, Bound::ceiling);
  for (const LimitTerm& limit : terms.limits) {
    if (limit.kinds.has(Kind::after_tax)) terms.after_tax_limits.push_back(limit);
    if (limit.kinds.has(Kind::pre_tax) || limit.kinds.has(Kind::roth) ||
        limit.kinds.has(Kind::catch_up))
      terms.deferral_limits.push_back(limit);
  }
  terms.parts = parts_with_ceilings(plan, terms, setting);
  if (const auto* clause = at_year_end(setting, plan.employer_money_service))
    terms.employer_money_wait = clause->value;
  terms.minimums = limits(plan, terms, setting, plan.minimums, Bound::floor);
  if (const auto* clause = at_year_end(setting, plan.only_after_402g))
    terms.only_after_402g = clause->where;
  if (const auto* clause = at_year_end(setting, plan.spillover_to_after_tax)) {
    terms.spills_to_after_tax = clause->value.mode != Spillover::Mode::opt_in;
    if (clause->value.up_to)
      terms.spillover_up_to = amount_term(*clause->value.up_to, clause->where, law);
  }
  const auto* to_catch_up = at_year_end(setting, plan.spillover_to_catch_up);
  terms.spills_to_catch_up = to_catch_up != nullptr && to_catch_up->value;
  if (const auto* clause = at_year_end(setting, plan.normal_retirement_age))
    terms.normal_retirement_age = clause->value;
  if (const auto* clause = at_year_end(setting, plan.roth_catch_up))
    terms.roth_catch_up = clause->value;
  const auto* while_participant = at_year_end(setting, plan.only_while_participant);
  terms.only_while_participant = while_participant != nullptr && while_participant->value;
  for (const auto* stated : {&terms.limits, &terms.minimums}) {
    terms.limits_base_pay =
        terms.limits_base_pay || std::any_of(stated->begin(), stated->end(),
                                             [](const LimitTerm& one) { return one.of_base_pay; });
  }
  terms.matches = matches_for(plan, facts, law, setting.parts, terms.conflicts);
  add_nonelectives(terms, plan, facts, law, setting.parts);
  terms.class_without_match = is_class_without_match(plan, terms);
  terms.class_without_nonelective = is_class_without_nonelective(plan, terms);
  for (const YearPart& part : setting.parts) {
    for (const auto* clause : applicable(plan.other_additions, part, facts)) {
      AmountTerm amount = amount_term(clause->value.amount, clause->where, law);
      amount.of_pay = amount.of_pay * setting.share(part);
      if (amount.fixed > Money{} && &part != &setting.parts.back()) continue;
      terms.other_additions.push_back(amount);
    }
  }
  add_mandatory(terms, plan, facts, law, setting.parts);
  if (const auto* clause = at_year_end(setting, plan.at_pay_limit))
    terms.at_pay_limit = clause->value;
  terms.counted_pay = counted(setting, plan.counted_pay);
  terms.match_counted_pay = counted(setting, plan.match_counted_pay);
  terms.nonelective_counted_pay = counted(setting, plan.nonelective_counted_pay);
  return terms;
}

}  // namespace rothcheck::checker
