// What a rule looks at, and where it puts what it found.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "checker/lint/rules.hpp"
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

/// What the rules of the answer, or all the others, have to say.
Findings run_rules(const RuleInput& input, bool in_answer);

}  // namespace rothcheck::checker
