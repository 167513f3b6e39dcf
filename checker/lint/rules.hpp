// A lint rule: a kind of finding, its page, and what looks for it. One file of rules/ each, one row
// of rules.def.
#pragma once

#include <string_view>
#include <vector>

#include "model/finding.hpp"

namespace rothcheck::checker {

struct RuleInput;
class Reporter;

/// What `rothcheck explain` shows beside the kind's why and law.
struct Page {
  std::string_view mistake;  // what was written or left out
  std::string_view find;     // how to see it in the plan document
  std::string_view fix;
  std::string_view avoid;
  std::string_view example;  // the mistake as a plan has it
};

struct Rule {
  FindingKind kind;
  Page page;
  bool in_answer = false;  // `check` says it too, for it bears on the verdict
  bool any_year = false;   // looks at the text alone, so that figures may be missing
  void (*check)(const RuleInput&, const Reporter&);
};

namespace rule {
#define RULE(name) extern const Rule name;
#include "checker/lint/rules/rules.def"
#undef RULE
}  // namespace rule

/// In the order of the table.
const std::vector<const Rule*>& rules();
/// Null for a kind that no rule speaks of.
const Rule* rule_of(const FindingKind& kind);

}  // namespace rothcheck::checker
