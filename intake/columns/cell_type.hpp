// What kind of value each participant field takes, from participant.def.
#pragma once

#include <cstdint>
#include <optional>

#include "model/participant.hpp"

namespace rothcheck::intake {

enum class CellType : std::uint8_t {
  date,
  age,
  years,
  text,
  money,
  percent,
  yes_no,
  election,
  periods,
  business,
  filing_status
};
CellType type_of(Field field);

/// Whether the field is a contribution, where an empty cell is worth a word.
bool is_contribution(Field field);

/// The amount in a field; empty where there is none, or a percent.
std::optional<Money> amount_in(const Participant& person, Field field);

/// Adds a field of `part` to the same field of `person`. False where they cannot be added: a
/// percent and an amount, or nothing that has a sum.
bool add_field(Participant& person, const Participant& part, Field field);

}  // namespace rothcheck::intake
