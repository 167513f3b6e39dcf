// The fields of participant.def, and how each is read, whatever kind of file it comes from.
#include "model/participant.hpp"

#include <utility>

#include "model/facts.hpp"
#include "model/text.hpp"

namespace rothcheck {
namespace {

struct ElectionReader {
  static constexpr std::string_view expects =
      "an amount such as 23500, or a percent of pay such as 12%";
  static std::optional<Election> read(std::string_view text) {
    const bool of_pay = text.ends_with("% of pay");
    if (const auto rate = Rate::parse_percent(of_pay ? text.substr(0, text.size() - 7) : text)) {
      return *rate <= 100_pct ? std::optional{Election{*rate}} : std::nullopt;
    }
    if (const auto amount = MoneyReader::read(text)) return Election{*amount};
    return std::nullopt;
  }
};
using BusinessReader = WordReader<Business>;
using FilingStatusReader = WordReader<FilingStatus>;

struct GainReader {
  static constexpr std::string_view expects = "an amount such as 1234.50, or -1234.50 for a loss";
  static std::optional<Money> read(std::string_view text) { return Money::parse(text); }
};

// The table's type names, of which some are one type of C++.
constexpr FieldType type_Date = FieldType::date, type_Age = FieldType::age,
                    type_Years = FieldType::years, type_Hours = FieldType::hours,
                    type_Text = FieldType::text, type_Money = FieldType::money,
                    type_Percent = FieldType::percent, type_YesNo = FieldType::yes_no,
                    type_Election = FieldType::election, type_Periods = FieldType::periods,
                    type_Business = FieldType::business, type_Gain = FieldType::money,
                    type_FilingStatus = FieldType::filing_status;

/// `employee_class` is the column `class`, which C++ keeps for itself.
constexpr std::string_view column_name(std::string_view field) {
  return field == "employee_class" ? std::string_view{"class"} : field;
}

/// Without what two spellings of one name may differ in.
std::string letters_of(std::string_view name) {
  std::string plain;
  for (const char c : name) {
    if (c != ' ' && c != '_' && c != '-') plain += lower(c);
  }
  return plain;
}

template <class Reader, class T>
std::optional<std::string> set(std::optional<T>& field, std::string_view text) {
  const std::optional<T> value = Reader::read(text);
  if (!value) return "expected " + std::string{Reader::expects};
  field = value;
  return std::nullopt;
}

}  // namespace

const std::vector<FieldRow>& participant_fields() {
  static const std::vector<FieldRow> rows = {
#define PARTICIPANT(field, type, meaning) \
  {Field::field, type_##type, column_name(#field), type##Reader::expects, meaning},
#include "model/participant.def"
#undef PARTICIPANT
  };
  return rows;
}

const FieldRow& row_of(Field field) {
  return participant_fields()[static_cast<std::size_t>(field)];
}

std::optional<Field> field_named(std::string_view name) {
  static const std::vector<std::pair<std::string, Field>> names = [] {
    std::vector<std::pair<std::string, Field>> all;
    for (const FieldRow& row : participant_fields())
      all.emplace_back(letters_of(row.name), row.field);
    return all;
  }();
  const std::string wanted = letters_of(name);
  for (const auto& [known, field] : names) {
    if (known == wanted) return field;
  }
  return std::nullopt;
}

std::optional<std::string> set_field(Participant& person, Field field, std::string_view text) {
  switch (field) {
#define PARTICIPANT(field, type, meaning) \
  case Field::field:                      \
    return set<type##Reader>(person.field, text);
#include "model/participant.def"
#undef PARTICIPANT
  }
  return std::nullopt;
}

}  // namespace rothcheck
