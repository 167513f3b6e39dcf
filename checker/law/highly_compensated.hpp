// 414(q): who is highly compensated.
#pragma once

#include <optional>
#include <vector>

#include "checker/law/figures.hpp"
#include "model/assessment.hpp"
#include "model/participant.hpp"

namespace rothcheck::checker {

/// The answer, or nothing when the census does not tell; then `question` says what would.
struct HceStatus {
  std::optional<bool> highly_compensated;
  Assumptions assumptions;
  std::optional<QuestionKind> question;
};

/// By what the sponsor states, ownership of more than 5%, or last year's pay over the figure of
/// last year.
HceStatus hce_status(const Participant& person, const Figures& law);

/// Where the plan elects the top-paid group: marks those over the pay figure who are not in the
/// top-paid fifth, and are no owners, as not highly compensated. Ties at the edge are broken in the
/// order of the census.
void apply_top_paid_group(std::vector<Participant>& census, const Figures& law);

}  // namespace rothcheck::checker
