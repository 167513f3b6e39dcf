// Exact names of facts.
#include "intake/aliases.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <unordered_map>

#include "intake/header_text.hpp"

namespace rothcheck::intake {
namespace {

using What = Meaning::What;

// `none` stands in the table for "no column settles it".
namespace settled {
[[maybe_unused]] constexpr std::optional<Field> none = std::nullopt;
#define PARTICIPANT(field, type, meaning) \
  [[maybe_unused]] constexpr std::optional<Field> field = Field::field;
#include "model/participant.def"
#undef PARTICIPANT
}  // namespace settled

Alias fact(Field field, std::string_view part = {}, bool certain = true) {
  Alias alias{{What::field, field}};
  alias.part = part;
  alias.certain = certain;
  return alias;
}

Alias special(What what) { return {{what}}; }

Alias asked(std::optional<Field> settled_by, std::string_view reading) {
  Alias alias{{What::asked}};
  alias.settled_by = settled_by;
  alias.reading = reading;
  return alias;
}

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
#define ASK(header, field, reading) {header, asked(settled::field, reading)},
#define SPECIAL(header, what) {header, special(What::what)},
#define UNUSED(header, why) {header, unused(why)},
#include "intake/aliases.def"
#undef ID
#undef SSN
#undef FACT
#undef PART
#undef TAKEN
#undef ASK
#undef SPECIAL
#undef UNUSED
  };
  const auto found = aliases.find(plain);
  return found == aliases.end() ? nullptr : &found->second;
}

/// A column with the field's own name is its main part, which catch-up and the like are added to.
std::string_view main_part(Field field) {
  if (field == Field::pre_tax || field == Field::roth) return "deferrals";
  if (field == Field::match) return "match";
  return field == Field::nonelective ? "profit sharing" : "";
}

std::optional<Alias> named(std::string_view plain) {
  if (plain == "id") return special(What::id);
  if (const std::optional<Field> field = field_named(plain)) return fact(*field, main_part(*field));
  if (const Alias* alias = listed(plain)) return *alias;
  return std::nullopt;
}

/// Whether there is a letter in it, of any alphabet; every name of a fact has one.
bool has_letter(std::string_view header) {
  return std::any_of(header.begin(), header.end(), [](char c) {
    const auto letter = static_cast<unsigned char>(c | 0x20);
    return (letter >= 'a' && letter <= 'z') || letter >= 0x80;
  });
}

bool says_any(std::string_view text, std::initializer_list<std::string_view> words) {
  for (std::string_view word : words) {
    if (text.find(word) != std::string_view::npos) return true;
  }
  return false;
}

/// Payroll systems call Roth deferrals "post-tax". "Non Roth" is looked for before "Roth".
std::optional<Alias> after_tax_of(std::string_view plain) {
  const bool another_fact = says_any(
      plain, {"rollover", "conversion", "loan", "balance", "basis", "match", "percent", "limit"});
  if (!says_after_tax(plain) || another_fact) return std::nullopt;
  if (says_any(plain, {"non roth", "nonroth"})) return fact(Field::after_tax);
  if (says_any(plain, {"roth"})) return fact(Field::roth, main_part(Field::roth));
  return fact(Field::after_tax);
}

}  // namespace

std::optional<Alias> alias_of(std::string_view header) {
  // Most cells that may be headers are amounts and dates, which are told without a look at the
  // table.
  if (!has_letter(header)) return std::nullopt;
  const std::string plain = plain_header(header);
  if (plain.empty()) return std::nullopt;
  if (const auto alias = named(plain)) return alias;
  if (const auto alias = after_tax_of(plain)) return alias;
  const std::string_view rest = without_employee(plain);
  return rest.empty() ? std::nullopt : named(rest);
}

bool says_after_tax(std::string_view plain_header) {
  return says_any(plain_header, {"after tax", "aftertax", "post tax", "posttax"});
}

}  // namespace rothcheck::intake
