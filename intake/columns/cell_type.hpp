// What kind of value each participant field takes, and what can be done with it.
#pragma once

#include <optional>

#include "model/participant.hpp"

namespace rothcheck::intake {

using CellType = FieldType;
inline CellType type_of(Field field) { return row_of(field).type; }

/// Whether the field is a contribution, where an empty cell is worth a word.
bool is_contribution(Field field);

/// The amount in a field; empty where there is none, or a percent.
std::optional<Money> amount_in(const Participant& person, Field field);

/// Adds a field of `part` to the same field of `person`. False where they cannot be added: a
/// percent and an amount, or nothing that has a sum.
bool add_field(Participant& person, const Participant& part, Field field);

}  // namespace rothcheck::intake
