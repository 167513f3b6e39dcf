// What the user says about columns: `--map "Employee No=id"`, and mapping files.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/columns/aliases.hpp"
#include "intake/columns/date_order.hpp"
#include "model/finding.hpp"
#include "model/source.hpp"

namespace rothcheck::intake {

struct MappedColumn {
  std::string header;             // as the user writes it; `#3` is the third column
  Meaning meaning;                // the id, a field, or unused for `ignore`
  std::optional<Unit> unit = {};  // `pre_tax percent`: of the numbers of an election or an amount
};

/// What the amounts of a participant file are of. Other periods than a year are known by name, and
/// not read.
enum class Period : std::uint8_t { annual, ytd, per_pay };
std::optional<Period> period_named(std::string_view name);
std::string_view to_string(Unit unit);

/// Later entries win over earlier ones.
class Mapping {
 public:
  /// Reads `HEADER=FIELD`, where a unit may stand behind the field: `Pre-Tax=pre_tax percent`.
  /// Returns what is wrong with it, or nothing.
  std::optional<std::string> add(std::string_view text);
  std::optional<std::string> add(std::string_view header, std::string_view field);

  /// What is said of a column, by its header in any spelling, or by its position.
  const MappedColumn* find(std::string_view header, int column) const;
  /// Whether any column is named by its position.
  bool has_positions() const;
  /// The order in dates, where the file says one.
  std::optional<DateOrder> dates() const { return dates_; }
  void set_dates(DateOrder order) { dates_ = order; }
  /// What the amounts are of, where the file says it.
  std::optional<Period> period() const { return period_; }
  void set_period(Period period) { period_ = period; }
  /// The entries, in their order.
  const std::vector<MappedColumn>& entries() const { return entries_; }

 private:
  std::vector<MappedColumn> entries_;
  std::optional<DateOrder> dates_;
  std::optional<Period> period_;
};

/// Adds the entries of a TOML file: a table [columns] of "Header" = "field", a list `ignore`,
/// `dates`, one of mdy, dmy and ymd, and `period`.
Findings read_mapping(const Sources& sources, std::uint16_t source, Mapping& into);

}  // namespace rothcheck::intake
