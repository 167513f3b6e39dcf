// What is asked is settled here, and then solved once for each style and each reading of the plan's
// silence.
#include "checker/advice/elect.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "checker/advice/assumptions.hpp"
#include "checker/advice/election_readings.hpp"
#include "checker/advice/election_remarks.hpp"
#include "checker/advice/facts.hpp"
#include "checker/findings.hpp"
#include "checker/judge/assumed.hpp"
#include "checker/judge/ready.hpp"
#include "checker/judge/remarks.hpp"
#include "checker/terms/groups.hpp"
#include "checker/year/product.hpp"

namespace rothcheck::checker {

namespace {

bool is_one_of(QuestionKind kind, std::initializer_list<QuestionKind> kinds) {
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
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
  const bool plan_year = law.plan_year != calendar_year(law.year);
  if (plan_year || law.limitation_year != calendar_year(law.year)) {
    const bool apart = plan_year && law.years_apart();
    const PlanYear year = plan_year ? law.plan_year : law.limitation_year;
    refuse(
        fmt::format("the {} year {} to {} is not the calendar year", apart ? "plan" : "limitation",
                    to_string(year.first), to_string(year.last)),
        "paychecks are counted by calendar year here; `rothcheck check` has the room",
        plan.plan_year.empty() ? plan.limitation_year.front().where : plan.plan_year.front().where);
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

/// The answer for each way in which the missing facts could turn out, in the order of
/// `for_each_way`.
using Ways = std::vector<std::vector<ElectionReading>>;

/// Whether another way of one fact, all others as they are, comes to other elections. Its ways
/// follow each other at `stride`.
bool decides(const Ways& ways, std::size_t stride, std::size_t count) {
  for (std::size_t i = 0; i < ways.size(); ++i) {
    if (i / stride % count != 0) continue;
    for (std::size_t way = 1; way < count; ++way) {
      if (!same_amounts(ways[i], ways[i + way * stride])) return true;
    }
  }
  return false;
}

/// The facts whose absence leaves the elections open.
Findings open_questions(const Resolution& resolution, const Ways& ways, const ElectionYear& year,
                        bool match_stated) {
  Findings findings;
  const auto ask = [&findings](const Question& question) {
    findings.push_back({&finding::fact_missing, "the elections depend on a fact that is not known",
                        question.where});
    findings.back().notes.push_back({std::string{sentence_of(question.kind)}});
  };
  std::size_t stride = ways.size();
  for (const OpenFact& fact : resolution.open) {
    stride /= fact.ways.size();
    if (!decides(ways, stride, fact.ways.size())) continue;
    for (const Question& question : fact.questions) ask(question);
  }
  if (match_stated) return findings;
  for (const MatchTerm& match : year.terms().matches) {
    if (match.unknown || match.discretionary) ask({QuestionKind::match_amount, match.where});
    if (match.hours && !year.person().hours) ask({QuestionKind::hours, match.where});
  }
  return findings;
}

void take_assumptions(ElectionAnswer& answer, const Plan& plan, const ElectionYear& year,
                      const PayYear& pay, const ElectionFacts& facts, bool match_stated) {
  std::vector<std::string_view>& all = answer.assumptions;
  all.insert(all.end(), pay.assumptions.begin(), pay.assumptions.end());
  if (!facts.bonuses) all.push_back(assumption::no_bonuses);
  if (!facts.grain) all.push_back(assumption::grain_not_stated);
  if (!facts.highest_election) all.push_back(assumption::whole_paycheck);
  const auto in_force = [&](const auto& limit) {
    return meets(limit.scope, year.law().plan_year) &&
           holds(limit.scope.group, year.person().group);
  };
  const auto any_limit = [&](bool each_pay_period) {
    return std::any_of(plan.limits.begin(), plan.limits.end(), [&](const auto& limit) {
      return in_force(limit) && limit.value.each_pay_period == each_pay_period &&
             (each_pay_period || limit.value.amount.is_of_pay());
    });
  };
  if (any_limit(true)) all.push_back(assumption::period_limits);
  if (any_limit(false)) all.push_back(assumption::year_limits);
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
  const auto& [plan, law, inquiry, plan_answer, acp] = checker.ready();
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
  Resolution resolution = resolve(plan, inquiry, law, person);
  // Elections are what is looked for, and every paycheck has its place in the year.
  std::erase_if(resolution.open, [](const OpenFact& fact) {
    return is_one_of(fact.questions.front().kind,
                     {QuestionKind::deferrals_elected, QuestionKind::deferrals_when,
                      QuestionKind::paychecks_left});
  });

  std::optional<ElectionYear> year;
  Ways ways;
  for_each_way(resolution, [&](const Person& way) {
    ElectionYear one{plan, law, person, way, *pay.value, facts, participant.match};
    ways.push_back(all_readings(plan, one, facts, participant.match.has_value()));
    if (!year) year.emplace(std::move(one));
  });
  wrong = open_questions(resolution, ways, *year, participant.match.has_value());
  if (!wrong.empty()) return {std::nullopt, std::move(wrong)};

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
  answer.readings = std::move(ways.front());

  answer.safe_reading = safe_reading(plan, *year, answer, participant.match.has_value());

  const ElectionPlan& best = chosen(answer, answer.readings.front());
  const YearResult result = year->result_with(best.match);
  answer.deferral_limit = lesser(result.elections.ordinary_limit, result.elections.most);
  answer.deferral_most = result.elections.most;
  answer.additions_limit = year->additions_limit();
  answer.pay_limit = law.compensation.amount;
  answer.worksheet = worksheet_of(*year, best);

  Person with_match = year->person();
  with_match.match = best.match;
  answer.findings = findings_on(person, with_match, result, year->terms(), law);
  if (answer.deferrals_so_far > result.elections.most) {
    answer.findings.push_back(
        {&finding::excess_deferral,
         fmt::format("deferrals of {} so far are over the {} that may be deferred in {}",
                     to_string(answer.deferrals_so_far), to_string(result.elections.most),
                     law.year)});
  }
  const std::optional<Money> most_match = year->most_match();
  if (!participant.match && most_match && answer.match_so_far > *most_match) {
    answer.findings.push_back(
        {&finding::facts_disagree,
         fmt::format("match_ytd {} is more than the {} that the formula gives for all of {}",
                     to_string(answer.match_so_far), to_string(*most_match), law.year)});
  }
  Findings more = findings_on(*year, answer);
  answer.findings.insert(answer.findings.end(), more.begin(), more.end());
  Assumptions taken = resolution.assumptions;
  taken.add(assumptions_of(plan, person, with_match, result, year->terms(), law));
  for (const Assumption one : taken.list()) {
    if (one != Assumption::pay_parts && one != Assumption::enrolled_automatically &&
        one != Assumption::pay_periods_26)
      answer.assumptions.push_back(sentence_of(one));
  }
  take_assumptions(answer, plan, *year, *pay.value, facts, participant.match.has_value());
  if (std::any_of(plan.distribution_suspension.begin(), plan.distribution_suspension.end(),
                  [&](const auto& clause) { return meets(clause.scope, law.plan_year); }))
    answer.assumptions.push_back(assumption::no_suspension);
  return {std::move(answer), {}};
}

}  // namespace rothcheck::checker
