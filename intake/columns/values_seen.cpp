// Sizes by the digits before the point.
#include "intake/columns/values_seen.hpp"

#include <algorithm>

#include "model/text.hpp"

namespace rothcheck::intake {

void NumberSizes::look(std::size_t name, std::string_view text) {
  if (sizes_.size() <= name) sizes_.resize(name + 1);
  const std::size_t whole = std::min(text.find_first_not_of("0123456789,$"), text.size());
  const auto digits =
      std::count_if(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(whole), is_digit);
  if (digits > 2) {
    sizes_[name] = Size::large;
  } else if (text.find_first_of("123456789") != std::string_view::npos) {
    sizes_[name] = Size::small;
  }
}

}  // namespace rothcheck::intake
