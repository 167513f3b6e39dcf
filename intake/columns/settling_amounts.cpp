// Whether the amounts of a file are a year's, and in which unit they are. A register of one pay
// period or of the year so far looks like a census, and every figure of it would be wrong.
#include <fmt/format.h>

#include <algorithm>

#include "intake/columns/cell_type.hpp"
#include "intake/columns/column_findings.hpp"
#include "intake/columns/head_words.hpp"
#include "intake/columns/header_text.hpp"
#include "intake/columns/money_heads.hpp"
#include "intake/columns/settling.hpp"

namespace rothcheck::intake {
namespace {

using What = Meaning::What;
using How = ColumnUse::How;

}  // namespace

/// A column of pay dates makes each row one of them, be the column left out or not.
void Settling::settle_pay_dates() {
  for (std::size_t i = 0; i < guesses_.size(); ++i) {
    const What what = guesses_[i].alias.meaning.what;
    const bool undecided = what == What::left_out || (what == What::unused && guesses_[i].mapped);
    if (!undecided || !tells_pay_dates(names_[i].text)) continue;
    if (reading_.period) {
      leave_out(i, "the amounts are the whole year's, as --period says");
      continue;
    }
    refuse(one_pay_date(names_[i]));
    ask(i, "that each row is one pay date or period, whose amounts are not the year's");
  }
}

/// Whether the fact of a column that has it for the year so far is there for the year as well.
bool Settling::has_the_year(std::size_t i) const {
  const Meaning meaning = guesses_[i].alias.meaning;
  for (std::size_t j = 0; j < guesses_.size(); ++j) {
    const Guess& other = guesses_[j];
    if (j == i || other.alias.meaning != meaning || other.alias.covers != Covers::the_year)
      continue;
    const bool of_the_year = meaning.field == Field::pay && other.alias.certain;
    if (other.mapped || other.own_name || of_the_year) return true;
  }
  return false;
}

void Settling::settle_so_far() {
  if (reading_.period) return;
  doubt_beside_so_far();
  std::vector<Name> so_far;
  for (std::size_t i = 0; i < guesses_.size(); ++i) {
    if (guesses_[i].alias.covers != Covers::the_year_so_far) continue;
    const std::string name{name_of(guesses_[i].alias.meaning)};
    if (has_the_year(i)) {
      leave_out(i, fmt::format("{} has a column of its own", name));
      continue;
    }
    so_far.push_back(names_[i]);
    ask(i, fmt::format("{} of the year, or only so far", name));
  }
  if (!so_far.empty()) refuse(year_so_far(so_far));
}

/// Beside a column of the year so far, the same fact without those words may be one pay period's,
/// and is so no less where the other is left out.
void Settling::doubt_beside_so_far() {
  for (std::size_t i = 0; i < guesses_.size(); ++i) {
    if (!guesses_[i].mapped || guesses_[i].alias.meaning.what != What::unused) continue;
    const std::optional<Alias> own = alias_of(names_[i].text);
    if (!own || own->covers != Covers::the_year_so_far) continue;
    for (std::size_t j = 0; j < guesses_.size(); ++j) {
      const Guess& other = guesses_[j];
      if (other.mapped || other.own_name || other.alias.meaning != own->meaning) continue;
      refuse(one_of_two(names_[j], names_[i]));
      ask(j, fmt::format("{} of the year, or one pay period's", name_of(own->meaning)));
    }
  }
}

/// The unit of every amount, and what the user is to know of it.
void Settling::settle_units() {
  for (std::size_t i = 0; i < guesses_.size(); ++i) {
    const Guess& guess = guesses_[i];
    if (result_.uses[i].how != How::used || guess.alias.meaning.what != What::field) continue;
    result_.columns[i].unit = guess.alias.unit;
    result_.columns[i].unit_told = guess.unit_told;
    const Field field = guess.alias.meaning.field;
    if (guess.mapped && guess.unit_told) result_.uses[i].unit = to_string(guess.alias.unit);
    if (guess.alias.unit != Unit::amounts) {
      say(in_percent_of_pay(names_[i], field));
      result_.uses[i].why += ", in percent of pay";
      continue;
    }
    const bool money = type_of(field) == CellType::money;
    if (money && !guess.unit_told && says_percent(plain_header(names_[i].text), false))
      refuse(percent_for_an_amount(names_[i], field));
  }
}

}  // namespace rothcheck::intake
