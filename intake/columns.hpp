// Which fact each column of a participant file holds.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "intake/record.hpp"
#include "model/participant.hpp"

namespace rothcheck::intake {

/// What a column or key stands for.
struct Meaning {
  enum class What : std::uint8_t { left_out, id, field };
  What what = What::left_out;
  Field field = Field::birth_date;

  friend bool operator==(Meaning, Meaning) = default;
};

struct Columns {
  std::vector<Meaning> meanings;  // one for each name
  Findings findings;              // their cells have no path
  bool usable = true;             // false when an id is missing, or two columns hold one fact
};

/// Matches names without regard to case, spaces, `_` and `-`.
Columns read_names(const std::vector<Name>& names, Names are);

const FieldRow& row_of(Field field);

/// The field, or `id`, that a misspelt name may stand for; empty when none is near.
std::string_view field_meant(std::string_view name);

}  // namespace rothcheck::intake
