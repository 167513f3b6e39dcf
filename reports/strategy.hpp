// The answers of `convert`, `split` and `backdoor` to bytes: text for people, a tree for JSON.
#pragma once

#include <iosfwd>

#include "model/strategy.hpp"
#include "reports/report.hpp"
#include "reports/tree.hpp"

namespace rothcheck::reports {

Tree tree_of(const Conversion& answer);
Tree tree_of(const Split& answer);
Tree tree_of(const IraBackdoor& answer);

void write_strategy_text(const Conversion& answer, const CheckOptions& options, std::ostream& out);
void write_strategy_text(const Split& answer, const CheckOptions& options, std::ostream& out);
void write_strategy_text(const IraBackdoor& answer, const CheckOptions& options, std::ostream& out);

/// The derivation alone, as a numbered form.
void write_derivation_text(const Derivation& derivation, const CheckOptions& options,
                           std::ostream& out);

}  // namespace rothcheck::reports
