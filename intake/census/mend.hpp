// Cells as spreadsheets and payroll systems write them, brought to what the model's readers take.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "intake/columns/date_order.hpp"
#include "model/participant.hpp"

namespace rothcheck::intake {

/// What a cell says that the model's reader does not take as it stands.
struct Mended {
  enum class What : std::uint8_t {
    unreadable,
    value,       // `text` is to be read instead
    not_stated,  // `N/A`, `none`
    day_first    // a date with the day before the month, where the month is to come first
  };
  What what = What::unreadable;
  std::string text = {};
  std::string_view remark = {};  // what is told of the column: "trailing minus signs, ..."
  std::string_view advice = {};  // what to do about a cell that is unreadable
};

/// `year` is the plan year, by which two-digit years are read.
Mended mend(Field field, std::string_view text, std::optional<int> year,
            DateOrder order = DateOrder::mdy);

Mended mend_amount(std::string_view text, bool contribution);
Mended mend_date(Field field, std::string_view text, std::optional<int> year, DateOrder order);

}  // namespace rothcheck::intake
