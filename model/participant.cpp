// The fields of participant.def, and the one reader of each type that serves every kind of file.
#include "model/participant.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace rothcheck {
namespace {

using Complaint = std::optional<std::string>;

template <class T>
struct Reader;

template <>
struct Reader<Date> {
  static constexpr std::string_view expects = "a date such as 1998-02-03 or 2/3/1998";
  static std::optional<Date> read(std::string_view text) { return parse_date(text); }
};
template <>
struct Reader<Text> {
  static constexpr std::string_view expects = "a word or words";
  static std::optional<Text> read(std::string_view text) { return Text{text}; }
};
template <>
struct Reader<Money> {
  static constexpr std::string_view expects = "an amount such as 1234.50, not below zero";
  static std::optional<Money> read(std::string_view text) {
    const std::optional<Money> amount = Money::parse(text);
    return amount && *amount >= Money{} ? amount : std::nullopt;
  }
};
template <>
struct Reader<Election> {
  static constexpr std::string_view expects =
      "an amount such as 23500, or a percent of pay such as 12%";
  static std::optional<Election> read(std::string_view text) {
    const bool of_pay = text.ends_with("% of pay");
    if (const auto rate = Rate::parse_percent(of_pay ? text.substr(0, text.size() - 7) : text)) {
      return *rate <= 100_pct ? std::optional{Election{*rate}} : std::nullopt;
    }
    if (const auto amount = Reader<Money>::read(text)) return Election{*amount};
    return std::nullopt;
  }
};
template <>
struct Reader<YesNo> {
  static constexpr std::string_view expects = "yes or no";
  static std::optional<bool> read(std::string_view text) {
    std::string lower{text};
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    for (std::string_view yes : {"yes", "y", "true", "t", "1", "x"}) {
      if (lower == yes) return true;
    }
    for (std::string_view no : {"no", "n", "false", "f", "0"}) {
      if (lower == no) return false;
    }
    return std::nullopt;
  }
};
template <>
struct Reader<Business> {
  static constexpr std::string_view expects =
      "sole-proprietor, partner, s-corporation or c-corporation";
  static std::optional<Business> read(std::string_view text) {
    if (text == "sole-proprietor") return Business::sole_proprietor;
    if (text == "partner") return Business::partner;
    if (text == "s-corporation") return Business::s_corporation;
    if (text == "c-corporation") return Business::c_corporation;
    return std::nullopt;
  }
};
template <>
struct Reader<FilingStatus> {
  static constexpr std::string_view expects = "single, head-of-household, joint or separate";
  static std::optional<FilingStatus> read(std::string_view text) {
    if (text == "single") return FilingStatus::single;
    if (text == "head-of-household") return FilingStatus::head_of_household;
    if (text == "joint") return FilingStatus::joint;
    if (text == "separate") return FilingStatus::separate;
    return std::nullopt;
  }
};
/// The whole number that `text` is, between two others.
std::optional<int> whole_number(std::string_view text, int least, int most) {
  if (text.empty() || text.size() > 3) return std::nullopt;
  int value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return least <= value && value <= most ? std::optional{value} : std::nullopt;
}

// Ages and pay periods are both whole numbers, Years and Percent both fractions; the table's type
// names tell them apart.
struct AgeReader {
  static constexpr std::string_view expects = "an age in whole years, at most 120";
  static std::optional<int> read(std::string_view text) { return whole_number(text, 0, 120); }
};
struct PeriodsReader {
  static constexpr std::string_view expects = "a whole number from 1 to 366";
  static std::optional<int> read(std::string_view text) { return whole_number(text, 1, 366); }
};
struct YearsReader {
  static constexpr std::string_view expects = "a number of years such as 3 or 2.5, at most 100";
  static std::optional<Rate> read(std::string_view text) {
    const auto years = Rate::parse_number(text);
    return years && *years <= Rate::whole(100) ? years : std::nullopt;
  }
};
struct PercentReader {
  static constexpr std::string_view expects = "a percent from 0 to 100, such as 5 or 5%";
  static std::optional<Rate> read(std::string_view text) {
    std::optional<Rate> rate = Rate::parse_percent(text);
    if (!rate) {
      const auto number = Rate::parse_number(text);
      if (number) rate = *number * Rate{1, 100};
    }
    return rate && *rate <= 100_pct ? rate : std::nullopt;
  }
};

// The table's type names to their readers.
#define READER_Date Reader<Date>
#define READER_Age AgeReader
#define READER_Periods PeriodsReader
#define READER_Text Reader<Text>
#define READER_Money Reader<Money>
#define READER_Election Reader<Election>
#define READER_YesNo Reader<YesNo>
#define READER_Business Reader<Business>
#define READER_FilingStatus Reader<FilingStatus>
#define READER_Years YearsReader
#define READER_Percent PercentReader

/// `employee_class` is the column `class`, which C++ keeps for itself.
constexpr std::string_view column_name(std::string_view field) {
  return field == "employee_class" ? std::string_view{"class"} : field;
}

std::string normalised(std::string_view name) {
  std::string plain;
  for (char c : name) {
    if (c == ' ' || c == '_' || c == '-') continue;
    plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return plain;
}

template <class R, class T>
Complaint set(std::optional<T>& field, std::string_view text) {
  const std::optional<T> value = R::read(text);
  if (!value) return "expected " + std::string{R::expects};
  field = value;
  return std::nullopt;
}

}  // namespace

const std::vector<FieldRow>& participant_fields() {
  static const std::vector<FieldRow> rows = {
#define PARTICIPANT(field, type, meaning) \
  {Field::field, column_name(#field), READER_##type::expects, meaning},
#include "model/participant.def"
#undef PARTICIPANT
  };
  return rows;
}

std::optional<Field> field_named(std::string_view name) {
  static const std::vector<std::pair<std::string, Field>> names = [] {
    std::vector<std::pair<std::string, Field>> all;
    for (const FieldRow& row : participant_fields())
      all.emplace_back(normalised(row.name), row.field);
    return all;
  }();
  const std::string wanted = normalised(name);
  for (const auto& [known, field] : names) {
    if (known == wanted) return field;
  }
  return std::nullopt;
}

std::optional<std::string> set_field(Participant& person, Field field, std::string_view text) {
  switch (field) {
#define PARTICIPANT(field, type, meaning) \
  case Field::field:                      \
    return set<READER_##type>(person.field, text);
#include "model/participant.def"
#undef PARTICIPANT
  }
  return std::nullopt;
}

bool has_field(const Participant& person, Field field) {
  switch (field) {
#define PARTICIPANT(field, type, meaning) \
  case Field::field:                      \
    return person.field.has_value();
#include "model/participant.def"
#undef PARTICIPANT
  }
  return false;
}

}  // namespace rothcheck
