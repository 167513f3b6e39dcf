// Age, service and class against the plan's conditions.
#include "checker/year/eligibility.hpp"

#include <algorithm>

#include "model/search.hpp"

namespace rothcheck::checker {
namespace {

enum class Told { yes, no, not_told };

/// When a condition is met, as far as the census tells: by a date, or only that it is or is not by
/// the end of the year, or of the part of it that the condition holds for.
struct Met {
  Told by_year_end = Told::not_told;
  std::optional<Date> on;
  /// Without a day: whether it may have come about inside the year.
  bool this_year = false;
  /// Only when the day is over.
  bool at_its_end = false;
};

Date reached_on(Date birth, Rate age) {
  return after(birth, {.months = static_cast<int>(age.numerator() * 12 / age.denominator())});
}

/// A period of service is complete at the end of its last day, the day before its anniversary.
Date complete_on(Date hired, Duration service) { return day_before(after(hired, service)); }

Met age_met(Rate needed, Date last, const Participant& participant) {
  if (participant.birth_date) {
    const Date reached = reached_on(*participant.birth_date, needed);
    return {reached <= last ? Told::yes : Told::no, reached};
  }
  if (!participant.age) return {};
  const Rate age = Rate::whole(*participant.age);
  if (age >= needed) return {Told::yes, {}, age < needed + Rate::whole(1)};
  return {Rate::whole(*participant.age + 1) > needed ? Told::not_told : Told::no, {}};
}

Met service_met(Duration needed, Date last, const Participant& participant) {
  if (participant.hire_date) {
    const Date complete = complete_on(*participant.hire_date, needed);
    return {complete <= last ? Told::yes : Told::no, complete, false, true};
  }
  if (!participant.service_years) return {};
  const Rate years = Rate{needed.months, 12} + Rate{needed.days, 365};
  if (*participant.service_years >= years)
    return {Told::yes, {}, *participant.service_years < years + Rate::whole(1)};
  const bool whole = participant.service_years->denominator() == 1;
  return {whole && *participant.service_years + Rate::whole(1) > years ? Told::not_told : Told::no,
          {}};
}

int months_between_entries(Entry entry) {
  switch (entry) {
    case Entry::immediate:
      return 0;
    case Entry::monthly:
      return 1;
    case Entry::quarterly:
      return 3;
    case Entry::semiannual:
      return 6;
    case Entry::annual:
      return 12;
  }
  return 0;
}

/// Of the clauses that hold in the year, the last; those of other years say nothing of it.
Entry entry_of(const Plan& plan, PlanYear year) {
  Entry entry = Entry::immediate;
  for (const Provision<Entry>& clause : plan.entry) {
    if (meets(clause.scope, year)) entry = clause.value;
  }
  return entry;
}

/// The first entry date on or after a day. Entry dates are counted from the beginning of the plan
/// year.
Date entry_on_or_after(Date day, Entry entry, PlanYear year) {
  const int step = months_between_entries(entry);
  if (step == 0 || day <= year.first) return day;
  int months = 0;
  while (after(year.first, {.months = months}) < day) months += step;
  return after(year.first, {.months = months});
}

/// The latest day up to `last` that something holds for which, holding for one day, holds for all
/// before it. Where it holds for nobody alive, a day on which nobody was born.
template <class Holds>
Date latest_day(Date last, Holds holds) {
  using std::chrono::sys_days;
  constexpr sys_days first{date(1800, 1, 1)};
  constexpr Date nobody = date(0, 1, 1);
  if (sys_days{last} < first || !holds(Date{first})) return nobody;
  const auto day = [&](std::int64_t days) { return Date{first + std::chrono::days{days}}; };
  return day(largest_for_which(0, (sys_days{last} - first).count(),
                               [&](std::int64_t days) { return holds(day(days)); }));
}

}  // namespace

Date entry_after(const Plan& plan, Date met, PlanYear year) {
  return entry_on_or_after(met, entry_of(plan, year), year);
}

SurelyEligible surely_eligible(const Plan& plan, const Figures& law) {
  const auto [first, last] = law.plan_year;
  // Who is there when the year begins, comes in then at the latest.
  const bool waits = entry_of(plan, law.plan_year) != Entry::immediate;
  SurelyEligible surely{.born_by = {},
                        .hired_by = waits ? first : last,
                        .asks_service = waits,
                        .asks_class = !plan.excluded_classes.empty()};
  for (const auto& clause : plan.minimum_age) {
    surely.born_by = latest_day(surely.born_by.value_or(last), [&](Date birth) {
      return reached_on(birth, clause.value) <= first;
    });
  }
  for (const auto& clause : plan.minimum_service) {
    surely.asks_service = true;
    surely.hired_by = latest_day(
        surely.hired_by, [&](Date hired) { return complete_on(hired, clause.value) <= first; });
  }
  for (const auto& clause : plan.employer_money_service) {
    surely.asks_service = true;
    surely.hired_by = latest_day(
        surely.hired_by, [&](Date hired) { return complete_on(hired, clause.value) < first; });
  }
  return surely;
}

int age_in_months(Date birth, Date on) {
  const int months =
      (year_of(on) - year_of(birth)) * 12 +
      (static_cast<int>(unsigned{on.month()}) - static_cast<int>(unsigned{birth.month()}));
  // The month is reached on its day, or on its last day where it has no such day.
  const unsigned day{birth.day()};
  if (day <= unsigned{on.day()}) return months;
  if (day <= shortest_month) return months - 1;
  return after(birth, {.months = months}) <= on ? months : months - 1;
}

std::vector<YearPart> eligibility_parts(const Plan& plan, PlanYear year) {
  Plan conditions;
  conditions.minimum_age = plan.minimum_age;
  conditions.minimum_service = plan.minimum_service;
  conditions.excluded_classes = plan.excluded_classes;
  conditions.entry = plan.entry;
  conditions.employer_money_service = plan.employer_money_service;
  return parts_of(conditions, year);
}

namespace {

/// Calls `visit` with the clauses of one subject that are in force for these people in this part;
/// those for a group beat the one for everybody.
template <class T, class Visit>
void for_each_condition(const std::vector<Provision<T>>& stated, const YearPart& part,
                        const GroupFacts& facts, Visit visit) {
  const auto applies = [&](const Provision<T>& clause) {
    return in_force(clause.scope, part) && holds(clause.scope.group, facts);
  };
  const bool particular = std::any_of(stated.begin(), stated.end(), [&](const auto& clause) {
    return !clause.scope.group.everybody() && applies(clause);
  });
  for (const Provision<T>& clause : stated) {
    if (applies(clause) && !(particular && clause.scope.group.everybody())) visit(clause);
  }
}

/// A condition that begins inside the year is met on its first day at the earliest.
Met not_before(Met met, const YearPart& part, const Figures& law) {
  if (met.on && part.first != law.plan_year.first) met.on = std::max(*met.on, part.first);
  return met;
}

bool counts_only_while_participant(const Plan& plan, PlanYear year) {
  return std::any_of(
      plan.only_while_participant.begin(), plan.only_while_participant.end(),
      [year](const auto& clause) { return clause.value && meets(clause.scope, year); });
}

Eligibility eligible_in(const YearPart& part, const Plan& plan, const Figures& law,
                        const Participant& participant, const GroupFacts& facts) {
  Eligibility found;
  const bool counts_in_part = counts_only_while_participant(plan, law.plan_year);
  const auto keep_out = [&](Span clause) {
    found.eligible = false;
    found.decided_by = clause;
  };
  Entry entry = Entry::immediate;
  Span entry_at;
  for_each_condition(plan.entry, part, facts, [&](const auto& clause) {
    entry = clause.value;
    entry_at = clause.where;
  });
  const auto hold = [&](const Met& stated, Span clause, Assumption in_favour) {
    const Met met = not_before(stated, part, law);
    if (met.by_year_end == Told::no) keep_out(clause);
    if (met.by_year_end == Told::not_told) found.assumptions.add(in_favour);
    if (met.by_year_end == Told::yes && met.this_year) found.may_enter_inside = true;
    if (met.by_year_end != Told::yes || !met.on) return;
    const Date enters = entry_on_or_after(*met.on, entry, law.plan_year);
    if (enters > law.plan_year.last) keep_out(entry == Entry::immediate ? clause : entry_at);
    // Who leaves before the entry date never comes in.
    if (participant.termination_date && *participant.termination_date < enters) keep_out(clause);
    if (enters > law.plan_year.first && enters <= law.plan_year.last) {
      if (!counts_in_part) found.assumptions.add(Assumption::entered_mid_year);
      const Date takes_part =
          entry == Entry::immediate && met.at_its_end ? day_after(enters) : enters;
      found.entered = std::max(found.entered.value_or(takes_part), takes_part);
    }
  };
  for_each_condition(plan.minimum_age, part, facts, [&](const auto& clause) {
    hold(age_met(clause.value, part.last, participant), clause.where, Assumption::eligible_by_age);
  });
  for_each_condition(plan.minimum_service, part, facts, [&](const auto& clause) {
    hold(service_met(clause.value, part.last, participant), clause.where,
         Assumption::eligible_by_service);
  });
  // People come in on entry dates, be there a condition to meet before or not.
  if (entry != Entry::immediate && participant.hire_date && *participant.hire_date <= part.last)
    hold({Told::yes, participant.hire_date}, entry_at, Assumption::eligible_by_service);
  if (entry != Entry::immediate && !participant.hire_date && plan.minimum_service.empty())
    found.assumptions.add(Assumption::eligible_by_service);
  for_each_condition(plan.excluded_classes, part, facts, [&](const auto& clause) {
    if (!participant.employee_class) found.assumptions.add(Assumption::not_excluded);
    if (participant.employee_class && is_of_class(*participant.employee_class, clause.value))
      keep_out(clause.where);
  });
  if (participant.termination_date && *participant.termination_date < part.first)
    keep_out(plan.where);
  if (participant.hire_date && *participant.hire_date > part.last) keep_out(plan.where);
  return found;
}

/// The lowest value of a condition over the parts of the year, in each part the highest that
/// everybody must meet.
template <class T, class Months>
int least_over(const std::vector<Provision<T>>& stated, const std::vector<YearPart>& parts,
               Months months) {
  std::optional<int> least;
  for (const YearPart& part : parts) {
    int most = 0;
    for (const Provision<T>& clause : stated) {
      if (clause.scope.group.everybody() && in_force(clause.scope, part))
        most = std::max(most, months(clause.value));
    }
    least = std::min(least.value_or(most), most);
  }
  return least.value_or(0);
}

}  // namespace

int youngest_age(const Plan& plan, const std::vector<YearPart>& parts) {
  return least_over(plan.minimum_age, parts, months_of);
}

int shortest_service(const Plan& plan, const std::vector<YearPart>& parts) {
  return least_over(plan.minimum_service, parts, whole_months);
}

[[gnu::noinline]] Eligibility eligibility_of(const Plan& plan, const Figures& law,
                                             const Participant& participant,
                                             const GroupFacts& facts,
                                             const std::vector<YearPart>& parts) {
  Eligibility found;
  std::size_t open = 0;
  for (const YearPart& part : parts) {
    Eligibility here = eligible_in(part, plan, law, participant, facts);
    if (here.eligible && &part != &parts.front() && open == 0)
      here.entered = std::max(here.entered.value_or(part.first), part.first);
    if (here.eligible) ++open;
    // The first part in which the person may take part; where there is none, the last says why.
    if (here.eligible ? open == 1 : open == 0) found = std::move(here);
  }
  const bool told = found.assumptions.has(Assumption::entered_mid_year) ||
                    (found.entered && counts_only_while_participant(plan, law.plan_year));
  if (open != 0 && open != parts.size() && !told)
    found.assumptions.add(Assumption::eligible_in_part);
  for_each_condition(plan.employer_money_service, parts.back(), facts, [&](const auto& clause) {
    const Met met = service_met(clause.value, law.plan_year.last, participant);
    if (met.by_year_end == Told::yes && met.on && *met.on >= law.plan_year.first) {
      found.assumptions.add(Assumption::employer_money_mid_year);
    }
  });
  return found;
}

}  // namespace rothcheck::checker
