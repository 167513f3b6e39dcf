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

std::string_view to_string(Vehicle vehicle) {
  switch (vehicle) {
    case Vehicle::mega_backdoor:
      return "mega-backdoor";
    case Vehicle::pre_tax_deferral:
      return "pre-tax-deferral";
    case Vehicle::ira_backdoor:
      return "ira-backdoor";
    case Vehicle::taxable:
      return "taxable";
  }
  return "";
}

std::string_view label_of(Vehicle vehicle) {
  switch (vehicle) {
    case Vehicle::mega_backdoor:
      return "mega backdoor";
    case Vehicle::pre_tax_deferral:
      return "pre-tax deferral";
    case Vehicle::ira_backdoor:
      return "IRA backdoor";
    case Vehicle::taxable:
      return "taxable account";
  }
  return "";
}

}  // namespace rothcheck
