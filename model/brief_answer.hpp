// The answer for one person without its reasons: what one line of a table shows.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/assessment.hpp"

namespace rothcheck {

struct BriefFinding {
  const FindingKind* kind;
  Span where;
};

struct BriefAnswer {
  Verdict verdict = Verdict::undetermined;
  Range room, remaining, deferrals, catch_up, employer;
  std::optional<Binding> binding;
  Span binding_at;  // the clause that decides, where one does
  std::optional<bool> highly_compensated;
  std::optional<int> age;
  std::uint64_t row = 0;  // of the participant file; 0 where it is not told
  std::optional<Money> room_after_acp = {};
  std::string_view acp_constraint = {};
  std::vector<BriefFinding> findings;
};

/// Fills `brief`, whose findings keep their memory from one person to the next.
inline void shorten(const Assessment& answer, BriefAnswer& brief) {
  brief.verdict = answer.verdict;
  brief.room = answer.room;
  brief.remaining = answer.remaining;
  brief.deferrals = answer.deferrals;
  brief.catch_up = answer.catch_up;
  brief.employer = answer.employer;
  brief.binding = answer.binding;
  brief.binding_at = answer.binding_at;
  brief.highly_compensated = answer.highly_compensated;
  brief.age = answer.age;
  brief.row = answer.row ? answer.row->row : 0;
  brief.room_after_acp = answer.room_after_acp;
  brief.acp_constraint = acp_constraint_of(answer);
  brief.findings.clear();
  for (const Finding& finding : answer.findings) {
    brief.findings.push_back({finding.kind, finding.where});
  }
}

}  // namespace rothcheck
