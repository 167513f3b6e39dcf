// What the user says about columns: `--map "Employee No=id"`, and mapping files.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/aliases.hpp"
#include "intake/date_order.hpp"
#include "model/finding.hpp"
#include "model/source.hpp"

namespace rothcheck::intake {

struct MappedColumn {
  std::string header;  // as the user writes it; `#3` is the third column
  Meaning meaning;     // the id, a field, or unused for `ignore`
};

/// Later entries win over earlier ones.
class Mapping {
 public:
  /// Reads `HEADER=FIELD`. Returns what is wrong with it, or nothing.
  std::optional<std::string> add(std::string_view text);
  std::optional<std::string> add(std::string_view header, std::string_view field);

  /// What is said of a column, by its header in any spelling, or by its position.
  const MappedColumn* find(std::string_view header, int column) const;
  /// Whether any column is named by its position.
  bool has_positions() const;
  /// The order in dates, where the file says one.
  std::optional<DateOrder> dates() const { return dates_; }
  void set_dates(DateOrder order) { dates_ = order; }
  /// The entries, in their order.
  const std::vector<MappedColumn>& entries() const { return entries_; }

 private:
  std::vector<MappedColumn> entries_;
  std::optional<DateOrder> dates_;
};

/// Adds the entries of a TOML file: a table [columns] of "Header" = "field", a list `ignore`, and
/// `dates`, one of mdy, dmy and ymd.
Findings read_mapping(const Sources& sources, std::uint16_t source, Mapping& into);

}  // namespace rothcheck::intake
