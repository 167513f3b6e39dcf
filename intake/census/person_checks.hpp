// Whether the facts of one row can be true together.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/finding.hpp"
#include "model/participant.hpp"

namespace rothcheck::intake {

struct RowDoubt {
  const FindingKind* kind;  // an error spoils the row, a warning is told of it
  std::string one, many;    // the message of one row, and of several with `{}` for the count
};

/// What the plan year says about a row. Without it less can be seen.
struct RowYear {
  std::optional<int> year;
  std::optional<Money> annual_additions_limit;
};

std::vector<RowDoubt> doubts_on(const Participant& person, const RowYear& year);

}  // namespace rothcheck::intake
