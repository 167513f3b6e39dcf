// From amounts a paycheck to the tables of an answer.
#include "checker/advice/election_rows.hpp"

#include <algorithm>

namespace rothcheck::checker {

namespace {

Date last_of(const ElectionYear& year) { return date(year.law().year, 12, 31); }

/// The first row at which an amount reaches its limit.
void note(std::vector<LimitReached>& found, std::string_view limit, Money amount,
          const std::vector<PaycheckRow>& rows, Money PaycheckRow::* to_date) {
  for (const PaycheckRow& row : rows) {
    if (row.*to_date < amount) continue;
    found.push_back({limit, amount, row.on});
    return;
  }
}

std::string_view additions_name(const ElectionYear& year) {
  return year.person().pay < year.law().annual_additions.amount ? "compensation-limit"
                                                                : "annual-additions-limit";
}

void note_additions(std::vector<LimitReached>& found, const ElectionYear& year, const Going& going,
                    const std::vector<PaycheckRow>& rows) {
  const Money limit = year.additions_limit();
  const std::size_t before = found.size();
  note(found, additions_name(year), limit, rows, &PaycheckRow::additions_to_date);
  if (found.size() != before) return;
  const Money all = (rows.empty() ? Money{} : rows.back().additions_to_date) +
                    going.match.year_end + other_additions(year, going.result);
  if (all >= limit) found.push_back({additions_name(year), limit, last_of(year)});
}

/// The pay date that passes the 401(a)(17) limit.
void note_pay(std::vector<LimitReached>& found, const ElectionYear& year) {
  const Money limit = year.law().compensation.amount;
  Money to_date = year.pay().so_far();
  if (to_date >= limit) return;
  for (const Paycheck& check : year.pay().left) {
    to_date += check.pay();
    if (to_date < limit) continue;
    found.push_back({"401a17-limit", limit, check.on});
    return;
  }
}

Reach reach_of(Money target, Money before, const Spread& spread, const std::vector<Holds>& holds) {
  const Money aimed = remainder(target, before);
  Reach reach{greater(target, before), before + sum_of(spread.amounts), std::nullopt,
              spread.out_of_pay};
  reach.last = last_in_dollars(aimed, spread, holds);
  return reach;
}

Money elected_amount(const Elected& elected, const Holds& holds) {
  if (const auto* amount = std::get_if<Money>(&elected.value)) return lesser(*amount, holds.most);
  return lesser(portion(std::get<Rate>(elected.value), holds.counted, Round::nearest), holds.most);
}

}  // namespace

Money other_additions(const ElectionYear& year, const YearResult& result) {
  Money sum = result.nonelective + year.person().forfeitures + year.person().other_additions;
  for (const AmountTerm& addition : year.terms().other_additions)
    sum += addition.value(year.person().nonelective_pay, Round::nearest);
  return sum;
}

std::vector<PaycheckRow> rows_of(const ElectionYear& year, const Going& going) {
  std::vector<PaycheckRow> rows;
  const Money ordinary = going.result.deferrals - going.result.catch_up;
  Money deferred = year.so_far().deferrals, after_tax = year.so_far().after_tax;
  Money matched = year.so_far().match;
  for (std::size_t i = 0; i < year.pay().left.size(); ++i) {
    const Paycheck& check = year.pay().left[i];
    deferred += going.deferrals[i];
    after_tax += going.after_tax[i];
    matched += going.match.on[i];
    rows.push_back({.on = check.on,
                    .pay = check.pay(),
                    .deferral_elected = {},
                    .after_tax_elected = {},
                    .deferral = going.deferrals[i],
                    .after_tax = going.after_tax[i],
                    .match = going.match.on[i],
                    .deferrals_to_date = deferred,
                    .after_tax_to_date = after_tax,
                    // Catch-up is what goes in last, and is out.  §414(v)(3)(A)
                    .additions_to_date = lesser(deferred, ordinary) + after_tax + matched});
  }
  return rows;
}

std::vector<ElectionStep> steps_of(const std::vector<PaycheckRow>& rows) {
  std::vector<ElectionStep> steps;
  for (const PaycheckRow& row : rows) {
    const bool goes_on = !steps.empty() && steps.back().deferral == row.deferral_elected &&
                         steps.back().after_tax == row.after_tax_elected;
    if (!goes_on) steps.push_back({row.on, row.on, 0, row.deferral_elected, row.after_tax_elected});
    steps.back().until = row.on;
    ++steps.back().paychecks;
  }
  return steps;
}

std::vector<LimitReached> limits_of(const ElectionYear& year, const Going& going,
                                    const std::vector<PaycheckRow>& rows) {
  std::vector<LimitReached> found;
  const Deferrals& elections = going.result.elections;
  const Money ordinary = lesser(elections.ordinary_limit, elections.most);
  if (ordinary > Money{}) {
    const bool by_law = elections.ordinary_limit >= year.law().deferrals.amount;
    note(found, by_law ? "elective-deferral-limit" : "plan-deferral-limit", ordinary, rows,
         &PaycheckRow::deferrals_to_date);
  }
  if (elections.most > ordinary)
    note(found, "catch-up-limit", elections.most, rows, &PaycheckRow::deferrals_to_date);
  if (going.result.binding == Binding::plan_limit && going.result.room > Money{})
    note(found, "plan-limit", going.result.room, rows, &PaycheckRow::after_tax_to_date);
  note_additions(found, year, going, rows);
  note_pay(found, year);
  std::vector<LimitReached> in_order;
  for (const LimitReached& limit : found) {
    const auto later = [](const LimitReached& a, const LimitReached& b) { return a.on < b.on; };
    in_order.insert(std::upper_bound(in_order.begin(), in_order.end(), limit, later), limit);
  }
  return in_order;
}

std::optional<Money> all_that_can_be_deferred(const ElectionPlan& plan) {
  const bool all = plan.deferrals.out_of_pay && plan.deferrals.left() > Money{};
  return all ? std::optional{plan.deferrals.reached} : std::nullopt;
}

ElectionPlan plan_of(const ElectionYear& year, const Solved& solved, std::string_view name,
                     Style style, bool keeps_match) {
  const Going going{solved.deferrals.amounts, solved.after_tax.amounts, solved.match,
                    solved.result};
  ElectionPlan plan{.name = name, .style = style, .keeps_match = keeps_match};
  plan.rows = rows_of(year, going);
  for (std::size_t i = 0; i < plan.rows.size(); ++i) {
    plan.rows[i].deferral_elected = elected_at(year.grain(), solved.deferrals.levels[i]);
    plan.rows[i].after_tax_elected = elected_at(year.grain(), solved.after_tax.levels[i]);
  }
  plan.steps = steps_of(plan.rows);
  plan.deferrals = reach_of(solved.deferral_target, year.so_far().deferrals, solved.deferrals,
                            year.deferral_holds());
  plan.after_tax = reach_of(solved.after_tax_target, year.so_far().after_tax, solved.after_tax,
                            year.after_tax_holds(solved.deferrals.amounts));
  const Money ordinary = solved.result.deferrals - solved.result.catch_up;
  plan.catch_up = remainder(plan.deferrals.reached, ordinary);
  plan.match = solved.match.year;
  plan.at_year_end = solved.match.year_end;
  plan.other_employer = other_additions(year, solved.result);
  plan.room = solved.result.room;
  plan.binding = solved.result.binding;
  plan.binding_at = solved.result.binding_at;
  plan.limits = limits_of(year, going, plan.rows);
  return plan;
}

AsElected as_elected(const ElectionYear& year, const ElectionFacts& facts, MatchReading reading) {
  const Elected none{Rate{}};
  const Elected deferral = facts.deferral_now.value_or(none);
  const Elected after_tax = facts.after_tax_now.value_or(none);
  const YearResult aimed = year.result_with(year.so_far().match);
  Amounts deferrals, after;
  Money deferred = year.so_far().deferrals, elected = deferred;
  for (const Holds& holds : year.deferral_holds()) {
    // Payroll stops deferrals at the limit; of after-tax money it often does not.  §401(a)(30)
    const Money amount = elected_amount(deferral, holds);
    elected += amount;
    deferrals.push_back(lesser(amount, remainder(aimed.elections.most, deferred)));
    deferred += deferrals.back();
  }
  for (const Holds& holds : year.after_tax_holds(deferrals))
    after.push_back(elected_amount(after_tax, holds));

  Deferrals defers = year.deferring(deferred);
  // In dollars or in percent, it goes on until it stops there.
  defers.stated = elected;
  defers.in_percent = true;
  const PaidMatch match = year.match_of(defers, deferrals, after, reading);
  YearResult result = year.result_with(match.year);
  result.deferrals = defers.all;
  result.catch_up = defers.catch_up;
  const Going going{deferrals, after, match, result};
  AsElected found;
  found.rows = rows_of(year, going);
  for (PaycheckRow& row : found.rows) {
    row.deferral_elected = deferral;
    row.after_tax_elected = after_tax;
  }
  found.deferrals = {greater(aimed.deferrals, deferred), deferred, std::nullopt, false};
  found.after_tax = year.so_far().after_tax + sum_of(after);
  found.room = result.room;
  found.match = match.year;
  found.at_year_end = match.year_end;
  found.over = remainder(found.after_tax, found.room);
  found.limits = limits_of(year, going, found.rows);

  // Match that comes after the limit is full has no place under it.
  const Money limit = year.additions_limit();
  Money later = match.year_end;
  for (const PaycheckRow& row : found.rows) {
    if (row.additions_to_date >= limit && !found.full_on) found.full_on = row.on;
    if (row.additions_to_date > limit) later += row.match;
  }
  const Money all = (found.rows.empty() ? Money{} : found.rows.back().additions_to_date) +
                    match.year_end + other_additions(year, result);
  found.crowded_out = lesser(later, remainder(all, limit));
  return found;
}

}  // namespace rothcheck::checker
