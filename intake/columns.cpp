// Headers and keys to facts.
#include "intake/columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "intake/column_findings.hpp"
#include "intake/column_guess.hpp"
#include "intake/findings.hpp"
#include "intake/header_text.hpp"
#include "intake/money_heads.hpp"
#include "intake/shown.hpp"

namespace rothcheck::intake {
namespace {

using What = Meaning::What;
using How = ColumnUse::How;

class Settling {
 public:
  Settling(const std::vector<Name>& names, Names are, const Mapping& mapping,
           std::optional<int> year)
      : names_{names}, are_{are}, year_{year} {
    for (const Name& name : names) {
      guesses_.push_back(guess_of(name, are, mapping, year));
      result_.columns.push_back({});
      result_.uses.push_back({name.column,
                              are == Names::columns ? column_letter(name.column) : "",
                              name.text,
                              How::left_out,
                              {},
                              {}});
    }
  }

  Columns settle() {
    if (!settle_header()) return std::move(result_);
    if (are_ == Names::columns) {
      settle_after_tax();
      settle_asked();
    }
    settle_taken();
    settle_known();
    if (are_ == Names::columns) {
      settle_repeated();
      find_same_names();
    }
    say_unneeded();
    require_id();
    return std::move(result_);
  }

 private:
  void say(Finding finding) { result_.findings.push_back(std::move(finding)); }
  void refuse(Finding finding) {
    result_.findings.push_back(std::move(finding));
    result_.usable = false;
  }

  bool any(Field field, std::size_t but) const {
    for (std::size_t i = 0; i < guesses_.size(); ++i) {
      if (i != but && is_field(guesses_[i], field)) return true;
    }
    return false;
  }

  void leave_out(std::size_t i, std::string why) {
    guesses_[i].alias.meaning = {What::unused};
    result_.uses[i].why = std::move(why);
  }

  void ask(std::size_t i, std::string reading) {
    guesses_[i].alias.meaning = {What::asked};
    result_.uses[i].how = How::asked;
    result_.uses[i].why = std::move(reading);
  }

  /// A first row in which nothing is a name and something is a fact is no header.
  bool settle_header() {
    const bool none_known = std::none_of(guesses_.begin(), guesses_.end(),
                                         [](const Guess& guess) { return guess.known; });
    const bool is_data = std::any_of(names_.begin(), names_.end(),
                                     [](const Name& name) { return looks_like_a_fact(name.text); });
    if (are_ == Names::keys || !none_known || !is_data) return true;
    refuse(no_header(names_));
    return false;
  }

  /// "After-tax" means Roth in many payroll systems. It is voluntary after-tax for certain where it
  /// says non-Roth, where Roth has a column of its own, and where it is spelt as our own templates
  /// do.
  void settle_after_tax() {
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

  void settle_asked() {
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
  void settle_taken() {
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

  void settle_known() {
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
        say(of_other_year(names_[i], guess.other_year, year_));
        use.why = fmt::format("it is of {}", guess.other_year);
      } else if (use.how != How::asked) {
        // Money that nobody has decided is never the same as none.
        const std::string plain = plain_header(names_[i].text);
        if (const std::string_view reading = may_tell(plain); !reading.empty()) {
          refuse(ambiguous(names_[i], reading));
          ask(i, std::string{reading});
          continue;
        }
        use.why = names_[i].text.empty() ? "it has no header" : "not a participant field";
        if (!names_[i].text.empty()) say(left_out(names_[i]));
      }
    }
  }

  static std::string why_used(const Guess& guess) {
    if (guess.mapped) return "mapped so";
    return guess.own_name ? "named so" : "a usual name of it";
  }

  /// Columns of one fact are added up where each is another part of it, and refused where not.
  void settle_repeated() {
    for (std::size_t i = 0; i < guesses_.size(); ++i) {
      const Alias& alias = guesses_[i].alias;
      if (!is_used(alias.meaning)) continue;
      for (std::size_t j = 0; j < i; ++j) {
        const Alias& earlier = guesses_[j].alias;
        if (name_of(earlier.meaning) != name_of(alias.meaning)) continue;
        if (!alias.part.empty() && !earlier.part.empty() && alias.part != earlier.part) {
          result_.columns[i].adds = result_.columns[j].adds = true;
          result_.uses[i].why = fmt::format("added to column {}", column_letter(names_[j].column));
        } else {
          refuse(repeated(names_[j], names_[i], name_of(alias.meaning)));
        }
        break;
      }
    }
    say_added();
  }

  void say_added() {
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
  void find_same_names() {
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

  void say_unneeded() {
    std::vector<ColumnUse> unused;
    for (std::size_t i = 0; i < guesses_.size(); ++i) {
      if (guesses_[i].alias.meaning.what == What::unused && !guesses_[i].mapped) {
        unused.push_back(result_.uses[i]);
      }
    }
    if (!unused.empty()) say(unneeded(unused, names_.front().line));
  }

  void require_id() {
    const bool has_id = std::any_of(guesses_.begin(), guesses_.end(), [](const Guess& guess) {
      return guess.alias.meaning.what == What::id || guess.alias.meaning.what == What::ssn;
    });
    if (!has_id) refuse(id_missing(names_));
  }

  const std::vector<Name>& names_;
  Names are_;
  std::optional<int> year_;
  std::vector<Guess> guesses_;
  Columns result_;
};

void find_unmatched(const std::vector<Name>& names, const Mapping& mapping, Columns& columns) {
  for (const MappedColumn& entry : mapping.entries()) {
    const bool found = std::any_of(names.begin(), names.end(), [&](const Name& name) {
      const MappedColumn* mapped = mapping.find(name.text, name.column);
      return mapped == &entry || (mapped != nullptr && mapped->header == entry.header);
    });
    if (!found) columns.findings.push_back(unmatched(names, entry.header));
  }
}

}  // namespace

const FieldRow& row_of(Field field) {
  return participant_fields()[static_cast<std::size_t>(field)];
}

std::string_view field_meant(std::string_view name) {
  std::vector<std::string_view> known = {"id"};
  for (const FieldRow& row : participant_fields()) known.push_back(row.name);
  std::string plain = plain_header(name);
  std::replace(plain.begin(), plain.end(), ' ', '_');
  const std::string_view meant = nearest(plain, known);
  // Short words are near to many others; one that also begins differently is no misspelling.
  return plain.size() < 6 && !meant.starts_with(plain.substr(0, 1)) ? std::string_view{} : meant;
}

Columns read_names(const std::vector<Name>& names, Names are, const Mapping& mapping,
                   std::optional<int> year) {
  Columns columns = Settling{names, are, mapping, year}.settle();
  find_unmatched(names, mapping, columns);
  return columns;
}

namespace {

/// Digits and signs alone name no fact, and are most of the cells below a header.
bool can_be_a_name(std::string_view cell) {
  return cell.size() < 100 && cell.find_first_not_of("0123456789.,-/$ ") != std::string_view::npos;
}

}  // namespace

HeaderFit header_fit(const std::vector<std::string_view>& cells, const Mapping& mapping) {
  HeaderFit fit;
  bool is_data = false;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string_view cell = trimmed(cells[i]);
    is_data = is_data || looks_like_a_fact(cell);
    const MappedColumn* mapped = cell.empty() ? nullptr : mapping.find(cell, 0);
    std::optional<Alias> alias;
    if (mapped != nullptr) {
      alias = Alias{mapped->meaning};
    } else if (can_be_a_name(cell)) {
      alias = alias_of(cell);
    }
    if (!alias) continue;
    ++fit.known;
    const What what = alias->meaning.what;
    fit.has_id = fit.has_id || what == What::id || what == What::ssn;
  }
  fit.is_data = fit.known == 0 && is_data && mapping.has_positions();
  return fit;
}

}  // namespace rothcheck::intake
