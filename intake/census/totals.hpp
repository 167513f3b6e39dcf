// Sums of columns, for comparison with a row of totals.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "model/money.hpp"

namespace rothcheck::intake {

class Totals {
 public:
  explicit Totals(std::size_t columns = 0) : sums_(columns) {}

  void add(std::size_t column, Money amount) {
    sums_[column].all += amount;
    sums_[column].since += amount;
  }
  /// A cell of the column has no amount to add, so its sum means nothing.
  void give_up(std::size_t column) { sums_[column].known = false; }

  /// Whether a total is the column's, from the start or from the last row of totals; true where the
  /// sum is not known.
  bool agrees(std::size_t column, Money total) const {
    const Sum& sum = sums_[column];
    return !sum.known || total == sum.all || total == sum.since;
  }
  Money sum_of(std::size_t column) const { return sums_[column].all; }
  /// After a row of totals the sums of the next group begin.
  void begin_group() {
    for (Sum& sum : sums_) sum.since = Money{};
  }

 private:
  struct Sum {
    Money all, since;
    bool known = true;
  };
  std::vector<Sum> sums_;
};

}  // namespace rothcheck::intake
