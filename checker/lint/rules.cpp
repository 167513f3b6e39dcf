// The table of rules, and running them.
#include "checker/lint/rules.hpp"

#include <algorithm>

#include "checker/lint/rule.hpp"

namespace rothcheck::checker {

const std::vector<const Rule*>& rules() {
  static const std::vector<const Rule*> table = {
#define RULE(name) &rule::name,
#include "checker/lint/rules/rules.def"
#undef RULE
  };
  return table;
}

const Rule* rule_of(const FindingKind& kind) {
  const auto found = std::find_if(rules().begin(), rules().end(),
                                  [&kind](const Rule* each) { return &each->kind == &kind; });
  return found == rules().end() ? nullptr : *found;
}

Findings run_rules(const RuleInput& input, bool in_answer) {
  Findings found;
  for (const Rule* each : rules()) {
    if (each->in_answer != in_answer) continue;
    if (input.in_year == nullptr && !each->any_year) continue;
    each->check(input, Reporter{each->kind, found});
  }
  return found;
}

}  // namespace rothcheck::checker
