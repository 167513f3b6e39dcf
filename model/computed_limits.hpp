// The law's indexed figures as their statutes compute them, before the IRS has published them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "model/limits.hpp"
#include "model/price_index.hpp"
#include "model/range.hpp"

namespace rothcheck {

struct ComputedFigure {
  LimitKey key;
  /// Two amounts while a month of the index is not out; of a phase-out, where it starts.
  Range amount;
  Money width;  // of a phase-out, else nothing
  /// The index of the missing month from which it is the larger amount, where one month decides.
  std::optional<std::int64_t> turns_at;
  std::string_view law;  // that indexes it
};

/// A month that a figure needs and the index does not have.
struct MissingMonth {
  Month month;
  bool chained = false;  // of C-CPI-U, else of CPI-U
  friend constexpr auto operator<=>(MissingMonth, MissingMonth) = default;
};

struct ComputedYear {
  int year = 0;
  std::vector<ComputedFigure> figures;
  /// Each is taken to differ from the months beside it at most as much as any two months in a row.
  std::vector<MissingMonth> missing;

  const ComputedFigure* find(LimitKey key) const {
    for (const ComputedFigure& figure : figures) {
      if (figure.key == key) return &figure;
    }
    return nullptr;
  }
};

}  // namespace rothcheck
