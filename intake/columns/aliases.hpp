// What a header of a real file stands for: the names of the participant fields, and aliases.def.
#pragma once

#include <optional>
#include <string_view>

#include "model/participant.hpp"

namespace rothcheck::intake {

/// What a column or key stands for.
struct Meaning {
  enum class What : std::uint8_t {
    left_out,                // unknown
    unused,                  // known, and needed for nothing; or told to be left out
    asked,                   // may be more than one fact
    id,                      //
    ssn,                     // the id where there is no other
    rehire_date,             // the date of termination before it is no longer true
    last_termination,        // the second date of termination, where there is one
    ownership_without_unit,  // ownership, in percent only where the cell says so
    field
  };
  What what = What::left_out;
  Field field = Field::birth_date;

  friend bool operator==(Meaning, Meaning) = default;
};

/// What the numbers of a column are where they have no sign of their own.
enum class Unit : std::uint8_t { amounts, percent, fraction };

/// What the amounts of a column are of.
enum class Covers : std::uint8_t { the_year, the_year_so_far };

struct Alias {
  Meaning meaning;
  std::string_view part = {};            // of a field that several columns add up to
  bool certain = true;                   // false: used where no certain column is, with a note
  std::string_view reading = {};         // of what is asked: what it may be
  std::optional<Field> settled_by = {};  // of what is asked: the field whose column settles it
  std::string_view why = {};             // of what is not needed
  Unit unit = Unit::amounts;
  Covers covers = Covers::the_year;
};

Alias fact(Field field, std::string_view part = {}, bool certain = true);
Alias asked(std::optional<Field> settled_by, std::string_view reading);
/// A column with the field's own name is its main part, which catch-up and the like are added to.
std::string_view main_part(Field field);

/// Looks a header up: exactly, or word for word where each of its words is known. Empty when it is
/// not known.
std::optional<Alias> alias_of(std::string_view header);

}  // namespace rothcheck::intake
