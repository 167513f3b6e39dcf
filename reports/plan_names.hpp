// Plans of one run that have the same name are told apart by their files.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "model/assessment.hpp"
#include "model/source.hpp"

namespace rothcheck::reports {

inline bool names_repeat(const std::vector<PlanAnswer>& plans) {
  std::vector<std::string_view> names;
  for (const PlanAnswer& plan : plans) names.push_back(plan.name);
  std::sort(names.begin(), names.end());
  return std::adjacent_find(names.begin(), names.end()) != names.end();
}

/// Empty for a plan that no file has.
inline std::string_view file_of(const PlanAnswer& plan, const Sources& sources) {
  return plan.where.somewhere() ? sources.path(plan.where.source) : std::string_view{};
}

}  // namespace rothcheck::reports
