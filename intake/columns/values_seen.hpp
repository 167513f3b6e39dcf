// What the values of a file show before its records are read, by their names.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "intake/columns/date_order.hpp"

namespace rothcheck::intake {

/// How large the numbers of each name are.
class NumberSizes {
 public:
  void see(std::size_t name, std::string_view text) {
    if (name < sizes_.size() && sizes_[name] == Size::large) return;
    look(name, text);
  }
  /// Whether there are numbers and all are below 100, or zero.
  bool all_small(std::size_t name) const {
    return name < sizes_.size() && sizes_[name] == Size::small;
  }

 private:
  enum class Size : std::uint8_t { none, small, large };
  void look(std::size_t name, std::string_view text);

  std::vector<Size> sizes_;
};

struct ValuesSeen {
  DateOrders orders;
  NumberSizes sizes;
};

}  // namespace rothcheck::intake
