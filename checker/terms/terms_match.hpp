// The match blocks of a plan, settled for one group's year.
#pragma once

#include <vector>

#include "checker/terms/applicable.hpp"
#include "checker/terms/terms.hpp"

namespace rothcheck::checker {

/// `where` is the clause that states the amount.
AmountTerm amount_term(const Amount& amount, Span where, const Figures& law);

std::vector<MatchTerm> matches_for(const Plan& plan, const GroupFacts& facts, const Figures& law,
                                   const std::vector<YearPart>& parts,
                                   std::vector<Conflict>& conflicts);

}  // namespace rothcheck::checker
