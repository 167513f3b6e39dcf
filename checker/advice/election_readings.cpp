// What the plan does not say about the time of its match, read in every way.
#include "checker/advice/election_readings.hpp"

#include <algorithm>

#include "checker/advice/election_rows.hpp"

namespace rothcheck::checker {

namespace {

struct Reading {
  MatchReading how;
  std::string takes;  // empty where nothing is silent
};

/// Whether some match of this reading stands by its period alone.
bool has_period_match(const ElectionYear& year, MatchReading how) {
  return std::any_of(
      year.terms().matches.begin(), year.terms().matches.end(),
      [how](const MatchTerm& match) { return is_formula(match) && stands_by_period(match, how); });
}

/// Every way to read what the plan does not say about the time of its match.  READING.md R4.2, R5.3
std::vector<Reading> readings_of(const Plan& plan, const ElectionYear& year, bool match_stated) {
  bool no_period = false, no_true_up = false, any = false;
  for (const MatchTerm& match : year.terms().matches) {
    if (!is_formula(match) || !pays_match(match, year.person(), year.law())) continue;
    any = true;
    if (!match.period && match.true_up != true) no_period = true;
    if (match.period && match.period != Period::year && !match.true_up) no_true_up = true;
  }
  std::vector<Reading> found = {{{}, ""}};
  if (match_stated || !any) return found;
  if (no_period || no_true_up) {
    const std::string_view by_year = no_period ? "the match is figured over the whole year"
                                               : "there is a true-up of the match at year end";
    const std::string_view by_paycheck = no_period
                                             ? "each paycheck is matched by itself, no true-up"
                                             : "there is no true-up of the match";
    found = {{{.whole_year = true, .true_up = true}, std::string{by_year}},
             {{.whole_year = false, .true_up = false}, std::string{by_paycheck}}};
  }
  const bool over_limit = year.pay().pay() > year.law().compensation.amount;
  if (!over_limit || !plan.at_pay_limit.empty()) return found;
  std::vector<Reading> both;
  for (const Reading& reading : found) {
    // What is figured over the whole year counts the whole year's contributions.
    const bool by_period = has_period_match(year, reading.how);
    for (const bool stops : {false, true}) {
      if (!by_period) {
        if (!stops) both.push_back(reading);
        continue;
      }
      Reading one = reading;
      one.how.stops = stops;
      if (!one.takes.empty()) one.takes += "; ";
      one.takes += stops ? "the match stops when pay reaches the 401(a)(17) limit"
                         : "the 401(a)(17) limit is spread over the year's pay";
      both.push_back(std::move(one));
    }
  }
  return both;
}

ElectionReading read(const ElectionYear& year, const ElectionFacts& facts, MatchReading how) {
  ElectionReading found;
  const auto add = [&](std::string_view name, Style style, bool keeps_match) {
    const Solved solved = year.solve(style, keeps_match, how);
    found.whole_match = greater(found.whole_match, solved.whole_match);
    found.plans.push_back(plan_of(year, solved, name, style, keeps_match));
  };
  const bool has_floors = year.has_floors(how);
  add("even", Style::even, true);
  add("front", Style::front, false);
  if (has_floors) add("front-keeping-match", Style::front, true);
  add("late", Style::late, false);
  if (has_floors) add("late-keeping-match", Style::late, true);
  Money best;
  for (const ElectionPlan& plan : found.plans) best = greater(best, plan.match);
  if (facts.deferral_now || facts.after_tax_now) {
    found.now = as_elected(year, facts, how);
    found.now->match_cost = remainder(best, found.now->match);
  }
  for (ElectionPlan& plan : found.plans) plan.match_cost = best - plan.match;
  return found;
}

bool same(const PaycheckRow& a, const PaycheckRow& b) {
  return a.deferral == b.deferral && a.after_tax == b.after_tax && a.match == b.match;
}

bool same(const ElectionReading& a, const ElectionReading& b) {
  const auto plans = [](const ElectionPlan& one, const ElectionPlan& other) {
    return one.name == other.name && one.match == other.match &&
           std::equal(one.rows.begin(), one.rows.end(), other.rows.begin(), other.rows.end(),
                      [](const PaycheckRow& x, const PaycheckRow& y) { return same(x, y); });
  };
  if (a.now.has_value() && a.now->match != b.now->match) return false;
  return std::equal(a.plans.begin(), a.plans.end(), b.plans.begin(), b.plans.end(), plans);
}

/// Whether elections made under one reading hold to the limits under another.
bool holds_under(const ElectionYear& year, const ElectionPlan& plan, MatchReading how) {
  Amounts deferrals, after_tax;
  for (const PaycheckRow& row : plan.rows) {
    deferrals.push_back(row.deferral);
    after_tax.push_back(row.after_tax);
  }
  const std::optional<Money> deferred = all_that_can_be_deferred(plan);
  const Deferrals elections = year.result_with(plan.match).elections;
  const Money match = year.match_of(elections, deferrals, after_tax, how).year;
  const YearResult result = year.result_with(match, deferred);
  return plan.after_tax.reached <= result.room && plan.deferrals.reached <= result.deferrals;
}

}  // namespace

bool is_formula(const MatchTerm& match) { return !match.formulas.empty(); }

std::vector<ElectionReading> all_readings(const Plan& plan, const ElectionYear& year,
                                          const ElectionFacts& facts, bool match_stated) {
  std::vector<ElectionReading> found;
  for (const Reading& reading : readings_of(plan, year, match_stated)) {
    ElectionReading one = read(year, facts, reading.how);
    auto place = std::find_if(found.begin(), found.end(),
                              [&](const ElectionReading& other) { return same(one, other); });
    if (place == found.end()) place = found.insert(place, std::move(one));
    if (!reading.takes.empty()) place->takes.push_back(reading.takes);
  }
  return found;
}

std::optional<std::size_t> safe_reading(const Plan& plan, const ElectionYear& year,
                                        const ElectionAnswer& answer, bool match_stated) {
  const std::vector<Reading> all = readings_of(plan, year, match_stated);
  for (std::size_t i = 0; i < answer.readings.size(); ++i) {
    const ElectionPlan& elections = chosen(answer, answer.readings[i]);
    if (std::all_of(all.begin(), all.end(), [&](const Reading& reading) {
          return holds_under(year, elections, reading.how);
        })) {
      return i;
    }
  }
  return std::nullopt;
}

bool same_amounts(const std::vector<ElectionReading>& a, const std::vector<ElectionReading>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const auto& one, const auto& other) { return same(one, other); });
}

}  // namespace rothcheck::checker
