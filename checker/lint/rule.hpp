// A lint rule: a kind of finding, its page, and what looks for it. One file of rules/ each, one row
// of rules.def.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checker/year/plan_groups.hpp"
#include "model/assessment.hpp"
#include "model/finding.hpp"
#include "model/limits.hpp"
#include "model/plan.hpp"
#include "model/source.hpp"

namespace rothcheck::checker {

/// The plan in a year of which all figures are known.
struct YearView {
  const Figures& law;
  const Inquiry& inquiry;
  const PlanAnswer& answer;  // without findings
  const std::vector<GroupTerms>& groups;
};

/// All that a rule may look at.
struct RuleInput {
  const Plan& plan;
  const LimitTable& limits;
  const Sources& sources;  // empty where the answer alone is asked for
  std::optional<int> year;
  const YearView* in_year;  // none where figures are missing, for rules that do without

  const Figures& law() const { return in_year->law; }
  const PlanAnswer& answer() const { return in_year->answer; }
  const std::vector<GroupTerms>& groups() const { return in_year->groups; }
};

/// Where a rule puts what it found.
class Reporter {
 public:
  Reporter(const FindingKind& kind, Findings& into) : kind_{kind}, into_{into} {}

  /// The finding may be given a fix.
  Finding& operator()(Span where, std::string message, std::vector<Note> notes = {}) const {
    into_.push_back({&kind_, std::move(message), where, std::move(notes)});
    return into_.back();
  }

 private:
  const FindingKind& kind_;
  Findings& into_;
};

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

/// What the rules of the answer, or all the others, have to say.
Findings run_rules(const RuleInput& input, bool in_answer);

}  // namespace rothcheck::checker
