// The answer of `rothcheck diff` to bytes: text for people, a tree for JSON, Markdown for a pull
// request.
#pragma once

#include <iosfwd>
#include <string>

#include "model/comparison.hpp"
#include "reports/tree.hpp"

namespace rothcheck::reports {

struct DiffOptions {
  bool colour = false;
  int width = 96;
  int largest = 10;  // how many people the text names
};

void write_diff_text(const DiffReport& report, const DiffOptions& options, std::ostream& out);
Tree tree_of(const DiffReport& report);
/// Has no id and no amount of a participant in it, as a pull request is read by more people than a
/// participant file. The people of scenarios stand in the plan file, and are told in full.
void write_diff_markdown(const DiffReport& report, std::ostream& out);

/// `as before; 3 clauses differ`, and the like.
std::string outcome_of(const PlanComparison& plan);
/// `AVAILABLE`, `AVAILABLE to AT SEPARATION`, `NEW`, `REMOVED`.
std::string outcome_word(const PlanComparison& plan);
/// `2 people have less room, 1 has more, 15 have as much as before`.
std::string counts_of(const GroupChange& group);
/// The changes of room, the largest losses first and then the largest gains; those that are open,
/// last. Whoever has as much as before under the same verdict is left out.
std::vector<const PersonChange*> in_order_of_loss(const PlanComparison& plan);

}  // namespace rothcheck::reports
