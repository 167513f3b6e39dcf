// A designated Roth account to a Roth IRA, or to the person: §402A(c)(3), §402A(d), §408A(e), §72.
#include "checker/advice/roth_rollover.hpp"

#include <fmt/format.h>

#include "checker/advice/assumptions.hpp"
#include "checker/advice/facts.hpp"
#include "checker/findings.hpp"
#include "checker/law/basis.hpp"
#include "checker/law/distributions.hpp"

namespace rothcheck::checker {

namespace {

using By = Made::By;

template <class T>
void refuse(const std::optional<T>& fact, std::string_view name, Findings& findings) {
  if (!fact) return;
  findings.push_back({&finding::facts_disagree,
                      fmt::format("{} is about after-tax money, roth_balance and roth_basis about "
                                  "the Roth account",
                                  name)});
  findings.back().notes.push_back({"ask about one account at a time"});
}

Findings faults(const ConversionFacts& facts, std::optional<int> year) {
  Findings findings;
  refuse(facts.after_tax_balance, "after_tax_balance", findings);
  refuse(facts.after_tax_basis, "after_tax_basis", findings);
  refuse(facts.plan_balance, "plan_balance", findings);
  refuse(facts.growth, "growth", findings);
  refuse(facts.months, "months", findings);
  // Inside the plan nothing moves.
  if (facts.to == PaidTo::in_plan_roth) {
    findings.push_back({&finding::facts_disagree,
                        "to in-plan-roth with a Roth account, whose money is Roth already"});
  }
  need(facts.roth_balance, "roth_balance", "a rollover of the Roth account", findings);
  need(facts.roth_basis, "roth_basis", "a rollover of the Roth account", findings);
  need(facts.amount, "amount", "convert", findings);
  if (!findings.empty()) return findings;
  hold(*facts.amount, "amount", *facts.roth_balance, "roth_balance", findings);
  if (facts.first_roth_year && year && *facts.first_roth_year > *year) {
    findings.push_back({&finding::facts_disagree,
                        fmt::format("first_roth_year {} is after the year {} of the rollover",
                                    *facts.first_roth_year, *year)});
  }
  return findings;
}

// Always a contract of its own, so that its basis leaves in proportion.  §402A(d)(4), §72(e)(8)
void enter_shares(const ConversionFacts& facts, Conversion& answer) {
  const Money balance = *facts.roth_balance, basis = *facts.roth_basis;
  Derivation& lines = answer.derivation;
  lines.add({"balance of the Roth account", balance, {}, "IRC 402A(d)(4)"});
  lines.add({"contributions and conversions in it (basis)", basis, {}, "IRC 72(e)(6), 72(f)"});
  lines.add({"amount that leaves it", answer.amount});
  answer.form.box_5 = basis_in(answer.amount, basis, balance);
  lines.add({"basis in it", answer.form.box_5, {By::share, {3, 2, 1}}, "IRC 72(e)(8)(B)"});
  if (basis > balance) {
    lines.findings.push_back(
        {&finding::basis_over_balance, fmt::format("roth_basis {} is more than roth_balance {}",
                                                   to_string(basis), to_string(balance))});
  }
}

void enter_basis(const ConversionFacts& facts, Conversion& answer) {
  enter_shares(facts, answer);
  Derivation& lines = answer.derivation;
  lines.add({"earnings in it, which stay untaxed",
             answer.amount - answer.form.box_5,
             {By::difference, {3, 4}},
             "IRC 402A(c)(3), 402(c)(1)"});
  lines.add({"taxable",
             Money{},
             {.words = "nothing: Roth money to Roth money"},
             "IRC 402(c)(1)",
             "",
             true});
}

// What is not basis is income, unless the payment is qualified.  §402A(d)(1), §72(e)(8), §72(t)
void enter_payment_tax(const ConversionFacts& facts, int year, Conversion& answer) {
  Derivation& lines = answer.derivation;
  const Money earnings = answer.amount - answer.form.box_5;
  const bool qualified = is_qualified(facts.age, *facts.first_roth_year, year);
  answer.taxable = qualified ? Money{} : earnings;
  answer.nontaxable = answer.amount - answer.taxable;
  lines.add({"earnings in it", earnings, {By::difference, {3, 4}}, "IRC 72(e)(8)"});
  Made made{By::same, {5}, {}, "line 5, as the payment is not qualified"};
  if (qualified) {
    made = {.words = fmt::format("nothing: 59 1/2 or older, and five years from {} on",
                                 *facts.first_roth_year)};
  }
  const int taxable_line = lines.add(
      {"taxable", answer.taxable, std::move(made), "IRC 402A(d)(1), 402A(d)(2)", "", true});
  const Money withheld = withholding(answer.taxable);
  lines.add({"withheld for income tax",
             withheld,
             {By::percent, {taxable_line}, 20_pct},
             "IRC 3405(c)(1)"});
  const bool early = is_early(facts.age) == true;
  answer.early_tax = early ? early_payment_tax(answer.taxable) : Money{};
  if (early) {
    lines.add({"additional tax on the early payment",
               *answer.early_tax,
               {By::percent, {taxable_line}, 10_pct},
               "IRC 72(t)(1)"});
  }
  answer.form.box_2a = answer.taxable;
  answer.form.box_4 = withheld;
  answer.form.box_7 = early ? "B and 1" : "B and 7";
}

Findings faults_of_payment(const ConversionFacts& facts, std::optional<int> year) {
  Findings findings = faults(facts, year);
  need(facts.age, "age", "a payment out of the Roth account", findings);
  need(facts.first_roth_year, "first_roth_year", "a payment out of the Roth account", findings);
  if (!year) {
    findings.push_back({&finding::fact_missing, "a payment out of the Roth account needs a year"});
    findings.back().notes.push_back({"give --year"});
  }
  return findings;
}

// The clock of the Roth IRA governs from now on, not that of the plan.  Treas. Reg. 1.408A-10
void enter_clock(const ConversionFacts& facts, std::optional<int> year, Conversion& answer) {
  const std::optional<int> began = facts.first_roth_year ? facts.first_roth_year : year;
  if (began) answer.roth_qualifies = five_years_from(*began);
  auto& assumptions = answer.derivation.assumptions;
  if (!facts.first_roth_year) assumptions.push_back(assumption::first_roth_ira);
  if (!year) assumptions.push_back(assumption::year_open);
}

}  // namespace

Outcome<Conversion> roth_rollover(const ConversionFacts& facts, std::optional<int> year) {
  Findings wrong = faults(facts, year);
  if (!wrong.empty()) return {std::nullopt, std::move(wrong)};
  Conversion answer;
  answer.year = year;
  answer.from_roth = true;
  answer.to = PaidTo::roth_ira;
  answer.amount = answer.nontaxable = *facts.amount;
  answer.form.box_1 = answer.amount;
  answer.form.box_7 = "H";
  auto& assumptions = answer.derivation.assumptions;
  if (!facts.to) assumptions.push_back(assumption::roth_ira_assumed);
  assumptions.push_back(assumption::code_h_unread);
  assumptions.push_back(assumption::no_taxed_conversion);
  enter_basis(facts, answer);
  enter_clock(facts, year, answer);
  if (facts.tax_rate) {
    answer.tax_rate = facts.tax_rate;
    answer.tax = Money{};
  }
  return {std::move(answer), {}};
}

Outcome<Conversion> roth_payment(const ConversionFacts& facts, std::optional<int> year) {
  Findings wrong = faults_of_payment(facts, year);
  if (!wrong.empty()) return {std::nullopt, std::move(wrong)};
  Conversion answer;
  answer.year = year;
  answer.from_roth = true;
  answer.to = PaidTo::person;
  answer.amount = answer.form.box_1 = *facts.amount;
  enter_shares(facts, answer);
  enter_payment_tax(facts, *year, answer);
  auto& assumptions = answer.derivation.assumptions;
  for (const std::string_view each :
       {assumption::no_taxed_rollover, assumption::no_death_disability,
        assumption::withholding_unread, assumption::box_7_unread}) {
    assumptions.push_back(each);
  }
  if (is_early(facts.age) == true) assumptions.push_back(assumption::no_exception);
  answer.derivation.findings.push_back(
      {&finding::paid_to_person,
       fmt::format("{} is paid to the person and leaves Roth", to_string(answer.amount))});
  if (facts.tax_rate) {
    answer.tax_rate = facts.tax_rate;
    answer.tax = portion(*facts.tax_rate, answer.taxable, Round::nearest);
    answer.derivation.add(
        {fmt::format("income tax on the taxable part at {}", to_percent_string(*facts.tax_rate)),
         *answer.tax,
         {By::percent, {6}, *facts.tax_rate, "to the nearest cent"},
         "",
         "",
         true});
    assumptions.push_back(assumption::rate_is_flat);
  }
  return {std::move(answer), {}};
}

}  // namespace rothcheck::checker
