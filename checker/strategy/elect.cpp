// What is asked is settled here, and then solved once for each style and each reading of the plan's
// silence.
#include "checker/strategy/elect.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "checker/findings.hpp"
#include "checker/product.hpp"
#include "checker/ready.hpp"
#include "checker/remarks.hpp"
#include "checker/strategy/assumptions.hpp"
#include "checker/strategy/election_remarks.hpp"
#include "checker/strategy/election_rows.hpp"
#include "checker/strategy/facts.hpp"

namespace rothcheck::checker {

namespace {

struct Reading {
  MatchReading how;
  std::string takes;  // empty where nothing is silent
};

/// A match whose formula somebody can work out.
bool is_formula(const MatchTerm& match) { return !match.formulas.empty(); }

/// Whether some match of this reading stands by its period alone.
bool has_period_match(const ElectionYear& year, MatchReading how) {
  return std::any_of(
      year.terms().matches.begin(), year.terms().matches.end(),
      [how](const MatchTerm& match) { return is_formula(match) && stands_by_period(match, how); });
}

/// Every way to read what the plan does not say about the time of its match.  law.md R4.2, R5.3
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

/// Readings that come to the same are one.
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

/// Whether elections made under one reading hold to the limits under another.
bool holds_under(const ElectionYear& year, const ElectionPlan& plan, MatchReading how) {
  Amounts deferrals, after_tax;
  for (const PaycheckRow& row : plan.rows) {
    deferrals.push_back(row.deferral);
    after_tax.push_back(row.after_tax);
  }
  const Deferrals elections = year.settled(plan.match).elections;
  const Money match = year.match_of(elections, deferrals, after_tax, how).year;
  const Settled settled = year.settled(match);
  return plan.after_tax.reached <= settled.room && plan.deferrals.reached <= settled.deferrals;
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

/// What elections by paycheck cannot be made of.
Findings refusals(const Plan& plan, const Figures& law, const Participant& participant) {
  Findings findings;
  const auto refuse = [&](std::string message, std::string note, Span where = {}) {
    findings.push_back({&finding::no_paychecks, std::move(message), where});
    findings.back().notes.push_back({std::move(note)});
  };
  if (is_self_employed(participant)) {
    refuse("earned income of the self-employed is known only when the year is over",
           "`rothcheck check` has the room of the year");
  }
  if (law.plan_year != calendar_year(law.year)) {
    refuse(fmt::format("the limitation year {} to {} is not the calendar year",
                       to_string(law.plan_year.first), to_string(law.plan_year.last)),
           "paychecks are counted by calendar year here; `rothcheck check` has the room",
           plan.limitation_year.front().where);
  }
  if (participant.commission || participant.overtime || participant.base_pay || participant.bonus) {
    refuse("pay codes are given: elections need regular paychecks, and bonuses with their dates",
           "give paycheck=... (or pay=... of the year) and bonuses=DATE:AMOUNT");
  }
  return findings;
}

/// What the year so far must tell before anything is added to it.
void need_so_far(const ElectionFacts& facts, const Participant& participant, const Plan& plan,
                 Findings& findings) {
  const auto ask = [&](bool known, std::string_view name, std::string_view meaning) {
    if (known) return;
    say_missing(name, "elect", findings);
    findings.back().notes.front() = {
        fmt::format("give --with {}=..., {} before next_pay_date (0 if none)", name, meaning)};
  };
  ask(facts.deferrals_ytd.has_value(), "deferrals_ytd", "what was deferred");
  ask(participant.after_tax_ytd.has_value(), "after_tax_ytd", "what went in after tax");
  const bool matched = !plan.matches.empty() && !participant.match;
  ask(facts.match_ytd.has_value() || !matched, "match_ytd", "the match");
}

/// Facts whose absence leaves the elections open. The match is that of the paychecks.
Findings open_questions(const Resolution& resolution, const ElectionYear& year, bool match_stated) {
  Findings findings;
  const auto ask = [&findings](const Question& question) {
    findings.push_back({&finding::fact_missing, "the elections depend on a fact that is not known",
                        question.where});
    findings.back().notes.push_back({std::string{sentence_of(question.kind)}});
  };
  for (const OpenFact& fact : resolution.open) {
    for (const Question& question : fact.questions) ask(question);
  }
  if (match_stated) return findings;
  for (const MatchTerm& match : year.terms().matches) {
    if (match.unknown || match.discretionary) ask({QuestionKind::match_amount, match.where});
  }
  return findings;
}

bool same_amounts(const std::vector<ElectionReading>& a, const std::vector<ElectionReading>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const auto& one, const auto& other) { return same(one, other); });
}

void take_assumptions(ElectionAnswer& answer, const ElectionYear& year, const PayYear& pay,
                      const ElectionFacts& facts, bool match_stated) {
  std::vector<std::string_view>& all = answer.assumptions;
  all.insert(all.end(), pay.assumptions.begin(), pay.assumptions.end());
  if (!facts.bonuses) all.push_back(assumption::no_bonuses);
  if (!facts.grain) all.push_back(assumption::grain_not_stated);
  if (!facts.highest_election) all.push_back(assumption::whole_paycheck);
  const auto of_pay = [](const LimitTerm& limit) { return !limit.amount.of_pay.is_zero(); };
  const auto& limits = year.terms().limits;
  if (std::any_of(limits.begin(), limits.end(), of_pay)) all.push_back(assumption::year_limits);
  if (chosen(answer, answer.readings.front()).catch_up > Money{})
    all.push_back(assumption::side_by_side);
  if (year.stops_at_limit()) all.push_back(assumption::payroll_stops);
  if (match_stated) all.push_back(assumption::match_stated);
  const auto& matches = year.terms().matches;
  const auto by_months = [](const MatchTerm& match) {
    return match.period == Period::month || match.period == Period::quarter;
  };
  if (!match_stated && std::any_of(matches.begin(), matches.end(), is_formula))
    all.push_back(assumption::cents_carried);
  if (pay.begun && std::any_of(matches.begin(), matches.end(), by_months))
    all.push_back(assumption::part_of_a_period);
}

}  // namespace

Outcome<ElectionAnswer> elect(const Checker& checker, const Participant& participant,
                              const ElectionFacts& facts) {
  const auto& [plan, law, inquiry, plan_answer] = checker.ready();
  Findings wrong = refusals(plan, law, participant);
  Outcome<PayYear> pay = pay_year_of(facts, participant, law.year);
  wrong.insert(wrong.end(), pay.findings.begin(), pay.findings.end());
  if (pay && pay.value->begun) need_so_far(facts, participant, plan, wrong);
  if (!wrong.empty()) return {std::nullopt, std::move(wrong)};

  // The year's pay is that of its paychecks, and its match theirs, whichever it turns out to be.
  Participant person = participant;
  person.pay = pay.value->pay();
  person.base_pay = pay.value->regular();
  person.bonus = pay.value->bonus();
  if (!person.match) person.match = Money{};
  const Resolution resolution = resolve(plan, inquiry, law, person);

  std::optional<ElectionYear> year;
  std::vector<ElectionReading> readings;
  bool open = false;
  for_each_way(resolution, [&](const Person& way) {
    if (open) return;
    ElectionYear one{plan, law, person, way, *pay.value, facts, participant.match};
    std::vector<ElectionReading> found =
        all_readings(plan, one, facts, participant.match.has_value());
    if (!year) {
      year.emplace(std::move(one));
      readings = std::move(found);
    } else if (!same_amounts(readings, found)) {
      open = true;
    }
  });
  const auto& matches = year->terms().matches;
  const bool match_open =
      !participant.match && std::any_of(matches.begin(), matches.end(), [](const MatchTerm& match) {
        return match.unknown || match.discretionary;
      });
  if (open || match_open)
    return {std::nullopt, open_questions(resolution, *year, participant.match.has_value())};

  ElectionAnswer answer;
  answer.year = law.year;
  answer.plan = plan.name;
  answer.schedule = pay.value->schedule;
  answer.grain = year->grain();
  answer.style = facts.style.value_or(Style::even);
  answer.pay_dates = pay.value->pay_dates;
  answer.next = pay.value->next;
  answer.pay = pay.value->pay();
  answer.pay_so_far = pay.value->so_far();
  answer.deferrals_so_far = year->so_far().deferrals;
  answer.after_tax_so_far = year->so_far().after_tax;
  answer.match_so_far = year->so_far().match;
  answer.readings = std::move(readings);

  answer.safe_reading = safe_reading(plan, *year, answer, participant.match.has_value());

  const ElectionPlan& best = chosen(answer, answer.readings.front());
  const Settled settled = year->settled(best.match);
  answer.deferral_limit = lesser(settled.elections.ordinary_limit, settled.elections.most);
  answer.deferral_most = settled.elections.most;
  answer.additions_limit = year->additions_limit();
  answer.pay_limit = law.compensation.amount;
  answer.worksheet = worksheet_of(*year, best);

  Person with_match = year->person();
  with_match.match = best.match;
  answer.findings = findings_on(person, with_match, settled, year->terms(), law);
  if (answer.deferrals_so_far > settled.elections.most) {
    answer.findings.push_back(
        {&finding::excess_deferral,
         fmt::format("deferrals of {} so far are over the {} that may be deferred in {}",
                     to_string(answer.deferrals_so_far), to_string(settled.elections.most),
                     law.year)});
  }
  Findings more = findings_on(*year, answer);
  answer.findings.insert(answer.findings.end(), more.begin(), more.end());
  Assumptions taken = resolution.assumptions;
  taken.add(assumptions_of(plan, person, with_match, settled, year->terms(), law));
  for (const Assumption one : taken.list()) {
    if (one != Assumption::pay_parts) answer.assumptions.push_back(sentence_of(one));
  }
  take_assumptions(answer, *year, *pay.value, facts, participant.match.has_value());
  return {std::move(answer), {}};
}

}  // namespace rothcheck::checker
