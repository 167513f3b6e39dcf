// Guesses from the mapping, the names of fields, and aliases.
#include "intake/columns/column_guess.hpp"

#include "intake/columns/cell_type.hpp"
#include "intake/columns/columns.hpp"
#include "intake/columns/head_words.hpp"
#include "intake/columns/header_text.hpp"

namespace rothcheck::intake {
namespace {

using What = Meaning::What;

/// Whether a name stands for pay, be it that more would have to be known.
bool is_of_pay(const Alias& alias) {
  const Meaning pay{What::field, Field::pay};
  return alias.meaning == pay ||
         (alias.meaning.what == What::asked && alias.settled_by == Field::pay);
}

/// `Gross Compensation 2024`: this year's column, or pay of the year before.
Guess guess_dated(std::string_view header, std::optional<int> year) {
  Guess guess;
  const std::optional<DatedHeader> dated = year_in_header(plain_header(header));
  const std::optional<Alias> alias = dated ? alias_of(dated->rest) : std::nullopt;
  if (!alias) return guess;
  guess.known = true;
  guess.alias = *alias;
  if (year == dated->year) return guess;
  if (is_of_pay(*alias) && year && *year - 1 == dated->year) {
    guess.alias = fact(Field::prior_year_pay, {}, false);
    return guess;
  }
  if (is_of_pay(*alias) && !year) {
    guess.alias = asked(std::nullopt, "pay of the year or of the one before: say --year");
    return guess;
  }
  guess.alias = Alias{};
  guess.other_year = dated->year;
  return guess;
}

}  // namespace

std::string_view name_of(Meaning meaning) {
  switch (meaning.what) {
    case What::id:
      return "id";
    case What::ssn:
      return "Social Security number";
    case What::rehire_date:
      return "date of rehire";
    case What::last_termination:
      return "second date of termination";
    case What::ownership_without_unit:
      return row_of(Field::ownership_pct).name;
    case What::field:
      return row_of(meaning.field).name;
    case What::left_out:
    case What::unused:
    case What::asked:
      break;
  }
  return "";
}

bool is_used(Meaning meaning) { return !name_of(meaning).empty(); }

bool is_field(const Guess& guess, Field field) {
  return guess.alias.meaning == Meaning{What::field, field};
}

namespace {

/// Whether a header says that its numbers are dollars.
bool says_dollars(std::string_view header) {
  return header.find('$') != std::string_view::npos ||
         plain_header(header).find("dollar") != std::string::npos;
}

/// The unit is what the user says, else what the header says; `Roth %` is in percent whatever it is
/// mapped to.
void take_unit(Guess& guess, std::string_view header, std::optional<Unit> told) {
  guess.unit_told = told.has_value() || says_dollars(header);
  if (told) {
    guess.alias.unit = *told;
    return;
  }
  const bool election = guess.alias.meaning.what == What::field &&
                        type_of(guess.alias.meaning.field) == CellType::election;
  if (election && says_percent(plain_header(header), true)) guess.alias.unit = Unit::percent;
}

}  // namespace

Guess guess_of(const Name& name, Names are, const Mapping& mapping, std::optional<int> year) {
  Guess guess;
  if (const MappedColumn* mapped = mapping.find(name.text, name.column)) {
    guess.known = guess.mapped = true;
    // A mapping that says what the header says already does not make the column less of a part.
    const std::optional<Alias> own = alias_of(name.text);
    const bool same = own && own->meaning == mapped->meaning;
    if (same) guess.alias.part = own->part;
    guess.alias.meaning = mapped->meaning;
    guess.alias.why = "mapped so";
    take_unit(guess, name.text, mapped->unit);
    return guess;
  }
  const std::optional<Alias> alias = alias_of(name.text);
  // TOML and XML are written for this program, so their keys are the names of the fields.
  if (are == Names::keys && alias && alias->meaning.what != What::id && !field_named(name.text)) {
    return guess;
  }
  if (!alias) return are == Names::keys ? guess : guess_dated(name.text, year);
  guess.known = true;
  guess.alias = *alias;
  take_unit(guess, name.text, std::nullopt);
  guess.own_name = name.text == name_of(alias->meaning);
  return guess;
}

}  // namespace rothcheck::intake
