// What one column is thought to be, before the others are looked at.
#pragma once

#include <optional>
#include <string_view>

#include "intake/columns/aliases.hpp"
#include "intake/columns/mapping.hpp"
#include "intake/record.hpp"

namespace rothcheck::intake {

struct Guess {
  Alias alias;
  bool known = false;
  bool mapped = false;     // the user says so
  bool own_name = false;   // spelt exactly as the field is
  int other_year = 0;      // the header names a year that is not the plan's
  bool unit_told = false;  // by the user, or by the header of an amount
};

Guess guess_of(const Name& name, Names are, const Mapping& mapping, std::optional<int> year);

/// `pay`, `id`: what messages call it; empty for columns that are not used.
std::string_view name_of(Meaning meaning);
bool is_used(Meaning meaning);
bool is_field(const Guess& guess, Field field);

}  // namespace rothcheck::intake
