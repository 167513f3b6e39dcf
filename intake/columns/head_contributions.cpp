// Heads of contributions: whose money, of which kind, and by which of them a column is one fact.
#include <cstdint>
#include <unordered_map>

#include "intake/columns/head_words.hpp"

namespace rothcheck::intake {
namespace {

/// What the words of a head say, a bit each.
enum Says : std::uint32_t {
  nothing = 0,
  pretax = 1u << 0,
  roth = 1u << 1,
  aftertax = 1u << 2,
  nonroth = 1u << 3,
  catchup = 1u << 4,
  deferral = 1u << 5,
  employee = 1u << 6,
  employer = 1u << 7,
  match = 1u << 8,
  harbor = 1u << 9,
  nonelective = 1u << 10,
  sharing = 1u << 11,
  discretionary = 1u << 12,
  qnec = 1u << 13,
  qmac = 1u << 14,
  the_plan = 1u << 15,
  contribution = 1u << 16,
  total = 1u << 17,
  deduction = 1u << 18,
  salary = 1u << 19,
  election = 1u << 20
};

constexpr std::uint32_t employees_kinds = pretax | roth | aftertax | nonroth | catchup;
constexpr std::uint32_t employers_kinds =
    match | harbor | nonelective | sharing | discretionary | qnec | qmac;

std::optional<std::uint32_t> said_by(const std::vector<std::string>& words) {
  static const std::unordered_map<std::string_view, std::uint32_t> known = {
      {"pretax", pretax},
      {"traditional", pretax},
      {"trad", pretax},
      {"roth", roth},
      {"aftertax", aftertax},
      {"nonroth", nonroth},
      {"catchup", catchup},
      {"deferral", deferral},
      {"deferrals", deferral},
      {"deferred", deferral},
      {"elective", deferral},
      {"reduction", deferral},
      {"reductions", deferral},
      {"salary", salary},
      {"deduction", deduction},
      {"deductions", deduction},
      {"ded", deduction},
      {"withheld", deduction},
      {"election", election},
      {"elections", election},
      {"elected", election},
      {"employee", employee},
      {"employees", employee},
      {"ee", employee},
      {"emp", employee},
      {"participant", employee},
      {"employer", employer},
      {"er", employer},
      {"emplr", employer},
      {"company", employer},
      {"co", employer},
      {"match", match},
      {"matching", match},
      {"matched", match},
      {"safeharbor", harbor},
      {"sh", harbor},
      {"nonelective", nonelective},
      {"nec", nonelective},
      {"profitsharing", sharing},
      {"discretionary", discretionary},
      {"disc", discretionary},
      {"qnec", qnec},
      {"qmac", qmac},
      {"401k", the_plan},
      {"403b", the_plan},
      {"contribution", contribution},
      {"contributions", contribution},
      {"contrib", contribution},
      {"contribs", contribution},
      {"contr", contribution},
      {"cont", contribution},
      {"total", total},
      {"totals", total},
      {"annual", nothing},
      {"yearly", nothing},
      {"year", nothing},
      {"calendar", nothing},
      {"plan", nothing},
      {"voluntary", nothing},
      {"vol", nothing},
      {"savings", nothing},
      {"retirement", nothing},
      {"thrift", nothing},
      {"regular", nothing},
      {"payroll", nothing},
      {"amount", nothing},
      {"amounts", nothing},
      {"amt", nothing},
      {"amts", nothing},
      {"dollar", nothing},
      {"dollars", nothing},
      {"usd", nothing},
      {"source", nothing},
      {"money", nothing}};
  std::uint32_t said = nothing;
  for (const std::string& word : words) {
    const auto found = known.find(word);
    if (found == known.end()) return std::nullopt;
    said |= found->second;
  }
  return said;
}

std::optional<Alias> of_employer(std::uint32_t said) {
  // A match on after-tax money, or one paid as Roth, is more than one thing.
  if ((said & (employees_kinds | employee | deferral | deduction | election | salary)) != 0)
    return std::nullopt;
  const std::uint32_t kinds = said & employers_kinds;
  switch (kinds) {
    case match:
      return fact(Field::match, "match");
    case match | discretionary:
      return fact(Field::match, "discretionary match");
    case match | harbor:
      return fact(Field::match, "safe harbor match");
    case qmac:
      return fact(Field::match, "QMAC");
    case nonelective | harbor:
      return fact(Field::nonelective, "safe harbor");
    case nonelective:
    case sharing:
    case sharing | discretionary:
    case nonelective | discretionary:
      return fact(Field::nonelective, "profit sharing");
    case qnec:
      return fact(Field::nonelective, "QNEC");
    default:
      return asked(std::nullopt, "match or nonelective");
  }
}

std::optional<Alias> of_employee(std::uint32_t said) {
  const bool up = (said & catchup) != 0;
  switch (said & (employees_kinds & ~catchup)) {
    case aftertax | nonroth:
      return up ? std::nullopt : std::optional{fact(Field::after_tax)};
    case aftertax:
      return up ? std::nullopt : std::optional{fact(Field::after_tax)};
    case roth:
    case roth | aftertax:
      return fact(Field::roth, up ? "catch-up" : main_part(Field::roth));
    case pretax:
      return fact(Field::pre_tax, up ? "catch-up" : main_part(Field::pre_tax));
    case 0:
      break;
    default:
      return std::nullopt;
  }
  if (up) return fact(Field::pre_tax, "catch-up");
  // What says neither pre-tax nor Roth is pre-tax by custom; a total may be both.
  const bool elective = (said & deferral) != 0;
  const bool of_the_plan =
      (said & the_plan) != 0 && (said & (employee | deduction | election)) != 0;
  if ((said & total) != 0 || !(elective || of_the_plan)) return std::nullopt;
  return fact(Field::pre_tax, main_part(Field::pre_tax));
}

}  // namespace

std::optional<Alias> composed_contribution(const std::vector<std::string>& words) {
  const std::optional<std::uint32_t> said = said_by(words);
  if (!said || *said == nothing) return std::nullopt;
  // `401k amount`, `401k %`: the deferral, as `401k` alone.
  if (*said == the_plan) return fact(Field::pre_tax, main_part(Field::pre_tax));
  const bool employers_money = (*said & employer) != 0 && (*said & (the_plan | contribution)) != 0;
  if ((*said & employers_kinds) != 0 || employers_money) {
    const bool total_of_kinds = (*said & total) != 0 && (*said & employers_kinds) == 0;
    return total_of_kinds ? std::nullopt : of_employer(*said);
  }
  if ((*said & employer) != 0) return std::nullopt;
  // Deductions before or after tax are of many things, of which the plan's must be said to be its.
  if ((*said & deduction) != 0 && (*said & (the_plan | deferral | roth | catchup | employer)) == 0)
    return std::nullopt;
  // `salary` is pay unless it is deferred or reduced.
  if ((*said & salary) != 0 && (*said & (deferral | deduction)) == 0) return std::nullopt;
  return of_employee(*said);
}

}  // namespace rothcheck::intake
