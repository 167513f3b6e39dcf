// Clauses for groups, held against every kind of person the plan tells apart: gaps and conflicts,
// each with a witness.
#pragma once

#include "checker/figures.hpp"
#include "checker/resolve.hpp"

namespace rothcheck::checker {

/// A gap is a subject that is settled for some people and, left to groups alone, not for others. A
/// conflict is two clauses that apply to one person and disagree.
Findings group_findings(const Plan& plan, const Inquiry& inquiry, const Figures& law);

}  // namespace rothcheck::checker
