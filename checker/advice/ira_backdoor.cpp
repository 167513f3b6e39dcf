// The IRA backdoor: what a conversion of a traditional IRA costs.  §408(d)(2), Form 8606
#include "checker/advice/ira_backdoor.hpp"

#include <fmt/format.h>

#include "checker/advice/assumptions.hpp"
#include "checker/advice/facts.hpp"
#include "checker/advice/roth_ira_limit.hpp"
#include "checker/findings.hpp"
#include "checker/law/basis.hpp"
#include "checker/law/distributions.hpp"

namespace rothcheck::checker {

namespace {

using By = Made::By;

bool converts(const BackdoorFacts& facts) {
  return facts.amount || facts.ira_balance || facts.ira_basis || facts.distributions ||
         facts.outstanding_rollovers || facts.reverse_rollover;
}

Money year_end(const BackdoorFacts& facts) {
  return facts.ira_balance.value_or(Money{}) + facts.outstanding_rollovers.value_or(Money{});
}

// All that Form 8606 pools: what is there at the year's end and what left during the year.
Money pool(const BackdoorFacts& facts) {
  return year_end(facts) + facts.distributions.value_or(Money{}) + facts.amount.value_or(Money{});
}

Findings faults(const BackdoorFacts& facts, const YearFigures& year) {
  Findings findings;
  need(facts.filing_status, "filing_status", "backdoor", findings);
  need(facts.magi, "magi", "backdoor", findings);
  need(facts.age, "age", "backdoor", findings);
  if (needs_birthday(facts, year.year)) {
    need(facts.born_by_june_30, "born_by_june_30", "at 70 before 2020 the backdoor", findings);
  }
  if (converts(facts)) {
    need(facts.amount, "amount", "the conversion", findings);
    need(facts.ira_balance, "ira_balance", "the conversion", findings);
    need(facts.ira_basis, "ira_basis", "the conversion", findings);
  }
  if (!findings.empty()) return findings;
  for (const LimitKey key :
       {LimitKey::ira_limit_219b5A, LimitKey::ira_catch_up_219b5B, phase_out_of(facts)}) {
    if (year[key]) continue;
    findings.push_back({&finding::year_without_limits,
                        fmt::format("the figures of {} lack {}", year.year, limit_row(key).name)});
  }
  // Only income and gains can be rolled into a plan, never basis.  §408(d)(3)(A)(ii), (H)
  // READING.md R10.5
  if (facts.reverse_rollover) {
    const Money pretax = remainder(pool(facts), *facts.ira_basis);
    hold(*facts.reverse_rollover, "reverse_rollover", lesser(pretax, *facts.ira_balance),
         "the pre-tax money at year end,", findings);
  }
  return findings;
}

int enter_pool(const BackdoorFacts& facts, Derivation& lines) {
  const int first = lines.add({"all traditional, SEP and SIMPLE IRAs on December 31",
                               *facts.ira_balance,
                               {},
                               "IRC 408(d)(2); Form 8606 line 6"});
  if (facts.outstanding_rollovers) {
    lines.add({"outstanding rollovers", *facts.outstanding_rollovers, {}, "Form 8606 line 6"});
  }
  if (facts.distributions) {
    lines.add({"other distributions of the year", *facts.distributions, {}, "Form 8606 line 7"});
  }
  lines.add({"converted to a Roth IRA", *facts.amount, {}, "Form 8606 line 8"});
  Made made{By::sum};
  for (int line = first; line <= lines.last(); ++line) made.of.push_back(line);
  return lines.add(
      {"all of it together", pool(facts), std::move(made), "Form 8606 line 9", "", true});
}

// Says what the pre-tax money costs, and what would become of it with that money in a plan.
void warn_of_pro_rata(const BackdoorFacts& facts, IraBackdoor& answer) {
  const Money taxable = answer.pro_rata->taxable;
  if (taxable == Money{} || answer.pretax_left == Money{}) return;
  Finding finding{
      &finding::pro_rata_taxes,
      fmt::format("{} of {} converted is taxable: the IRAs keep {} of pre-tax money",
                  to_string(taxable), to_string(*facts.amount), to_string(answer.pretax_left))};
  const ProRata emptied = pro_rata(*facts.amount, facts.distributions.value_or(Money{}),
                                   year_end(facts) - answer.pretax_left, *facts.ira_basis);
  finding.notes.push_back({fmt::format(
      "with {} rolled into a plan by December 31, {} would be taxable (reverse_rollover={})",
      to_string(answer.pretax_left), to_string(emptied.taxable),
      to_plain_string(answer.pretax_left))});
  answer.derivation.findings.push_back(std::move(finding));
}

/// The lines that what follows a conversion rests on.
struct ConversionLines {
  int basis, pool, amount, taxable;
  int taxable_then = 0;  // with pre-tax money rolled into a plan
};

ConversionLines enter_conversion(const BackdoorFacts& facts, IraBackdoor& answer) {
  Derivation& lines = answer.derivation;
  const Money others = facts.distributions.value_or(Money{});
  const ProRata result = pro_rata(*facts.amount, others, year_end(facts), *facts.ira_basis);
  answer.amount = facts.amount;
  answer.pro_rata = result;
  // What a plan could take: the pre-tax money that is still in the IRAs when the year ends.
  answer.pretax_left = lesser(remainder(pool(facts), *facts.ira_basis), *facts.ira_balance);
  const int basis_line = lines.add(
      {"basis: nondeductible contributions", *facts.ira_basis, {}, "IRC 408(o); Form 8606 line 3"});
  const int pool_line = enter_pool(facts, lines);
  const int amount_line = pool_line - 1;
  const int free_line = lines.add({"not taxable",
                                   result.nontaxable,
                                   {By::share, {amount_line, basis_line, pool_line}},
                                   "IRC 408(d)(2), 72(e)(8); Form 8606 lines 10 and 11",
                                   "",
                                   true});
  const int taxable_line = lines.add({"taxable",
                                      result.taxable,
                                      {By::difference, {amount_line, free_line}},
                                      "IRC 408A(d)(3)(A); Form 8606 line 18",
                                      "",
                                      true});
  Made carried{By::difference, {basis_line, free_line}};
  if (others != Money{}) {
    carried = {By::kept,
               {basis_line, pool_line, amount_line, amount_line - 1},
               {},
               fmt::format("line {} less line {} and the basis in the other distributions",
                           basis_line, free_line)};
  }
  lines.add({"basis carried to the next year", result.basis_carried, std::move(carried),
             "Form 8606 line 14", "", true});
  if (!is_barred_by_age(facts, answer.year)) lines.assumptions.push_back(assumption::nondeductible);
  for (const std::string_view each : {assumption::whole_pool, assumption::exact_ratio}) {
    lines.assumptions.push_back(each);
  }
  if (may_owe_minimum(Rate::whole(*facts.age), answer.year)) {
    lines.assumptions.push_back(assumption::minimum_paid_before);
  }
  if (*facts.ira_basis > pool(facts)) {
    lines.findings.push_back({&finding::basis_over_balance,
                              fmt::format("ira_basis {} is more than {} of IRAs and conversion",
                                          to_string(*facts.ira_basis), to_string(pool(facts)))});
  }
  warn_of_pro_rata(facts, answer);
  return {basis_line, pool_line, amount_line, taxable_line};
}

// Pre-tax money in a plan on December 31 is not in the pool.  §408(d)(2), (d)(3)(A)(ii)
void enter_reverse_rollover(const BackdoorFacts& facts, ConversionLines& made,
                            IraBackdoor& answer) {
  if (!facts.reverse_rollover) return;
  Derivation& lines = answer.derivation;
  const Money moved = *facts.reverse_rollover;
  const ProRata after = pro_rata(*facts.amount, facts.distributions.value_or(Money{}),
                                 year_end(facts) - moved, *facts.ira_basis);
  answer.reverse_rollover = {moved, after, answer.pro_rata->taxable - after.taxable, std::nullopt};
  const int moved_line = lines.add(
      {"pre-tax IRA money rolled into a plan", moved, {}, "IRC 408(d)(3)(A)(ii), 408(d)(3)(H)"});
  made.taxable_then = lines.add({"taxable then",
                                 after.taxable,
                                 {By::rest, {made.amount, made.basis, made.pool, moved_line}},
                                 "IRC 408(d)(2)",
                                 "",
                                 true});
  lines.add({"less taxable income",
             answer.reverse_rollover->less_taxable,
             {By::difference,
              {made.taxable, made.taxable_then},
              {},
              fmt::format("what was taxable above less line {}", made.taxable_then)},
             "",
             "",
             true});
  lines.assumptions.push_back(assumption::plan_takes_rollover);
}

void enter_tax(const BackdoorFacts& facts, const ConversionLines& made, IraBackdoor& answer) {
  if (!facts.tax_rate) return;
  const Rate rate = *facts.tax_rate;
  answer.tax = portion(rate, answer.pro_rata->taxable, Round::nearest);
  const int tax_line = answer.derivation.add(
      {fmt::format("income tax on the conversion at {}", to_percent_string(rate)),
       *answer.tax,
       {By::percent, {made.taxable}, rate, "to the nearest cent"},
       "",
       "",
       true});
  if (answer.reverse_rollover) {
    ReverseRollover& rollover = *answer.reverse_rollover;
    rollover.less_tax = *answer.tax - portion(rate, rollover.after.taxable, Round::nearest);
    answer.derivation.add({"tax that the rollover into a plan saves this year",
                           *rollover.less_tax,
                           {By::saving, {tax_line, made.taxable_then}, rate},
                           "",
                           "",
                           true});
  }
  answer.derivation.assumptions.push_back(assumption::rate_is_flat);
}

}  // namespace

Outcome<IraBackdoor> ira_backdoor(const BackdoorFacts& facts, const YearFigures& year) {
  Findings wrong = faults(facts, year);
  if (!wrong.empty()) return {std::nullopt, std::move(wrong)};
  IraBackdoor answer;
  answer.year = year.year;
  enter_ira_limits(facts, year, answer);
  if (converts(facts)) {
    ConversionLines made = enter_conversion(facts, answer);
    enter_reverse_rollover(facts, made, answer);
    enter_tax(facts, made, answer);
  }
  return {std::move(answer), {}};
}

}  // namespace rothcheck::checker
