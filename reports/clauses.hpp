// A clause of a plan file as reports quote it: its words, its place, and where the plan document
// says so.
#pragma once

#include <string>

#include "model/source.hpp"

namespace rothcheck::reports {

/// `acme.plan:19`; empty for nowhere.
std::string line_place(const Sources& sources, Span where);
/// The words of the clause on one line, without comments, cut short where they are very many.
std::string clause_text(const Sources& sources, Span where);
/// What the clause's `cite` says; empty where it has none.
std::string clause_cite(const Sources& sources, Span where);
/// `"limit 10% of pay on after-tax" (acme.plan:19; SPD p. 10)`; in single quotes where the clause
/// has double ones.
std::string quoted_clause(const Sources& sources, Span where);

}  // namespace rothcheck::reports
