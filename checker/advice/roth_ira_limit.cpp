// What may be contributed to IRAs: §219(b)(5), §408A(c)(3) with §219(g)(2).
#include "checker/advice/roth_ira_limit.hpp"

#include <fmt/format.h>

#include "checker/advice/assumptions.hpp"
#include "checker/findings.hpp"
#include "checker/law/ira.hpp"

namespace rothcheck::checker {

namespace {

using By = Made::By;

DerivedLine figure_line(std::string label, Money amount, LimitKey key, const YearFigures& year) {
  return {std::move(label),
          amount,
          {},
          std::string{limit_row(key).law},
          fmt::format("{} (figure of {})", year[key]->source, year.year)};
}

// The limit of all IRAs together: the year's amount, more from 50 on, and never more than is
// earned.  §219(b)(1), (b)(5)
int enter_ira_limit(const BackdoorFacts& facts, const YearFigures& year, IraBackdoor& answer) {
  Derivation& lines = answer.derivation;
  const Money base = *year.money(LimitKey::ira_limit_219b5A);
  answer.ira_limit = base;
  int line =
      lines.add(figure_line("IRA contribution limit", base, LimitKey::ira_limit_219b5A, year));
  if (has_ira_catch_up(*facts.age)) {
    const Money catch_up = *year.money(LimitKey::ira_catch_up_219b5B);
    answer.ira_limit += catch_up;
    lines.add(
        figure_line("catch-up at 50 and over", catch_up, LimitKey::ira_catch_up_219b5B, year));
    line = lines.add({"limit of all IRAs together",
                      answer.ira_limit,
                      {By::sum, {line, line + 1}},
                      "IRC 219(b)(5)",
                      "",
                      true});
  }
  if (!facts.compensation) {
    lines.assumptions.push_back(assumption::enough_compensation);
    return line;
  }
  answer.ira_limit = lesser(answer.ira_limit, *facts.compensation);
  const int pay_line =
      lines.add({"taxable compensation", *facts.compensation, {}, "IRC 219(f)(1)"});
  return lines.add({"most that may be contributed",
                    answer.ira_limit,
                    {By::least, {line, pay_line}},
                    "IRC 219(b)(1), 219(c)",
                    "",
                    true});
}

// The limit shrinks in the proportion in which income goes through the phase-out.  §408A(c)(3)(A)
int enter_phase_out(const BackdoorFacts& facts, const YearFigures& year, int limit_line,
                    IraBackdoor& answer) {
  Derivation& lines = answer.derivation;
  const LimitKey key = phase_out_of(facts);
  const Range range = std::get<Range>(year[key]->value);
  answer.magi = *facts.magi;
  answer.phase_out_range = range;
  answer.phase_out = standing(range, *facts.magi);
  answer.roth_ira_limit = phased_out(answer.ira_limit, range, *facts.magi);
  const int magi_line =
      lines.add({"modified adjusted gross income", *facts.magi, {}, "IRC 408A(c)(3)(B)(i)"});
  const int start_line =
      lines.add(figure_line(std::string{limit_row(key).label} + ": start", range.least, key, year));
  const int end_line =
      lines.add(figure_line(std::string{limit_row(key).label} + ": end", range.most, key, year));
  Made made;
  switch (answer.phase_out) {
    case PhaseOut::below:
      made = {By::same,
              {limit_line},
              {},
              fmt::format("line {}, as income is not over line {}", limit_line, start_line)};
      break;
    case PhaseOut::above:
      made.words = fmt::format("nothing, as income is not under line {}", end_line);
      break;
    case PhaseOut::inside: {
      const int over_line = lines.add({"income over the start",
                                       *facts.magi - range.least,
                                       {By::difference, {magi_line, start_line}}});
      const int width_line = lines.add({"width of the phase-out",
                                        range.most - range.least,
                                        {By::difference, {end_line, start_line}}});
      made = {By::phased_out, {limit_line, over_line, width_line}};
      break;
    }
  }
  if (facts.filing_status == FilingStatus::separate && !facts.lived_apart) {
    lines.assumptions.push_back(assumption::lived_together);
  }
  return lines.add({"Roth IRA limit", answer.roth_ira_limit, std::move(made),
                    "IRC 408A(c)(3)(A), 219(g)(2)(B), 219(g)(2)(C)", "", true});
}

// One limit for traditional and Roth IRAs together.  §408A(c)(2)
void enter_contributions(const BackdoorFacts& facts, int limit_line, int roth_line,
                         IraBackdoor& answer) {
  Derivation& lines = answer.derivation;
  answer.contribution_left = answer.ira_limit;
  if (!facts.ira_contribution) {
    lines.assumptions.push_back(assumption::no_other_ira_money);
    return;
  }
  const Money made = *facts.ira_contribution;
  answer.contribution_left = remainder(answer.ira_limit, made);
  answer.roth_ira_limit = lesser(answer.roth_ira_limit, answer.contribution_left);
  const int made_line = lines.add({"contributions made otherwise", made});
  const int left_line = lines.add({"left of the limit",
                                   answer.contribution_left,
                                   {By::difference, {limit_line, made_line}},
                                   "IRC 219(b)(5)",
                                   "",
                                   true});
  lines.add({"left for a Roth IRA",
             answer.roth_ira_limit,
             {By::least, {roth_line, left_line}},
             "IRC 408A(c)(2)",
             "",
             true});
  if (made > answer.ira_limit) {
    lines.findings.push_back(
        {&finding::over_ira_limit,
         fmt::format("ira_contribution {} is more than the limit {} of {}", to_string(made),
                     to_string(answer.ira_limit), answer.year)});
  }
}

// A Roth IRA is all that is left, within its income limit.
void enter_age_bar(const BackdoorFacts& facts, IraBackdoor& answer) {
  if (!is_barred_by_age(facts, answer.year)) return;
  answer.contribution_left = lesser(answer.contribution_left, answer.roth_ira_limit);
  answer.derivation.add({"of it to a traditional IRA, at 70 1/2 or more",
                         Money{},
                         {},
                         "IRC 219(d)(1) as it stood before 2020",
                         "",
                         true});
  answer.derivation.findings.push_back(
      {&finding::no_traditional_at_70,
       fmt::format("at {} nothing may go to a traditional IRA for {}, so there is no backdoor",
                   *facts.age, answer.year)});
}

}  // namespace

bool needs_birthday(const BackdoorFacts& facts, int year) {
  return facts.age && half_of_year_decides(*facts.age, year);
}

bool is_barred_by_age(const BackdoorFacts& facts, int year) {
  return is_barred_by_age(*facts.age, facts.born_by_june_30.value_or(true), year);
}

LimitKey phase_out_of(const BackdoorFacts& facts) {
  return roth_phase_out_of(*facts.filing_status, facts.lived_apart.value_or(false));
}

void enter_ira_limits(const BackdoorFacts& facts, const YearFigures& year, IraBackdoor& answer) {
  const int limit_line = enter_ira_limit(facts, year, answer);
  const int roth_line = enter_phase_out(facts, year, limit_line, answer);
  enter_contributions(facts, limit_line, roth_line, answer);
  enter_age_bar(facts, answer);
  if (answer.phase_out == PhaseOut::below) {
    answer.derivation.findings.push_back(
        {&finding::backdoor_not_needed,
         fmt::format("income {} is not over {}, where the phase-out of {} starts",
                     to_string(answer.magi), to_string(answer.phase_out_range.least),
                     answer.year)});
  }
}

}  // namespace rothcheck::checker
