// How an id is shown. A Social Security number is never printed whole.
#include "reports/privacy.hpp"

#include <fmt/format.h>

#include <cstddef>

#include "model/social_security.hpp"
#include "model/text.hpp"

namespace rothcheck::reports {

std::string shown_id(std::string_view id) { return with_masked_numbers(id); }

bool is_masked(std::string_view id) { return has_social_security_number(id); }

std::string shown_id(std::string_view id, std::uint64_t row) {
  return row != 0 && is_masked(id) ? fmt::format("{} (row {})", shown_id(id), row) : shown_id(id);
}

std::string short_id(std::string_view id) {
  if (id.size() <= 4) return std::string(id);
  return "..." + std::string(id.substr(cut_before(id, id.size() - 4)));
}

}  // namespace rothcheck::reports
