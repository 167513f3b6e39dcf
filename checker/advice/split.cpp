// A distribution split over several destinations: Notice 2014-54, §402(c)(2).
#include "checker/advice/split.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "checker/advice/assumptions.hpp"
#include "checker/advice/facts.hpp"
#include "checker/findings.hpp"
#include "checker/law/distributions.hpp"

namespace rothcheck::checker {

namespace {

using By = Made::By;

std::optional<Money> amount_to(const SplitFacts& facts, Destination to) {
  switch (to) {
    case Destination::traditional:
      return facts.to_traditional;
    case Destination::plan:
      return facts.to_plan;
    case Destination::roth_ira:
      return facts.to_roth_ira;
    case Destination::roth_plan:
      return facts.to_roth_plan;
    case Destination::sixty_day_traditional:
      return facts.sixty_day_traditional;
    case Destination::sixty_day_roth:
      return facts.sixty_day_roth;
    case Destination::cash:
      return facts.cash;
  }
  return std::nullopt;
}

Findings faults(const SplitFacts& facts) {
  Findings findings;
  need(facts.pretax, "pretax", "split", findings);
  need(facts.after_tax, "after_tax", "split", findings);
  Money sum;
  bool any = false;
  for (const DestinationRow& row : destinations) {
    const std::optional<Money> amount = amount_to(facts, row.destination);
    sum += amount.value_or(Money{});
    any = any || amount;
  }
  if (!any) say_missing("a destination such as to_roth_ira", "split", findings);
  if (!findings.empty()) return findings;
  const Money total = *facts.pretax + *facts.after_tax;
  if (sum != total) {
    findings.push_back({&finding::parts_differ_from_total,
                        fmt::format("the destinations add up to {}, the distribution to {}",
                                    to_string(sum), to_string(total))});
  }
  // What is paid is the minimum first.  READING.md R9.11
  const Money minimum = lesser(facts.required_minimum.value_or(Money{}), total);
  if (minimum > facts.cash.value_or(Money{})) {
    findings.push_back({&finding::minimum_in_rollover,
                        fmt::format("{} of it is the required minimum, and {} is kept as cash",
                                    to_string(minimum), to_string(facts.cash.value_or(Money{})))});
  }
  return findings;
}

// Pre-tax money goes to direct rollovers first, then to 60-day rollovers, then to cash. Within the
// rollovers of one stage the recipient chooses.
Destinations in_order(const SplitFacts& facts) {
  Destinations order;
  for (const Stage stage : {Stage::direct, Stage::sixty_day, Stage::cash}) {
    const auto add = [&order, stage](Destination to) {
      const bool there = std::find(order.begin(), order.end(), to) != order.end();
      if (row_of(to).stage == stage && !there) order.push_back(to);
    };
    for (const Destination chosen : facts.pretax_first.value_or(Destinations{})) add(chosen);
    for (const DestinationRow& row : destinations) add(row.destination);
  }
  return order;
}

/// The line of the pre-tax money that goes somewhere.
struct PretaxLine {
  Destination to;
  int line;
};

std::vector<PretaxLine> assign(const SplitFacts& facts, Split& answer) {
  std::vector<PretaxLine> parts;
  Derivation& lines = answer.derivation;
  const int pretax_line = lines.add({"pre-tax money in the distribution", *facts.pretax});
  const int basis_line = lines.add({"after-tax contributions in it", *facts.after_tax});
  answer.total = *facts.pretax + *facts.after_tax;
  lines.add({"distribution",
             answer.total,
             {By::sum, {pretax_line, basis_line}},
             "Notice 2014-54",
             "",
             true});
  Money left = *facts.pretax;
  for (const Destination to : in_order(facts)) {
    const std::optional<Money> amount = amount_to(facts, to);
    if (!amount) continue;
    const Money pretax = lesser(*amount, left);
    answer.shares.push_back({to, pretax, *amount - pretax});
    if (*amount == Money{}) continue;
    left -= pretax;
    const int amount_line = lines.add({std::string{row_of(to).label}, *amount});
    Made made{By::left, {amount_line, pretax_line}};
    for (const PretaxLine& before : parts) made.of.push_back(before.line);
    parts.push_back({to, lines.add({"pre-tax money in it", pretax, std::move(made),
                                    "Notice 2014-54", "", true})});
  }
  std::sort(answer.shares.begin(), answer.shares.end(),
            [](const DestinationShare& a, const DestinationShare& b) { return a.to < b.to; });
  return parts;
}

Money amount_of(const DestinationShare& share) { return share.pretax + share.after_tax; }

// Whether the order among rollovers of one stage decides anything: the pre-tax money runs out among
// them, and some of them tax it.
bool choice_matters(const Split& answer, Stage stage) {
  Money pretax, after_tax;
  bool taxing = false, others = false;
  for (const DestinationShare& share : answer.shares) {
    if (row_of(share.to).stage != stage || amount_of(share) == Money{}) continue;
    pretax += share.pretax;
    after_tax += share.after_tax;
    (row_of(share.to).taxes_pretax ? taxing : others) = true;
  }
  return taxing && others && pretax > Money{} && after_tax > Money{};
}

/// The lines of pre-tax money that goes where `answers` says yes.
template <class Answers>
std::vector<int> lines_to(const std::vector<PretaxLine>& parts, Answers answers) {
  std::vector<int> lines;
  for (const PretaxLine& part : parts) {
    if (answers(row_of(part.to))) lines.push_back(part.line);
  }
  return lines;
}

void enter_tax(const SplitFacts& facts, const std::vector<PretaxLine>& parts, Split& answer) {
  Derivation& lines = answer.derivation;
  Money paid_out, cash, in_hand;
  for (const DestinationShare& share : answer.shares) {
    const DestinationRow& row = row_of(share.to);
    if (row.taxes_pretax) answer.taxable += share.pretax;
    if (row.stage != Stage::direct) paid_out += share.pretax;
    if (row.stage == Stage::cash) cash += share.pretax, in_hand += amount_of(share);
  }
  lines.add({"taxable",
             answer.taxable,
             {By::sum,
              lines_to(parts, [](auto& row) { return row.taxes_pretax; }),
              {},
              "pre-tax money that goes to Roth or is kept as cash"},
             "IRC 402(a), 402A(c)(4)(A), 408A(d)(3)(A)",
             "",
             true});
  // A 60-day rollover was paid to the person first.  §3405(c)
  answer.withheld = withholding(paid_out);
  if (paid_out > Money{}) {
    lines.add(
        {"withheld for income tax",
         answer.withheld,
         {By::percent, lines_to(parts, [](auto& row) { return row.stage != Stage::direct; }),
          20_pct,
          fmt::format("20% of {}, the pre-tax money paid to the person", to_string(paid_out))},
         "IRC 3405(c)(1)"});
    lines.assumptions.push_back(assumption::withholding_unread);
  }
  if (answer.withheld > in_hand) {
    lines.findings.push_back({&finding::withheld_from_rollover,
                              fmt::format("{} is withheld, and {} is kept as cash",
                                          to_string(answer.withheld), to_string(in_hand))});
  }
  const std::optional<bool> early = is_early(facts.age);
  if (cash == Money{}) {
    answer.early_tax = Money{};
  } else if (!early) {
    lines.assumptions.push_back(assumption::early_tax_left_out);
  } else {
    answer.early_tax = *early ? early_payment_tax(cash) : Money{};
    if (!*early) return;
    lines.add({"additional tax on the early payment",
               *answer.early_tax,
               {By::percent, lines_to(parts, [](auto& row) { return row.stage == Stage::cash; }),
                10_pct, fmt::format("10% of {}, the pre-tax money kept as cash", to_string(cash))},
               "IRC 72(t)(1)"});
    lines.assumptions.push_back(assumption::no_exception);
  }
}

// READING.md R10.6
void remark(const SplitFacts& facts, Split& answer) {
  Derivation& lines = answer.derivation;
  Money pretax_in_ira, basis_in_ira, basis_in_plan;
  for (const DestinationShare& share : answer.shares) {
    if (row_of(share.to).traditional_ira) {
      pretax_in_ira += share.pretax;
      basis_in_ira += share.after_tax;
    }
    if (share.to == Destination::plan) basis_in_plan += share.after_tax;
  }
  if (pretax_in_ira > Money{}) {
    lines.findings.push_back(
        {&finding::pretax_in_ira,
         fmt::format("{} of pre-tax money in a traditional IRA makes an IRA backdoor taxable",
                     to_string(pretax_in_ira))});
  }
  if (basis_in_ira > Money{}) {
    lines.findings.push_back(
        {&finding::basis_in_ira,
         fmt::format("{} of after-tax money goes to a traditional IRA", to_string(basis_in_ira))});
  }
  if (basis_in_plan > Money{}) {
    lines.findings.push_back(
        {&finding::basis_to_plan, fmt::format("{} of after-tax money goes to an employer's plan",
                                              to_string(basis_in_plan))});
  }
  lines.assumptions.push_back(assumption::one_distribution);
  if (!facts.pretax_first &&
      (choice_matters(answer, Stage::direct) || choice_matters(answer, Stage::sixty_day))) {
    lines.assumptions.push_back(assumption::traditional_first);
  }
  if (!facts.required_minimum && may_owe_minimum(facts.age, std::nullopt)) {
    lines.findings.push_back(
        {&finding::minimum_comes_first,
         "a required minimum may be due at this age, and none of it can be rolled over"});
  }
  if (facts.required_minimum.value_or(Money{}) > Money{}) {
    lines.assumptions.push_back(assumption::minimum_and_basis);
  }
  if (facts.to_roth_plan) lines.assumptions.push_back(assumption::same_plan_roth);
  lines.assumptions.push_back(assumption::notice_examples);
}

}  // namespace

Outcome<Split> split(const SplitFacts& facts) {
  Findings wrong = faults(facts);
  if (!wrong.empty()) return {std::nullopt, std::move(wrong)};
  Split answer;
  enter_tax(facts, assign(facts, answer), answer);
  remark(facts, answer);
  return {std::move(answer), {}};
}

}  // namespace rothcheck::checker
