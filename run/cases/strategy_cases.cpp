// Cases of `acp`, `elect`, `convert`, `split` and `backdoor`.
#include "run/cases/strategy_cases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "checker/acp/acp.hpp"
#include "reports/acp.hpp"
#include "reports/elect.hpp"
#include "reports/strategy.hpp"
#include "run/cases/accept.hpp"
#include "run/cases/expectations.hpp"
#include "run/catalogue.hpp"
#include "run/strategies.hpp"

namespace rothcheck::run {

namespace {

TestResult failed(std::string message, std::vector<Unmet> unmet) {
  return {TestResult::Outcome::failed, std::move(message), std::move(unmet)};
}

// An answer of whichever strategy, as a test sees it.
struct Answered {
  std::optional<reports::Tree> tree;  // empty where the facts allowed no answer
  Findings findings;
  std::string steps;
};

template <class Answer>
Answered answered(Outcome<Answer> outcome) {
  if (!outcome) return {std::nullopt, std::move(outcome.findings), ""};
  const Derivation& derivation = outcome.value->derivation;
  std::ostringstream steps;
  reports::write_derivation_text(derivation, {}, steps);
  return {reports::tree_of(*outcome.value), derivation.findings, steps.str()};
}

Answered answer(const intake::Case& one, const LimitTable& limits) {
  if (one.command == "convert") return answered(convert_with(one.with, one.year));
  if (one.command == "split") return answered(split_with(one.with));
  return answered(backdoor_with(one.with, one.year, limits));
}

// What stands at a path, compared by its type.
struct Comparison {
  const Expectation& expected;
  Money tolerance;

  bool operator()(reports::Tree::Null) const { return expected.text == "null"; }
  bool operator()(Money amount) const {
    return expected.low &&
           greater(*expected.low, amount) - lesser(*expected.low, amount) <= tolerance;
  }
  bool operator()(std::int64_t number) const { return expected.text == std::to_string(number); }
  bool operator()(const std::string& text) const { return expected.text == text; }
  bool operator()(bool yes) const { return expected.text == (yes ? "true" : "false"); }
};

struct Shown {
  std::string operator()(reports::Tree::Null) const { return "null"; }
  std::string operator()(Money amount) const { return to_plain_string(amount); }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(bool yes) const { return yes ? "true" : "false"; }
};

std::string names_of(const Findings& findings) {
  std::string names;
  for (const Finding& finding : findings) {
    if (!names.empty()) names += ", ";
    names += finding.kind->name;
  }
  return names.empty() ? "none" : names;
}

std::string problems_of(const Findings& findings) {
  std::string text = "there is no answer:\n";
  for (const Finding& finding : findings) text += fmt::format("  {}\n", finding.message);
  return text;
}

// What a key means; null where there is nothing.
const reports::Tree* meant_by(const Expectation& expected, const reports::Tree& answer) {
  const reports::Tree* there = find(answer, expected.key);
  if (there == nullptr || there->shape != reports::Tree::Shape::object) return there;
  // `refunds.A` names a member of a list by its id, and means its amount.
  const reports::Tree* amount = find(*there, "amount");
  return amount == nullptr ? there : amount;
}

std::optional<std::string> wrong_with(const Expectation& expected, const Answered& found,
                                      Money tolerance) {
  if (expected.key == "finding") {
    if (kind_named(expected.text) == nullptr) {
      return fmt::format("expected finding {}, which is no code or name of a finding",
                         expected.text);
    }
    if (has_finding(found.findings, expected.text)) return std::nullopt;
    return fmt::format("expected finding {}, found {}", expected.text, names_of(found.findings));
  }
  if (!found.tree) return fmt::format("expected {} {}", expected.key, expected.text);
  const reports::Tree* there = meant_by(expected, *found.tree);
  if (there == nullptr) return fmt::format("there is nothing at {} to expect", expected.key);
  if (there->shape != reports::Tree::Shape::value) {
    return fmt::format("what is at {} has members of its own", expected.key);
  }
  if (std::visit(Comparison{expected, tolerance}, there->value)) return std::nullopt;
  return fmt::format("expected {} {}, found {}", expected.key, expected.text,
                     std::visit(Shown{}, there->value));
}

// What would make the case expect what was found.
struct Accepting {
  const Sources& sources;
  const Expectation& expected;

  std::optional<Edit> operator()(reports::Tree::Null) const {
    return accept_word_in_case(sources, expected, "null");
  }
  std::optional<Edit> operator()(Money amount) const {
    return accept_amount_in_case(sources, expected, amount);
  }
  std::optional<Edit> operator()(std::int64_t number) const {
    return accept_word_in_case(sources, expected, std::to_string(number));
  }
  std::optional<Edit> operator()(const std::string& text) const {
    return accept_word_in_case(sources, expected, text);
  }
  std::optional<Edit> operator()(bool yes) const {
    return accept_word_in_case(sources, expected, yes ? "true" : "false");
  }
};

std::optional<Edit> accepting(const Sources& sources, const Expectation& expected,
                              const Answered& found) {
  const reports::Tree* there = found.tree ? meant_by(expected, *found.tree) : nullptr;
  if (there == nullptr || there->shape != reports::Tree::Shape::value) return std::nullopt;
  return std::visit(Accepting{sources, expected}, there->value);
}

}  // namespace

bool is_strategy(const intake::Case& one) {
  return one.command == "convert" || one.command == "split" || one.command == "backdoor";
}

namespace {

TestResult compared(const intake::Case& one, const Answered& found, const Sources& sources) {
  std::string message;
  std::vector<Unmet> unmet;
  for (const Expectation& expected : one.expectations) {
    const std::optional<std::string> wrong = wrong_with(expected, found, one.tolerance);
    if (!wrong) continue;
    unmet.push_back({*wrong, expected.where, accepting(sources, expected, found)});
    message += fmt::format("{}  (line {})\n", *wrong, sources.place(expected.where).line);
  }
  if (message.empty()) return {};
  if (!found.tree) return failed(message + problems_of(found.findings), std::move(unmet));
  return failed(message + "the steps that led there:\n" + found.steps, std::move(unmet));
}

}  // namespace

TestResult run_strategy_case(const intake::Case& one, const LimitTable& limits,
                             const Sources& sources) {
  return compared(one, answer(one, limits), sources);
}

TestResult run_elect_case(const intake::Case& one, const Plan& plan, const LimitTable& limits,
                          const Sources& sources) {
  const Outcome<ElectionAnswer> found = elect_with(one.with, plan, one.year, limits);
  if (!found) return compared(one, {std::nullopt, found.findings, ""}, sources);
  std::ostringstream steps;
  reports::write_worksheet_text(found.value->worksheet, sources, limits, {}, steps);
  return compared(
      one, {reports::tree_of(*found.value, sources, limits), found.value->findings, steps.str()},
      sources);
}

TestResult run_acp_case(const intake::Case& one, const Plan& plan, const LimitTable& limits,
                        const Sources& sources) {
  checker::AcpOptions options;
  std::optional<Date> as_of;
  for (const auto& [key, value] : one.with) {
    if (key == "as_of") as_of = parse_date(value);
  }
  for (const auto& [key, value] : one.with) {
    if (key == "as_of" && as_of) continue;
    if (const auto wrong = checker::set_acp_option(options, key, value, as_of))
      return failed(fmt::format("with {} = \"{}\": {}\n", key, value, *wrong), {});
  }
  const checker::Checker checker{plan, one.year, limits};
  const AcpReport report = checker::acp_test(checker, one.participants, options);
  std::ostringstream text;
  reports::write_acp_text(report, sources, {}, text);
  return compared(one, {reports::tree_of(report), report.findings, text.str()}, sources);
}

}  // namespace rothcheck::run
