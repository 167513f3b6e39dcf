// The rows of features.def, for lists and documentation.
#include "model/plan.hpp"

namespace rothcheck {

const std::vector<FeatureRow>& features() {
  static const std::vector<FeatureRow> rows = [] {
    std::vector<FeatureRow> all;
    for_each_feature([&all](const FeatureRow& row, auto) { all.push_back(row); });
    return all;
  }();
  return rows;
}

}  // namespace rothcheck
