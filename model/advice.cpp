// The rows of advice.def.
#include "model/advice.hpp"

#include <algorithm>

namespace rothcheck {

const ChangeRow& row_of(ChangeKind kind) {
  static constexpr ChangeRow rows[] = {
#define CHANGE(name, aim, title, law) {#name, Aim::aim, title, law},
#include "model/advice.def"
#undef CHANGE
  };
  return rows[static_cast<std::size_t>(kind)];
}

bool Proposal::asks() const {
  return std::any_of(changes.begin(), changes.end(),
                     [](const PlanChange& change) { return change.asks.has_value(); });
}

}  // namespace rothcheck
