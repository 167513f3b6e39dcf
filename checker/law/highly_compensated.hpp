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

/// 416(i)(1)(B)(i), 318(a)(1): credits each member of a family with the shares of all. A family is
/// what the census tells as `family_group`.
void credit_families(std::vector<Participant>& census);

/// Where the plan elects the top-paid group: marks those over the pay figure who are not in the
/// top-paid fifth, and are no owners, as not highly compensated. Ties at the edge are broken by id,
/// so that the order of the rows decides nothing.
void apply_top_paid_group(std::vector<Participant>& census, const Figures& law);

}  // namespace rothcheck::checker
