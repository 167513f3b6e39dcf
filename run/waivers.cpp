// What a plan file asks to leave unsaid, and whether it may.
#include "run/waivers.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "checker/lint/rules.hpp"
#include "run/catalogue.hpp"
#include "run/findings.hpp"

namespace rothcheck::run {

namespace {

bool is_law(const FindingKind& kind) { return kind.code.starts_with("LAW"); }

// Its last day counts.
bool has_expired(const Waiver& waiver, Date as_of) {
  return !waiver.until || *waiver.until < as_of;
}

bool contains(Span outer, Span inner) {
  return inner.source == outer.source && inner.begin >= outer.begin && inner.end <= outer.end;
}

bool covers(const Plan& plan, const Waiver& waiver, const Finding& finding) {
  if (finding.kind != kind_named(waiver.code) || !finding.where.somewhere()) return false;
  // A finding on the plan's header is about the whole plan, whose block is the one that its type
  // stands in.
  const bool is_of_plan = finding.where == plan.where && contains(waiver.within, plan.type_at);
  return is_of_plan || contains(waiver.within, finding.where);
}

bool silences(const Plan& plan, const Waiver& waiver, Date as_of, const Finding& finding) {
  return covers(plan, waiver, finding) && !is_law(*finding.kind) && !has_expired(waiver, as_of) &&
         !waiver.because.empty();
}

bool covers_any(const Plan& plan, const Waiver& waiver, const Findings& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [&](const Finding& finding) { return covers(plan, waiver, finding); });
}

// Whether a finding of this kind would have been said, had there been a reason. Others, such as
// those on people, may come up in another run.
bool was_looked_for(const FindingKind& kind, Looked looked) {
  const checker::Rule* rule = checker::rule_of(kind);
  if (rule == nullptr) return kind.code.starts_with("PLN");
  switch (looked) {
    case Looked::for_answer:
      return rule->in_answer;
    case Looked::for_text:
      return rule->any_year;
    case Looked::for_all:
      return true;
  }
  return false;
}

Finding on_waiver(const FindingKind& kind, std::string message, const Waiver& waiver) {
  return {&kind, std::move(message), waiver.where};
}

}  // namespace

Findings findings_on_waivers(const Plan& plan, Date as_of, const Findings& in_loading,
                             const Findings& on_plan, Looked looked) {
  Findings said;
  for (const Waiver& waiver : plan.waivers) {
    const FindingKind* kind = kind_named(waiver.code);
    if (kind == nullptr) {
      said.push_back(on_waiver(finding::waiver_unknown,
                               fmt::format("there is no finding {} to waive", waiver.code),
                               waiver));
    } else if (is_law(*kind)) {
      said.push_back(on_waiver(
          finding::waiver_of_law,
          fmt::format("{} {} is law and cannot be waived", kind->code, kind->name), waiver));
    } else if (has_expired(waiver, as_of)) {
      said.push_back(on_waiver(finding::waiver_expired,
                               fmt::format("the waiver of {} ended on {}, before {}", kind->code,
                                           to_string(*waiver.until), to_string(as_of)),
                               waiver));
    } else if (was_looked_for(*kind, looked) && !covers_any(plan, waiver, in_loading) &&
               !covers_any(plan, waiver, on_plan)) {
      said.push_back(on_waiver(finding::waiver_unneeded,
                               fmt::format("there is no {} here to waive", kind->code), waiver));
    }
  }
  return said;
}

void mark_waived(const Plan& plan, Date as_of, Findings& findings) {
  for (const Waiver& waiver : plan.waivers) {
    for (Finding& finding : findings) {
      if (!silences(plan, waiver, as_of, finding)) continue;
      finding.waived = fmt::format("until {}: {}", to_string(*waiver.until), waiver.because);
    }
  }
}

void waive(const Plan& plan, Date as_of, Findings& findings) {
  mark_waived(plan, as_of, findings);
  std::erase_if(findings, [](const Finding& finding) { return !finding.waived.empty(); });
}

void settle_waivers(const Plan& plan, Date as_of, Findings& in_loading, Findings& on_plan) {
  const Findings said = findings_on_waivers(plan, as_of, in_loading, on_plan, Looked::for_answer);
  waive(plan, as_of, in_loading);
  waive(plan, as_of, on_plan);
  on_plan.insert(on_plan.end(), said.begin(), said.end());
}

}  // namespace rothcheck::run
