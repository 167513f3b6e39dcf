// What there is to say about a person's year beside the amount.
#pragma once

#include "checker/year/assess.hpp"
#include "checker/year/resolve.hpp"
#include "model/brief_answer.hpp"

namespace rothcheck::checker {

/// Findings on a person: over limits, lost match, kinds that the plan does not take. `result` is
/// certain.
Findings findings_on(const Participant& participant, const Person& person, const YearResult& result,
                     const Terms& terms, const Figures& law);

/// The same without messages, added to `found`: for the batch path.
void note_findings_on(const Participant& participant, const Person& person,
                      const YearResult& result, const Terms& terms, const Figures& law,
                      std::vector<BriefFinding>& found);

}  // namespace rothcheck::checker
