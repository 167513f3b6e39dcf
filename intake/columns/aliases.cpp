// Exact names of facts.
#include "intake/columns/aliases.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "intake/columns/cell_type.hpp"
#include "intake/columns/head_words.hpp"
#include "intake/columns/header_text.hpp"
#include "model/text.hpp"

namespace rothcheck::intake {
namespace {

using What = Meaning::What;

Alias special(What what) { return {{what}}; }

Alias unused(std::string_view why) {
  Alias alias{{What::unused}};
  alias.why = why;
  return alias;
}

const Alias* listed(std::string_view plain) {
  static const std::unordered_map<std::string_view, Alias> aliases = {
#define ID(header) {header, special(What::id)},
#define SSN(header) {header, special(What::ssn)},
#define FACT(header, field) {header, fact(Field::field)},
#define PART(header, field, part) {header, fact(Field::field, part)},
#define TAKEN(header, field) {header, fact(Field::field, {}, false)},
#define ASK(header, field, reading) {header, asked(Field::field, reading)},
#define ASK_ALWAYS(header, reading) {header, asked(std::nullopt, reading)},
#define SPECIAL(header, what) {header, special(What::what)},
#define UNUSED(header, why) {header, unused(why)},
#include "intake/columns/aliases.def"
#undef ID
#undef SSN
#undef FACT
#undef PART
#undef TAKEN
#undef ASK
#undef ASK_ALWAYS
#undef SPECIAL
#undef UNUSED
  };
  const auto found = aliases.find(plain);
  return found == aliases.end() ? nullptr : &found->second;
}

std::optional<Alias> named(std::string_view plain) {
  if (plain == "id") return special(What::id);
  // A fact that nothing about a plan depends on is listed as such.
  if (const Alias* alias = listed(plain)) return *alias;
  const std::optional<Field> field = field_named(plain);
  return field ? std::optional{fact(*field, main_part(*field))} : std::nullopt;
}

/// Whether there is a letter in it, of any alphabet; every name of a fact has one.
bool has_letter(std::string_view header) {
  return std::any_of(header.begin(), header.end(),
                     [](char c) { return is_letter(c) || !is_ascii(c); });
}

/// Of a head that says neither a unit nor a period.
std::optional<Alias> unqualified(std::string_view plain) {
  if (const auto alias = named(plain)) return alias;
  const std::string_view rest = without_employee(plain);
  if (!rest.empty()) {
    if (const auto alias = named(rest)) return alias;
  }
  return composed(plain);
}

bool takes_amounts(Field field) {
  const CellType type = type_of(field);
  return type == CellType::money || type == CellType::election;
}

/// A percent of pay is an election; a rate of match is no amount, and a percent of anything else no
/// fact.
std::optional<Alias> in_percent(Alias alias) {
  if (alias.meaning.what != What::field) return std::nullopt;
  const Field field = alias.meaning.field;
  if (field == Field::ownership_pct) return alias;
  if (type_of(field) == CellType::election) {
    alias.unit = Unit::percent;
    return alias;
  }
  if (!is_contribution(field)) return std::nullopt;
  return asked(field, "a rate, which is no amount");
}

/// One pay period's amounts are nobody's year.
std::optional<Alias> one_period(const Alias& alias) {
  if (alias.meaning.what == What::unused) return alias;
  const bool money = alias.meaning.what == What::asked ||
                     (alias.meaning.what == What::field && takes_amounts(alias.meaning.field));
  if (!money) return std::nullopt;
  return asked(std::nullopt, "one pay period's money, not the year's");
}

/// What has gone in so far is after-tax money's own fact; of all else it is not the year's.
std::optional<Alias> so_far(Alias alias) {
  if (alias.meaning.what != What::field) return alias;
  const Field field = alias.meaning.field;
  if (field == Field::after_tax || field == Field::after_tax_ytd) {
    alias.meaning.field = Field::after_tax_ytd;
    return alias;
  }
  if (!takes_amounts(field)) return std::nullopt;
  alias.covers = Covers::the_year_so_far;
  return alias;
}

}  // namespace

Alias fact(Field field, std::string_view part, bool certain) {
  Alias alias{{What::field, field}};
  alias.part = part;
  alias.certain = certain;
  return alias;
}

Alias asked(std::optional<Field> settled_by, std::string_view reading) {
  Alias alias{{What::asked}};
  alias.settled_by = settled_by;
  alias.reading = reading;
  return alias;
}

std::string_view main_part(Field field) {
  if (field == Field::pre_tax || field == Field::roth) return "deferrals";
  if (field == Field::match) return "match";
  return field == Field::nonelective ? "profit sharing" : "";
}

std::optional<Alias> alias_of(std::string_view header) {
  // Most cells that may be headers are amounts and dates, which are told without a look at the
  // table.
  if (!has_letter(header)) return std::nullopt;
  const std::string plain = plain_header(header);
  if (plain.empty()) return std::nullopt;
  if (const auto alias = named(plain)) return alias;
  const HeadWords head = words_of_head(plain);
  const std::optional<Alias> alias = unqualified(head.fact);
  if (!alias) return std::nullopt;
  if (head.one_period) return one_period(*alias);
  if (head.percent) return head.so_far ? std::nullopt : in_percent(*alias);
  return head.so_far ? so_far(*alias) : alias;
}

}  // namespace rothcheck::intake
