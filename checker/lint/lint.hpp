// All that is to be said about a plan alone: its answer's findings and every rule's.
#pragma once

#include <optional>

#include "model/finding.hpp"
#include "model/limits.hpp"
#include "model/plan.hpp"
#include "model/source.hpp"

namespace rothcheck::checker {

/// Without a year, or for one that the table does not know, only what the text alone shows.
Findings lint(const Plan& plan, std::optional<int> year, const LimitTable& limits,
              const Sources& sources);

/// Takes a clause and its `cite` out of the text, the whole line where nothing else stands on it. A
/// comment stays.
Edit without_clause(const Sources& sources, Span clause);

}  // namespace rothcheck::checker
