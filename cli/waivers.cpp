// What a plan file asks to leave unsaid, and whether it may.
#include "cli/waivers.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/catalogue.hpp"
#include "cli/findings.hpp"

namespace rothcheck::cli {

namespace {

bool is_law(const FindingKind& kind) { return kind.code.starts_with("LAW"); }

// Its last day counts.
bool has_expired(const Waiver& waiver, Date as_of) { return waiver.until && *waiver.until < as_of; }

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

Findings judge(const Plan& plan, Date as_of, const Findings& in_loading, const Findings& on_plan) {
  Findings said;
  for (const Waiver& waiver : plan.waivers) {
    const FindingKind* kind = kind_named(waiver.code);
    if (kind == nullptr) {
      said.push_back({&finding::waiver_unknown,
                      fmt::format("there is no finding {} to waive", waiver.code), waiver.where});
    } else if (is_law(*kind)) {
      said.push_back({&finding::waiver_of_law,
                      fmt::format("{} {} is law and cannot be waived", kind->code, kind->name),
                      waiver.where});
    } else if (has_expired(waiver, as_of)) {
      said.push_back({&finding::waiver_expired,
                      fmt::format("the waiver of {} ended on {}, before {}", kind->code,
                                  to_string(*waiver.until), to_string(as_of)),
                      waiver.where});
    } else if (kind->code.starts_with("PLN") && !covers_any(plan, waiver, in_loading) &&
               !covers_any(plan, waiver, on_plan)) {
      // Only these are said on every run; others may need a participant to come up.
      said.push_back({&finding::waiver_unneeded,
                      fmt::format("there is no {} here to waive", kind->code), waiver.where});
    }
  }
  return said;
}

}  // namespace

void waive(const Plan& plan, Date as_of, Findings& findings) {
  std::erase_if(findings, [&](const Finding& finding) {
    return std::any_of(plan.waivers.begin(), plan.waivers.end(), [&](const Waiver& waiver) {
      return silences(plan, waiver, as_of, finding);
    });
  });
}

void settle_waivers(const Plan& plan, Date as_of, Findings& in_loading, Findings& on_plan) {
  const Findings said = judge(plan, as_of, in_loading, on_plan);
  waive(plan, as_of, in_loading);
  waive(plan, as_of, on_plan);
  on_plan.insert(on_plan.end(), said.begin(), said.end());
}

}  // namespace rothcheck::cli
