// `rothcheck test`: the scenarios of plans and the cases of case files.
#include <fmt/format.h>

#include <ostream>

#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/findings.hpp"
#include "cli/inputs.hpp"
#include "cli/scenarios.hpp"
#include "intake/cases.hpp"

namespace rothcheck::cli {

namespace {

class Tally {
 public:
  explicit Tally(const Console& console) : console_{console} {}

  void count(const std::string& name, const std::string& place, const TestResult& result) {
    switch (result.outcome) {
      case TestResult::Outcome::passed:
        ++passed_;
        return;
      case TestResult::Outcome::failed:
        ++failed_;
        console_.out << fmt::format("FAILED  {}  ({})\n{}\n", name, place,
                                    indented(result.message));
        return;
      case TestResult::Outcome::waits:
        ++waiting_;
        console_.out << fmt::format("{}  ({}): {}\n", name, place, result.message);
        return;
    }
  }

  Exit finish() const {
    console_.out << fmt::format("{} passed, {} failed", passed_, failed_);
    if (waiting_ != 0) console_.out << fmt::format(", {} waiting", waiting_);
    console_.out << '\n';
    return failed_ != 0 ? Exit::findings : Exit::fine;
  }

 private:
  static std::string indented(const std::string& text) {
    std::string result;
    bool at_start = true;
    for (const char c : text) {
      if (at_start && c != '\n') result += "  ";
      result += c;
      at_start = c == '\n';
    }
    return result;
  }

  const Console& console_;
  int passed_ = 0, failed_ = 0, waiting_ = 0;
};

std::string place_of(const Sources& sources, Span span) {
  const Place place = sources.place(span);
  return fmt::format("{}:{}", place.path, place.line);
}

void run_cases(Inputs& inputs, const std::string& path, const std::string& filter, Tally& tally) {
  std::string reason;
  std::optional<std::string> text = read_file(path, reason);
  if (!text) {
    inputs.say(finding::unreadable_file, fmt::format("cannot read {}: {}", path, reason));
    inputs.exit = worse(inputs.exit, Exit::unread);
    return;
  }
  const std::uint16_t source = inputs.sources.add(path, std::move(*text));
  Outcome<std::vector<intake::Case>> cases = intake::read_cases(inputs.sources, source);
  if (!cases || has_error(cases.findings)) inputs.exit = worse(inputs.exit, Exit::unread);
  inputs.findings.insert(inputs.findings.end(), cases.findings.begin(), cases.findings.end());
  if (!cases) return;
  for (const intake::Case& one : *cases.value) {
    if (one.id.find(filter) == one.id.npos) continue;
    const TestResult result = run_case(one, path, inputs.limits, inputs.sources);
    tally.count(one.id, place_of(inputs.sources, one.where), result);
  }
}

}  // namespace

Exit test(const TestCommand& command, const Console& console) {
  Inputs inputs;
  inputs.read_limits(command.limits);
  inputs.read_plans(command.plans);
  Tally tally{console};
  for (const Plan& plan : inputs.plans) {
    for (const Scenario& scenario : plan.scenarios) {
      const std::string name = fmt::format("{} / {}", plan.name, scenario.name);
      if (name.find(command.filter) == name.npos) continue;
      tally.count(name, place_of(inputs.sources, scenario.where),
                  run_scenario(plan, scenario, inputs.limits, inputs.sources));
    }
  }
  for (const std::string& path : command.cases) run_cases(inputs, path, command.filter, tally);
  show(inputs.findings, inputs.sources, false, console);
  const Exit exit = worse(inputs.exit, tally.finish());
  return worse(exit, has_error(inputs.findings) ? Exit::findings : Exit::fine);
}

}  // namespace rothcheck::cli
