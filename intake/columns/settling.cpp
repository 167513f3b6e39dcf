// What each column is, by its name and by the names beside it.
#include "intake/columns/settling.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "intake/columns/column_findings.hpp"
#include "intake/columns/header_text.hpp"
#include "intake/columns/money_heads.hpp"
#include "model/text.hpp"

namespace rothcheck::intake {
namespace {

using What = Meaning::What;
using How = ColumnUse::How;

std::string why_used(const Guess& guess) {
  if (guess.mapped) return "mapped so";
  return guess.own_name ? "named so" : "a usual name of it";
}

}  // namespace

Settling::Settling(const std::vector<Name>& names, Names are, const ReadingOfColumns& reading)
    : names_{names}, are_{are}, reading_{reading} {
  for (const Name& name : names) {
    guesses_.push_back(guess_of(name, are, reading.mapping, reading.year));
    result_.columns.push_back({});
    result_.uses.push_back({name.column,
                            are == Names::columns ? column_letters(name.column) : "",
                            name.text,
                            How::left_out,
                            {},
                            {}});
  }
}

Columns Settling::settle() {
  if (!settle_header()) return std::move(result_);
  settle_pay_dates();
  if (are_ == Names::columns) {
    settle_after_tax();
    settle_so_far();
    settle_asked();
  }
  settle_taken();
  settle_known();
  if (are_ == Names::columns) {
    settle_repeated();
    find_same_names();
  }
  settle_units();
  say_unneeded();
  require_id();
  return std::move(result_);
}

bool Settling::any(Field field, std::size_t but) const {
  for (std::size_t i = 0; i < guesses_.size(); ++i) {
    if (i != but && is_field(guesses_[i], field)) return true;
  }
  return false;
}

void Settling::leave_out(std::size_t i, std::string why) {
  guesses_[i].alias.meaning = {What::unused};
  result_.uses[i].why = std::move(why);
}

void Settling::ask(std::size_t i, std::string reading) {
  guesses_[i].alias.meaning = {What::asked};
  result_.uses[i].how = How::asked;
  result_.uses[i].why = std::move(reading);
}

/// A first row in which nothing is a name and something is a fact is no header.
bool Settling::settle_header() {
  const bool none_known = std::none_of(guesses_.begin(), guesses_.end(),
                                       [](const Guess& guess) { return guess.known; });
  const bool is_data = std::any_of(names_.begin(), names_.end(),
                                   [](const Name& name) { return looks_like_a_fact(name.text); });
  if (are_ == Names::keys || !none_known || !is_data) return true;
  refuse(no_header(names_));
  // What stands where names should is of a person.
  for (ColumnUse& use : result_.uses) {
    use.header.clear();
    use.why = "the first row is data";
  }
  return false;
}

/// "After-tax" means Roth in many payroll systems. It is voluntary after-tax for certain where it
/// says non-Roth, where Roth has a column of its own, and where it is spelt as our own templates
/// do.
void Settling::settle_after_tax() {
  for (std::size_t i = 0; i < guesses_.size(); ++i) {
    const Guess& guess = guesses_[i];
    const bool after_tax =
        is_field(guess, Field::after_tax) || is_field(guess, Field::after_tax_ytd);
    if (!after_tax || guess.mapped || guess.own_name || says_non_roth(names_[i].text)) continue;
    if (any(Field::roth, i)) {
      say(taken_beside_roth(names_[i], name_of(guess.alias.meaning)));
      result_.uses[i].why = "Roth has a column of its own";
    } else {
      refuse(after_tax_or_roth(names_[i]));
      ask(i, "after_tax, or roth");
    }
  }
}

void Settling::settle_asked() {
  for (std::size_t i = 0; i < guesses_.size(); ++i) {
    const Alias& alias = guesses_[i].alias;
    if (alias.meaning.what != What::asked || result_.uses[i].how == How::asked) continue;
    if (alias.settled_by && any(*alias.settled_by, i)) {
      leave_out(i, fmt::format("{} has a column of its own", row_of(*alias.settled_by).name));
    } else {
      refuse(ambiguous(names_[i], alias.reading));
      ask(i, std::string{alias.reading});
    }
  }
}

/// A name that is usual and not certain gives way to a certain one.
void Settling::settle_taken() {
  for (std::size_t i = 0; i < guesses_.size(); ++i) {
    const Alias& alias = guesses_[i].alias;
    if (alias.certain || alias.meaning.what != What::field) continue;
    const bool gives_way =
        std::any_of(guesses_.begin(), guesses_.end(), [&alias](const Guess& other) {
          return other.alias.certain && other.alias.meaning == alias.meaning;
        });
    if (gives_way) {
      leave_out(i, fmt::format("{} has a column of its own", name_of(alias.meaning)));
    } else {
      say(taken(names_[i], alias.meaning.field));
      result_.uses[i].why = "a usual name of it, not a certain one";
    }
  }
}

void Settling::settle_known() {
  for (std::size_t i = 0; i < guesses_.size(); ++i) {
    const Guess& guess = guesses_[i];
    ColumnUse& use = result_.uses[i];
    if (is_used(guess.alias.meaning)) {
      result_.columns[i].meaning = guess.alias.meaning;
      use.how = How::used;
      use.field = name_of(guess.alias.meaning);
      if (use.why.empty()) use.why = why_used(guess);
    } else if (guess.alias.meaning.what == What::unused) {
      result_.columns[i].meaning = guess.alias.meaning;
      if (use.why.empty()) use.why = guess.alias.why;
    } else if (guess.other_year != 0) {
      say(of_other_year(names_[i], guess.other_year, reading_.year));
      use.why = fmt::format("it is of {}", guess.other_year);
    } else if (use.how != How::asked) {
      settle_unknown(i);
    }
  }
}

/// Money that nobody has decided is never the same as none.
void Settling::settle_unknown(std::size_t i) {
  const Name& name = names_[i];
  ColumnUse& use = result_.uses[i];
  if (const std::string_view reading = may_tell(name.text); !reading.empty()) {
    refuse(ambiguous(name, reading));
    return ask(i, std::string{reading});
  }
  use.why = name.text.empty() ? "it has no header" : "not a participant field";
  if (name.text.empty()) return;
  if (reading_.strict) return refuse(left_out_in_spite(name));
  say(left_out(name));
}

/// Columns of one fact are added up where each is another part of it, and refused where not.
void Settling::settle_repeated() {
  for (std::size_t i = 0; i < guesses_.size(); ++i) {
    const Alias& alias = guesses_[i].alias;
    if (!is_used(alias.meaning)) continue;
    for (std::size_t j = 0; j < i; ++j) {
      const Alias& earlier = guesses_[j].alias;
      if (name_of(earlier.meaning) != name_of(alias.meaning)) continue;
      if (!alias.part.empty() && !earlier.part.empty() && alias.part != earlier.part) {
        result_.columns[i].adds = result_.columns[j].adds = true;
        result_.uses[i].why = fmt::format("added to column {}", column_letters(names_[j].column));
      } else {
        refuse(repeated(names_[j], names_[i], name_of(alias.meaning)));
      }
      break;
    }
  }
  say_added();
}

void Settling::say_added() {
  for (std::size_t i = 0; i < guesses_.size(); ++i) {
    if (!result_.columns[i].adds || result_.uses[i].why.starts_with("added")) continue;
    std::vector<Name> parts;
    for (std::size_t j = i; j < guesses_.size(); ++j) {
      const bool same = result_.columns[j].meaning == result_.columns[i].meaning;
      if (same && result_.columns[j].adds) parts.push_back(names_[j]);
    }
    say(added(parts, name_of(result_.columns[i].meaning)));
  }
}

/// Two columns of one name, neither of them used: nothing tells them apart.
void Settling::find_same_names() {
  for (std::size_t i = 0; i < names_.size(); ++i) {
    const std::string plain = plain_header(names_[i].text);
    if (plain.empty() || is_used(guesses_[i].alias.meaning) || guesses_[i].mapped) continue;
    for (std::size_t j = 0; j < i; ++j) {
      if (plain_header(names_[j].text) != plain || guesses_[j].mapped) continue;
      refuse(same_name(names_[j], names_[i]));
      break;
    }
  }
}

void Settling::say_unneeded() {
  std::vector<ColumnUse> unused;
  for (std::size_t i = 0; i < guesses_.size(); ++i) {
    if (guesses_[i].alias.meaning.what == What::unused && !guesses_[i].mapped) {
      unused.push_back(result_.uses[i]);
    }
  }
  if (!unused.empty()) say(unneeded(unused, names_.front().line));
}

void Settling::require_id() {
  const bool has_id = std::any_of(guesses_.begin(), guesses_.end(), [](const Guess& guess) {
    return guess.alias.meaning.what == What::id || guess.alias.meaning.what == What::ssn;
  });
  if (!has_id) refuse(id_missing(names_));
}

}  // namespace rothcheck::intake
