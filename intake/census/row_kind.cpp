// Telling rows that are nobody's from people.
#include "intake/census/row_kind.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "intake/columns/cell_type.hpp"
#include "intake/columns/header_text.hpp"
#include "intake/shown.hpp"
#include "model/text.hpp"

namespace rothcheck::intake {
namespace {

using What = Meaning::What;
using Words = std::string_view;

bool repeats_header(const Record& record, const std::vector<Name>& names) {
  if (record.values.size() < names.size()) return false;
  bool any = false;
  for (const Value& value : record.values) {
    const std::string_view text = trimmed(value.text);
    const std::string_view header =
        value.name < names.size() ? std::string_view{names[value.name].text} : std::string_view{};
    if (text != header) return false;
    any = any || !text.empty();
  }
  return any;
}

template <std::size_t count>
bool is_one_of(Words words, const std::array<Words, count>& all) {
  return std::find(all.begin(), all.end(), words) != all.end();
}

/// Whether any word of a label answers.
template <class Answers>
bool has_word(Words plain, Answers answers) {
  for (std::size_t at = 0; at < plain.size();) {
    const std::size_t end = std::min(plain.find(' ', at), plain.size());
    if (answers(plain.substr(at, end - at))) return true;
    at = end + 1;
  }
  return false;
}

/// A label that no person has for an id.
bool is_total_word(Words plain) {
  constexpr std::array<Words, 9> words = {"total",        "totals",        "grand total",
                                          "grand totals", "subtotal",      "subtotals",
                                          "sub total",    "report totals", "sum"};
  return is_one_of(plain, words);
}

/// `Total Sales`, `Subtotal Engineering`; `Sum` and what stands for it only by itself, or where it
/// says of what.
bool has_total_word(Words plain) {
  if (plain.starts_with("sum of ") || plain.starts_with("carried forward") ||
      plain.starts_with("brought forward"))
    return true;
  return is_total_word(plain) ||
         has_word(plain, [](Words word) { return word != "sum" && is_total_word(word); });
}

bool has_average_word(Words plain) {
  constexpr std::array<Words, 7> words = {"average", "averages", "avg",    "headcount",
                                          "median",  "minimum",  "maximum"};
  constexpr std::array<Words, 8> beginnings = {"count of ",  "number of ",   "employee count",
                                               "head count", "no of ",       "record count",
                                               "mean ",      "employees in "};
  const auto begins = [plain](Words beginning) { return plain.starts_with(beginning); };
  return plain == "count" || plain == "counts" ||
         has_word(plain, [&](Words word) { return is_one_of(word, words); }) ||
         std::any_of(beginnings.begin(), beginnings.end(), begins);
}

/// Words that are names of people as well.
bool may_be_average(Words plain) {
  constexpr std::array<Words, 8> words = {"min", "max",       "mean",         "high",
                                          "low", "employees", "participants", "records"};
  return is_one_of(plain, words);
}

bool is_amount(std::string_view text) {
  return text.find_first_not_of("0123456789.,$()- ") == std::string_view::npos;
}

/// A date has four digits at least; `0` and `n/a` are none.
bool may_be_date(std::string_view text) {
  return std::count_if(text.begin(), text.end(), is_digit) >= 4;
}

bool is_money(Meaning meaning) {
  if (meaning.what != What::field) return false;
  const CellType type = type_of(meaning.field);
  return type == CellType::money || type == CellType::election;
}

/// What stands in a row, as far as that tells whose it is.
struct Look {
  std::size_t filled = 0;
  bool has_id = false, dated = false;
  bool personal = false;  // something that is neither the id nor an amount
  bool has_facts = false;
  std::string_view id, label;  // the label is the first text that is no amount
};

Look look_at(const Record& record, const std::vector<Column>& columns) {
  Look look;
  for (const Value& value : record.values) {
    const std::string_view text = trimmed(value.text);
    if (text.empty() && value.unfit.empty()) continue;
    ++look.filled;
    if (look.label.empty() && !is_amount(text)) look.label = text;
    if (value.name >= columns.size()) continue;
    const Meaning meaning = columns[value.name].meaning;
    if (meaning.what == What::id || meaning.what == What::ssn) {
      if (!look.has_id || meaning.what == What::id) look.id = text;
      look.has_id = true;
      continue;
    }
    const bool money = is_money(meaning);
    look.dated = look.dated || (is_date(meaning) && may_be_date(text));
    look.personal = look.personal || !money;
    look.has_facts = look.has_facts || meaning.what == What::field ||
                     meaning.what == What::ownership_without_unit;
  }
  return look;
}

/// Whether the table has columns besides the id and amounts, which a person would fill.
bool asks_personal_facts(const std::vector<Column>& columns) {
  const auto personal = [](const Column& column) {
    const Meaning meaning = column.meaning;
    return meaning.what != What::id && meaning.what != What::ssn && !is_money(meaning);
  };
  return std::count_if(columns.begin(), columns.end(), personal) >= 2;
}

RowKind kind_by_label(const Look& look) {
  const std::string plain = plain_header(look.label);
  if (has_total_word(plain)) return RowKind::totals;
  if (has_average_word(plain) && !look.dated) return RowKind::averages;
  return look.filled == 1 && !look.label.empty() ? RowKind::remark : RowKind::person;
}

/// Of a row with something in the column of the id and no date. Somebody with a date is a person,
/// whatever the name.
RowKind kind_by_id(const Look& look, Names are, const std::vector<Column>& columns) {
  const std::string plain = plain_header(look.id);
  const bool code = is_code(look.id);
  if (!code && has_total_word(plain)) return RowKind::totals;
  if (look.label != look.id && is_total_word(plain_header(look.label))) return RowKind::totals;
  if (!code && has_average_word(plain)) return RowKind::averages;
  if (!code && look.id.find(": ") != std::string_view::npos) return RowKind::remark;
  if (are == Names::keys) return RowKind::person;
  if (look.filled == 1 && columns.size() > 1 && !code) return RowKind::remark;
  if (look.filled == 1 && asks_personal_facts(columns)) return RowKind::doubtful;
  if (code || (look.personal && look.has_facts)) return RowKind::person;
  // A name and no fact, a word and nothing but amounts: neither shows that it is somebody.
  const bool word = std::none_of(look.id.begin(), look.id.end(), is_digit);
  if (!look.has_facts) return RowKind::doubtful;
  if (!look.personal && (may_be_average(plain) || (word && asks_personal_facts(columns))))
    return RowKind::doubtful;
  return RowKind::person;
}

}  // namespace

bool is_date(Meaning meaning) {
  return meaning.what == What::rehire_date || meaning.what == What::last_termination ||
         (meaning.what == What::field && type_of(meaning.field) == CellType::date);
}

bool is_code(std::string_view id) {
  constexpr std::string_view no_code = " \t:\n";
  return id.find_first_of(no_code) == std::string_view::npos &&
         std::any_of(id.begin(), id.end(), is_digit);
}

RowKind kind_of(const Record& record, const std::vector<Name>& names, Names are,
                const std::vector<Column>& columns) {
  const Look look = look_at(record, columns);
  if (look.filled == 0) return are == Names::keys ? RowKind::person : RowKind::blank;
  if (look.has_id && is_label(look.id)) return RowKind::remark;
  RowKind kind = RowKind::person;
  if (!look.has_id) {
    kind = are == Names::keys ? RowKind::person : kind_by_label(look);
  } else if (!look.dated) {
    kind = kind_by_id(look, are, columns);
  }
  const bool table = are == Names::columns;
  if (table && (kind == RowKind::person || kind == RowKind::doubtful) &&
      repeats_header(record, names))
    return RowKind::repeated_header;
  return kind;
}

}  // namespace rothcheck::intake
