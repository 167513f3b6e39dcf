// After-tax money turned into Roth money: §72(d)(2), §72(e)(8), §402A(c)(4), §408A.
#include "checker/advice/conversion.hpp"

#include <fmt/format.h>

#include "checker/advice/assumptions.hpp"
#include "checker/advice/facts.hpp"
#include "checker/advice/roth_rollover.hpp"
#include "checker/findings.hpp"
#include "checker/law/basis.hpp"
#include "checker/law/distributions.hpp"

namespace rothcheck::checker {

namespace {

using By = Made::By;

// The account that the pro rata runs over.
struct Account {
  std::string_view name, label, law;
  Money balance;
};

// Employee contributions and their income may be a contract of their own, if the plan keeps
// separate account of them; else all of the plan but its Roth account is one.  §72(d)(2),
// §402A(d)(4)
Account account_of(const ConversionFacts& facts) {
  if (facts.plan_balance) {
    return {"plan_balance", "balance of the plan, Roth account aside", "IRC 72(e)(8)(B)",
            *facts.plan_balance};
  }
  return {"after_tax_balance", "balance of the after-tax account", "IRC 72(d)(2)",
          facts.after_tax_balance.value_or(Money{})};
}

Findings faults(const ConversionFacts& facts, std::optional<int> year) {
  Findings findings;
  if (!facts.plan_balance) {
    need(facts.after_tax_balance, "after_tax_balance", "convert", findings);
  }
  need(facts.after_tax_basis, "after_tax_basis", "convert", findings);
  need(facts.amount, "amount", "convert", findings);
  if (facts.growth || facts.months) {
    need(facts.tax_rate, "tax_rate", "the cost of waiting", findings);
    need(facts.growth, "growth", "the cost of waiting", findings);
  }
  if (!findings.empty()) return findings;
  const Account account = account_of(facts);
  if (facts.plan_balance && facts.after_tax_balance) {
    hold(*facts.after_tax_balance, "after_tax_balance", *facts.plan_balance, "plan_balance",
         findings);
  }
  hold(*facts.amount, "amount", account.balance, account.name, findings);
  if (facts.first_roth_year && year && *facts.first_roth_year > *year) {
    findings.push_back({&finding::facts_disagree,
                        fmt::format("first_roth_year {} is after the year {} of the conversion",
                                    *facts.first_roth_year, *year)});
  }
  return findings;
}

void warn_of_loss(Money basis, const Account& account, Findings& findings) {
  if (basis <= account.balance) return;
  findings.push_back({&finding::basis_over_balance,
                      fmt::format("after_tax_basis {} is more than {} {}", to_string(basis),
                                  account.name, to_string(account.balance))});
}

// What leaves the plan is the minimum of the year first, until that has been paid.  READING.md
// R9.11
void remark_on_minimum(const ConversionFacts& facts, Conversion& answer) {
  if (answer.to == PaidTo::person) return;
  Derivation& lines = answer.derivation;
  if (facts.required_minimum.value_or(Money{}) > Money{}) {
    lines.assumptions.push_back(assumption::minimum_paid_apart);
  } else if (!facts.required_minimum && may_owe_minimum(facts.age, answer.year)) {
    lines.findings.push_back(
        {&finding::minimum_comes_first,
         "a required minimum may be due at this age, and none of it can be converted"});
  }
}

void enter_pro_rata(const ConversionFacts& facts, Conversion& answer) {
  const Account account = account_of(facts);
  const Money basis = *facts.after_tax_basis;
  Derivation& lines = answer.derivation;
  const int balance_line =
      lines.add({std::string{account.label}, account.balance, {}, std::string{account.law}});
  const int basis_line =
      lines.add({"after-tax contributions in it (basis)", basis, {}, "IRC 72(e)(6), 72(f)"});
  const int amount_line = lines.add({"amount that leaves it", *facts.amount});
  answer.amount = *facts.amount;
  answer.nontaxable = basis_in(*facts.amount, basis, account.balance);
  answer.taxable = answer.amount - answer.nontaxable;
  const int free_line = lines.add({"basis in it, not taxable",
                                   answer.nontaxable,
                                   {By::share, {amount_line, basis_line, balance_line}},
                                   "IRC 72(e)(8)(B)",
                                   "",
                                   true});
  lines.add({"taxable",
             answer.taxable,
             {By::difference, {amount_line, free_line}},
             "IRC 402(a), 72(e)(2)(B)",
             "",
             true});
  warn_of_loss(basis, account, lines.findings);
  remark_on_minimum(facts, answer);
  lines.assumptions.push_back(facts.plan_balance ? assumption::no_pre_1987_basis
                                                 : assumption::separate_account);
}

// G is a direct rollover. A payment to the person is early (1) or not (7).  READING.md R9.5
std::string_view box_7(PaidTo to, std::optional<bool> early) {
  if (to != PaidTo::person) return "G";
  if (!early) return "";
  return *early ? "1" : "7";
}

void enter_payment(const ConversionFacts& facts, Conversion& answer) {
  Derivation& lines = answer.derivation;
  const int taxable_line = lines.last();
  const std::optional<bool> early = is_early(facts.age);
  // Nothing is withheld from what never reaches the person.  §3405(c)(2)
  const Money withheld = answer.to == PaidTo::person ? withholding(answer.taxable) : Money{};
  answer.form = {answer.amount, answer.taxable, withheld, answer.nontaxable,
                 box_7(answer.to, early)};
  if (answer.to != PaidTo::person) return;
  lines.add({"withheld for income tax",
             withheld,
             {By::percent, {taxable_line}, 20_pct},
             "IRC 3405(c)(1)"});
  lines.assumptions.push_back(assumption::withholding_unread);
  lines.assumptions.push_back(assumption::box_7_unread);
  lines.findings.push_back(
      {&finding::paid_to_person,
       fmt::format("{} is paid to the person and not converted", to_string(answer.amount))});
  if (!early) {
    lines.assumptions.push_back(assumption::early_tax_left_out);
    return;
  }
  answer.early_tax = *early ? early_payment_tax(answer.taxable) : Money{};
  if (!*early) return;
  lines.add({"additional tax on the early payment",
             *answer.early_tax,
             {By::percent, {taxable_line}, 10_pct},
             "IRC 72(t)(1)"});
  lines.assumptions.push_back(assumption::no_exception);
}

// Each conversion has a clock of its own for the 10%, which falls only on what was taxable. The
// Roth account has another, for its earnings.  §402A(c)(4)(D), (d)(2)(B), §408A(d)(2)(B), (d)(3)(F)
void enter_clocks(const ConversionFacts& facts, std::optional<int> year, Conversion& answer) {
  if (answer.to == PaidTo::person) return;
  Derivation& lines = answer.derivation;
  const int taxable_line = lines.last();
  const std::optional<bool> early = is_early(facts.age);
  answer.recapture = early == false ? Money{} : early_payment_tax(answer.taxable);
  const bool in_plan = answer.to == PaidTo::in_plan_roth;
  Made cost{.words = "nothing from 59 1/2 on"};
  if (early != false) {
    cost = {By::percent,
            {taxable_line},
            10_pct,
            fmt::format("10% of line {} within five years, to the nearest cent", taxable_line)};
  }
  lines.add(
      {"most that taking it out early would cost", answer.recapture, std::move(cost),
       in_plan ? "IRC 402A(c)(4)(D), 72(t); Notice 2010-84 Q&A-13" : "IRC 408A(d)(3)(F), 72(t)"});
  if (year) answer.recapture_ends = five_years_from(*year);
  const std::optional<int> began = facts.first_roth_year ? facts.first_roth_year : year;
  if (began) answer.roth_qualifies = five_years_from(*began);
  if (!facts.first_roth_year) lines.assumptions.push_back(assumption::first_roth_money);
  if (!year) lines.assumptions.push_back(assumption::year_open);
}

void enter_tax(const ConversionFacts& facts, int taxable_line, Conversion& answer) {
  if (!facts.tax_rate) return;
  answer.tax_rate = facts.tax_rate;
  answer.tax = portion(*facts.tax_rate, answer.taxable, Round::nearest);
  answer.derivation.add(
      {fmt::format("income tax on the taxable part at {}", to_percent_string(*facts.tax_rate)),
       *answer.tax,
       {By::percent, {taxable_line}, *facts.tax_rate, "to the nearest cent"},
       "",
       "",
       true});
  answer.derivation.assumptions.push_back(assumption::rate_is_flat);
}

// READING.md R9.9: while it waits the amount grows, and the basis does not: all of the growth is
// taxable later. That is so in a shared account too, which grows as a whole.
void enter_waiting(const ConversionFacts& facts, Conversion& answer) {
  if (!facts.growth) return;
  answer.growth = facts.growth;
  const int last = facts.months.value_or(12);
  for (int months = 1; months <= last; ++months) {
    // The first year month by month, then each year's end and the last month.
    if (months > 12 && months % 12 != 0 && months != last) continue;
    const Money earnings = earnings_of(answer.amount, *facts.growth, months);
    answer.waiting.push_back(
        {months, earnings, portion(*facts.tax_rate, earnings, Round::nearest)});
  }
  answer.derivation.assumptions.push_back(assumption::even_growth);
}

}  // namespace

Money earnings_of(Money amount, Rate growth, int months) {
  Money grown = amount;
  for (; months >= 12; months -= 12) grown += portion(growth, grown, Round::nearest);
  grown += portion(growth * Rate{months, 12}, grown, Round::nearest);
  return grown - amount;
}

Outcome<Conversion> convert(const ConversionFacts& facts, std::optional<int> year) {
  if (facts.roth_balance || facts.roth_basis) {
    return facts.to == PaidTo::person ? roth_payment(facts, year) : roth_rollover(facts, year);
  }
  Findings wrong = faults(facts, year);
  if (!wrong.empty()) return {std::nullopt, std::move(wrong)};
  Conversion answer;
  answer.year = year;
  answer.to = facts.to.value_or(PaidTo::in_plan_roth);
  if (!facts.to) answer.derivation.assumptions.push_back(assumption::in_plan_assumed);
  enter_pro_rata(facts, answer);
  const int taxable_line = answer.derivation.last();
  enter_payment(facts, answer);
  enter_clocks(facts, year, answer);
  enter_tax(facts, taxable_line, answer);
  enter_waiting(facts, answer);
  return {std::move(answer), {}};
}

}  // namespace rothcheck::checker
