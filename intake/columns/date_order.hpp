// In which order dates have day, month and year, and what the dates of a column show of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace rothcheck::intake {

enum class DateOrder : std::uint8_t { mdy, dmy, ymd };
std::optional<DateOrder> date_order_named(std::string_view name);

/// Whether the text is a date that is read by an order: `3/4/1998`, `03041998`. Of `1998-03-04`
/// there is one reading.
bool needs_order(std::string_view date);

/// Of `19980304` and its like, whether the first two digits are those of a century.
bool year_stands_first(int eight_digits);

/// What the dates of each column show. Americans write the month first, so it takes a date that can
/// only be read otherwise to doubt that, and one that can only be read so to believe it again.
class DateOrders {
 public:
  void see(std::size_t column, std::string_view date);

  /// Whether some date has the day first and none has the month first: then no date of the column
  /// that needs an order can be read.
  bool in_doubt(std::size_t column) const {
    return column < seen_.size() && seen_[column].day_first && !seen_[column].month_first;
  }
  std::size_t columns() const { return seen_.size(); }

 private:
  struct Seen {
    bool day_first = false, month_first = false;
  };
  std::vector<Seen> seen_;
};

}  // namespace rothcheck::intake
