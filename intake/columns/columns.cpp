// Headers and keys to facts.
#include "intake/columns/columns.hpp"

#include <algorithm>
#include <utility>

#include "intake/columns/column_findings.hpp"
#include "intake/columns/header_text.hpp"
#include "intake/columns/settling.hpp"
#include "intake/shown.hpp"

namespace rothcheck::intake {
namespace {

using What = Meaning::What;

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

std::string_view field_meant(std::string_view name) {
  std::vector<std::string_view> known = {"id"};
  for (const FieldRow& row : participant_fields()) known.push_back(row.name);
  std::string plain = plain_header(name);
  std::replace(plain.begin(), plain.end(), ' ', '_');
  const std::string_view meant = nearest(plain, known);
  // Short words are near to many others; one that also begins differently is no misspelling.
  return plain.size() < 6 && !meant.starts_with(plain.substr(0, 1)) ? std::string_view{} : meant;
}

Columns read_names(const std::vector<Name>& names, Names are, const ReadingOfColumns& reading) {
  Columns columns = Settling{names, are, reading}.settle();
  find_unmatched(names, reading.mapping, columns);
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
  const std::size_t looked_at = std::min(cells.size(), most_columns_of_a_file);
  for (std::size_t i = 0; i < looked_at; ++i) {
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
