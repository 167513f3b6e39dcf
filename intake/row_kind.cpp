// Telling rows that are nobody's from people.
#include "intake/row_kind.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "intake/cell_type.hpp"
#include "intake/header_text.hpp"
#include "intake/shown.hpp"

namespace rothcheck::intake {
namespace {

using What = Meaning::What;

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

/// A row label that no person has for an id.
bool is_total_word(std::string_view plain) {
  constexpr std::array<std::string_view, 9> words = {"total",        "totals",        "grand total",
                                                     "grand totals", "subtotal",      "subtotals",
                                                     "sub total",    "report totals", "sum"};
  return std::find(words.begin(), words.end(), plain) != words.end();
}

/// `Total Sales`, `Sales Subtotal`: where there is no id, a word of the label is enough.
bool has_total_word(std::string_view plain) {
  for (std::size_t at = 0; at < plain.size();) {
    const std::size_t end = std::min(plain.find(' ', at), plain.size());
    const std::string_view word = plain.substr(at, end - at);
    if (word != "sum" && is_total_word(word)) return true;
    at = end + 1;
  }
  return is_total_word(plain);
}

/// Looked at before anything else, because it is asked of every row.
bool may_be_totals(std::string_view label) {
  const auto begins_like = [label](std::size_t at, std::string_view word) {
    if (label.size() - at < word.size()) return false;
    return std::equal(word.begin(), word.end(), label.begin() + static_cast<std::ptrdiff_t>(at),
                      [](char a, char b) { return a == (b | 0x20); });
  };
  if (begins_like(0, "sum")) return true;
  for (std::size_t at = 0; at + 5 <= label.size(); ++at) {
    if (begins_like(at, "total")) return true;
  }
  return false;
}

bool is_amount(std::string_view text) {
  return text.find_first_not_of("0123456789.,$()- ") == std::string_view::npos;
}

}  // namespace

RowKind kind_of(const Record& record, const std::vector<Name>& names,
                const std::vector<Column>& columns) {
  std::size_t filled = 0;
  bool has_id = false, dated = false;
  std::string_view label;
  for (const Value& value : record.values) {
    const std::string_view text = trimmed(value.text);
    if (text.empty() && value.unfit.empty()) continue;
    ++filled;
    if (label.empty() && !is_amount(text)) label = text;
    if (value.name >= columns.size()) continue;
    const Meaning meaning = columns[value.name].meaning;
    has_id = has_id || meaning.what == What::id || meaning.what == What::ssn;
    dated = dated || (meaning.what == What::field && type_of(meaning.field) == CellType::date);
  }
  if (filled == 0) return RowKind::blank;
  // An amount alone is no remark: it may be somebody's whose id is missing.
  const bool remark = !has_id && filled == 1 && !label.empty();
  if (remark && !may_be_totals(label)) return RowKind::footnote;
  if (may_be_totals(label)) {
    // A label in the column of the id is no id; somebody with a date is still a person.
    const std::string plain = plain_header(label);
    if (has_id ? is_total_word(plain) && !dated : has_total_word(plain)) return RowKind::totals;
  }
  return repeats_header(record, names) ? RowKind::repeated_header : RowKind::person;
}

}  // namespace rothcheck::intake
