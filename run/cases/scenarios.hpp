// One test of a plan, run: a scenario written in the plan, or a case of a case file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "intake/cases/cases.hpp"
#include "model/finding.hpp"
#include "model/limits.hpp"
#include "model/plan.hpp"
#include "model/source.hpp"

namespace rothcheck::run {

/// One expectation that is not met.
struct Unmet {
  std::string text;  // "expected room $16,000.00, found $15,000.00"
  Span where;        // the expectation
  std::optional<Edit>
      accept;  // what would make it expect what was found, where that can be written
};

struct TestResult {
  enum class Outcome : std::uint8_t { passed, failed, waits };
  Outcome outcome = Outcome::passed;
  std::string message;  // what was expected, what was found, and the steps that led there; or what
                        // it waits for
  std::vector<Unmet> unmet = {};  // none where the test could not be judged

  bool passed() const { return outcome == Outcome::passed; }
};

TestResult run_scenario(const Plan& plan, const Scenario& scenario, const LimitTable& limits,
                        const Sources& sources);

/// `case_path` is the file the case stands in: the files it names are beside it.
TestResult run_case(const intake::Case& one, const std::string& case_path, const LimitTable& limits,
                    Sources& sources);

}  // namespace rothcheck::run
