// The words of a projection.
#include "model/projection.hpp"

namespace rothcheck {

const std::vector<SettingRow>& projection_settings() {
  static const std::vector<SettingRow> rows = {
#define SETTING(name, standard, most, meaning) {#name, meaning, &ProjectionSettings::name, most},
#include "model/projection.def"
#undef SETTING
  };
  return rows;
}

std::string_view label_of(Vehicle vehicle) {
  constexpr std::string_view labels[] = {"mega backdoor", "pre-tax deferral", "IRA backdoor",
                                         "taxable account"};
  return labels[static_cast<std::size_t>(vehicle)];
}

}  // namespace rothcheck
