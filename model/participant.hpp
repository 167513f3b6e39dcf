// A person as a participant file, a scenario or `--with` describes them. Every fact may be missing.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/dates.hpp"
#include "model/finding.hpp"
#include "model/money.hpp"
#include "model/words.hpp"

namespace rothcheck {

/// The types of participant.def; some are one type of C++ and read in two ways.
enum class FieldType : std::uint8_t {
  date,
  age,
  years,
  hours,
  text,
  money,
  percent,
  yes_no,
  election,
  periods,
  business,
  filing_status
};
using Text = std::string;
using Years = Rate;    // a number of years
using Hours = Rate;    // a number of hours
using Percent = Rate;  // 5% is 1/20
using YesNo = bool;
using Gain = Money;  // may be a loss
using Age = int;
using Periods = int;  // at least 1

/// What a person elects for the year: an amount, or a percent of each period's pay.
struct Election {
  std::variant<Money, Rate> value;
  friend bool operator==(const Election&, const Election&) = default;
};

enum class Business : std::uint8_t { sole_proprietor, partner, s_corporation, c_corporation };
template <>
inline constexpr auto words<Business> =
    words_are({"sole-proprietor", "partner", "s-corporation", "c-corporation"});
enum class FilingStatus : std::uint8_t { single, head_of_household, joint, separate };
template <>
inline constexpr auto words<FilingStatus> =
    words_are({"single", "head-of-household", "joint", "separate"});

struct Participant {
  std::string id;
  std::optional<Cell> row;  // where the participant file has it

#define PARTICIPANT(field, type, meaning) std::optional<type> field;
#include "model/participant.def"
#undef PARTICIPANT
};

enum class Field : std::uint8_t {
#define PARTICIPANT(field, type, meaning) field,
#include "model/participant.def"
#undef PARTICIPANT
};

/// Calls `visit` with the member that a field is.
template <class Visit>
constexpr auto at_field(Field field, Visit visit) {
  switch (field) {
#define PARTICIPANT(name, type, meaning) \
  case Field::name:                      \
    return visit(&Participant::name);
#include "model/participant.def"
#undef PARTICIPANT
  }
  __builtin_unreachable();
}

struct FieldRow {
  Field field;
  FieldType type;
  std::string_view name;     // "prior_year_pay"; `employee_class` is named "class"
  std::string_view expects;  // "an amount such as 1234.50"
  std::string_view meaning;
};
/// The rows of participant.def, in order.
const std::vector<FieldRow>& participant_fields();
const FieldRow& row_of(Field field);
/// The field of that name, without regard to case, spaces, `_` and `-`.
std::optional<Field> field_named(std::string_view name);

/// Reads `text` into one field. Returns what was wrong with it, or nothing when it was taken.
/// Amounts must not be negative; `5` and `5%` are the same ownership; ages are whole and at most
/// 120.
std::optional<std::string> set_field(Participant&, Field, std::string_view text);
inline bool has_field(const Participant& person, Field field) {
  return at_field(field, [&](auto member) { return (person.*member).has_value(); });
}

}  // namespace rothcheck
