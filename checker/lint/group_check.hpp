// Clauses for groups, held against every kind of person the plan tells apart: gaps and conflicts,
// each with a witness.
#pragma once

#include "checker/lint/rule.hpp"
#include "checker/terms/applicable.hpp"

namespace rothcheck::checker {

/// A gap is a subject that is settled for some people and, left to groups alone, not for others.
void report_gaps(const RuleInput& in, const Reporter& report);

/// A conflict is two clauses that apply to one person and disagree.
void report_conflicts(const RuleInput& in, const Reporter& report);

/// Whether a permission for everybody is in force on days on which the permissions for groups leave
/// it nobody.
bool is_shadowed(const Provision<Permission>& clause, const std::vector<Provision<Permission>>& all,
                 const std::vector<YearPart>& parts, const std::vector<GroupTerms>& groups);

}  // namespace rothcheck::checker
