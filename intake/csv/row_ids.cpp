// One number in two notations is one id.
#include "intake/csv/row_ids.hpp"

#include <algorithm>
#include <functional>

#include "intake/census/social_security.hpp"
#include "intake/csv/csv_rows.hpp"
#include "intake/shown.hpp"
#include "model/plain_id.hpp"
#include "model/social_security.hpp"

namespace rothcheck::intake {
namespace {

/// Whether nothing is to be trimmed: printable ASCII at both ends.
bool is_trim(std::string_view text) {
  const auto solid = [](char c) { return static_cast<signed char>(c) > ' '; };
  return text.empty() || (solid(text.front()) && solid(text.back()));
}

}  // namespace

std::uint64_t number_of_id(std::string_view id) { return std::hash<std::string_view>{}(id); }

std::string_view RowIds::of(const CutRow& row, std::string& kept) const {
  if (row.count <= layout_.id_column) return {};
  std::string_view text = row.cell(layout_.id_column);
  if (row.may_have_quotes && text.find('"') != text.npos) text = quoted(row, kept);
  if (!is_trim(text)) text = trimmed(text);
  return layout_.masked_ids ? as_number(text, kept) : text;
}

std::string_view RowIds::of(std::string_view rows, std::string& kept) const {
  Scanner scanner{rows, layout_.separator};
  CutRow row;
  return scanner.cut(row) ? of(row, kept) : std::string_view{};
}

std::string_view RowIds::quoted(const CutRow& row, std::string& kept) const {
  const std::string_view text = row.cell(layout_.id_column);
  if (text.find('"', 1) + 1 == text.size() && text.front() == '"')
    return text.substr(1, text.size() - 2);
  CsvRow cells;
  cells.take(row, {});
  kept = cells.cells[layout_.id_column];
  return kept;
}

std::string_view RowIds::as_number(std::string_view text, std::string& kept) const {
  if (const auto digits = usual_number(text)) {
    kept.assign(digits->begin(), digits->end());
  } else if (layout_.columns[layout_.id_column].meaning.what == Meaning::What::ssn) {
    kept = read_social_security(text).text;
    std::erase(kept, '-');
  } else if (is_plain_id(text)) {
    return text;
  } else {
    kept = with_plain_numbers(text);
  }
  return kept;
}

void RepeatedIds::begin(const CutRow& first, std::string_view before, std::string_view after,
                        bool is_first) {
  if (layout_.repeated_ids) return;
  after_ = after;
  id_ = ids_.of(before, before_);
  gap_ = !is_first && id_.empty();
  as_next_ = go_on(ids_.of(first, spare()));
}

bool RepeatedIds::comes_again(const CutRow& row) {
  const std::string_view id = ids_.of(row, kept_[0]);
  return !id.empty() && std::binary_search(layout_.repeated_ids->begin(),
                                           layout_.repeated_ids->end(), number_of_id(id));
}

bool RepeatedIds::ends_as(std::string_view after) {
  return !id_.empty() && id_ == ids_.of(after, spare());
}

}  // namespace rothcheck::intake
