// The rows of features.def, for lists and documentation.
#include "model/plan.hpp"

namespace rothcheck {

const std::vector<FeatureRow>& features() {
  static const std::vector<FeatureRow> rows = {
#define FEATURE(field, type, block, subject, meaning) {#field, block, subject, meaning},
#include "model/features.def"
#undef FEATURE
  };
  return rows;
}

}  // namespace rothcheck
