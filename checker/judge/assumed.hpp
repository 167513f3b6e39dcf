// What an answer takes for granted, and what would replace it.
#pragma once

#include "checker/year/assess.hpp"
#include "checker/year/resolve.hpp"

namespace rothcheck::checker {

/// What would replace what was taken for granted where the document is silent.
std::vector<Question> questions_behind(Assumptions assumptions);

/// What the answer took for granted beyond what `resolve` already says.
Assumptions assumptions_of(const Plan& plan, const Participant& participant, const Person& person,
                           const YearResult& result, const Terms& terms, const Figures& law);

}  // namespace rothcheck::checker
