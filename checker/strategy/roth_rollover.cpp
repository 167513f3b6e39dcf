// A designated Roth account to a Roth IRA: §402A(c)(3), §402A(d)(4), §408A(e).
#include "checker/strategy/roth_rollover.hpp"

#include <fmt/format.h>

#include "checker/findings.hpp"
#include "checker/strategy/assumptions.hpp"
#include "checker/strategy/facts.hpp"

namespace rothcheck::checker {

namespace {

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
  // A payment to the person is another form with other tax, and inside the plan nothing moves.
  if (facts.to && *facts.to != PaidTo::roth_ira) {
    findings.push_back({&finding::facts_disagree,
                        fmt::format("to {} with a Roth account: only roth-ira is worked out",
                                    to_string(*facts.to))});
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
void enter_basis(const ConversionFacts& facts, Conversion& answer) {
  const Money balance = *facts.roth_balance, basis = *facts.roth_basis;
  Derivation& lines = answer.derivation;
  lines.add({"balance of the Roth account", balance, "", "IRC 402A(d)(4)", ""});
  lines.add({"contributions and conversions in it (basis)", basis, "", "IRC 72(e)(6), 72(f)", ""});
  lines.add({"amount that leaves it", answer.amount, "", "", ""});
  const bool all = basis >= balance;
  answer.form.box_5 =
      all ? answer.amount
          : portion(Rate{basis.in_cents(), balance.in_cents()}, answer.amount, Round::nearest);
  lines.add({"basis in it", answer.form.box_5,
             all ? "all of line 3, as line 2 is not less than line 1"
                 : "line 3 times line 2 over line 1, to the nearest cent",
             "IRC 72(e)(8)(B)", ""});
  lines.add({"earnings in it, which stay untaxed", answer.amount - answer.form.box_5,
             "line 3 less line 4", "IRC 402A(c)(3), 402(c)(1)", ""});
  lines.add({"taxable", Money{}, "nothing: Roth money to Roth money", "IRC 402(c)(1)", "", true});
  if (basis > balance) {
    lines.findings.push_back(
        {&finding::basis_over_balance, fmt::format("roth_basis {} is more than roth_balance {}",
                                                   to_string(basis), to_string(balance))});
  }
}

// The clock of the Roth IRA governs from now on, not that of the plan.  Treas. Reg. 1.408A-10
void enter_clock(const ConversionFacts& facts, std::optional<int> year, Conversion& answer) {
  const std::optional<int> began = facts.first_roth_year ? facts.first_roth_year : year;
  if (began) answer.roth_qualifies = *began + 5;
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

}  // namespace rothcheck::checker
