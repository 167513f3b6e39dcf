// What rules ask of clauses: which one allows, which hold together, what takes a clause out of its
// text.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "checker/law/figures.hpp"
#include "checker/lint/lint.hpp"
#include "model/finding.hpp"
#include "model/plan.hpp"

namespace rothcheck::checker {

/// The first clause that gives that answer on that kind; null when none does.
const Provision<Permission>* clause_with(const std::vector<Provision<Permission>>& clauses,
                                         Kind kind, Answer answer);

inline const Provision<Permission>* allowing(const std::vector<Provision<Permission>>& clauses,
                                             Kind kind) {
  return clause_with(clauses, kind, Answer::allowed);
}
inline const Provision<Permission>* forbidding(const std::vector<Provision<Permission>>& clauses,
                                               Kind kind) {
  return clause_with(clauses, kind, Answer::not_allowed);
}
/// Whether any clause speaks of the kind, be it to say that the document is silent.
bool mentions(const std::vector<Provision<Permission>>& clauses, Kind kind);

/// Whether some days are within both.
bool share_days(const Scope& one, const Scope& other);
/// Whether everybody and every day of `inner` is within `outer`.
bool contains(const Scope& outer, const Scope& inner);
/// Whether the two say different things of the highly compensated and the others, and are alike
/// otherwise.
bool differ_by_hce_alone(const Scope& of_hce, const Scope& of_nhce);

/// Whether every kind of `inner` is one of `outer`.
bool contains(Kinds outer, Kinds inner);

/// Limits on the same kinds for the same group, by the day from which they hold.
std::vector<std::vector<const Provision<ContributionLimit>*>> series_of_limits(const Plan& plan);

/// Whether `low` is at most `high` for every pay up to `most_pay`; false where it cannot be told.
bool never_above(const Amount& low, const Amount& high, Money most_pay, Money deferral_limit);

/// Whether `low` holds wherever `high` does, and lets less through.
bool keeps_from(const Provision<ContributionLimit>& low, const Provision<ContributionLimit>& high,
                const Figures& law);

bool has_safe_harbor(const Plan& plan);

/// The most that the law lets anybody put into these kinds together.
Money most_allowed(Kinds kinds, const Figures& law);

/// In small letters: a clause's cite, and the comment behind it or alone on the line above.
std::string words_about(const Sources& sources, Span clause, std::string_view cite);
/// The `{ ... }` that follows a head, braces included.
Span block_behind(const Sources& sources, Span head);
/// Puts a statement on a line of its own before a clause, indented like it.
Edit before_clause(const Sources& sources, Span clause, const std::string& statement);
/// Puts a statement on a line of its own before the plan's closing brace.
Edit at_end_of(const Sources& sources, const Plan& plan, const std::string& statement);

}  // namespace rothcheck::checker
