// Groups held against a person's facts.
#include "checker/groups.hpp"

#include <algorithm>

namespace rothcheck::checker {
namespace {

bool within(Rate value, const std::optional<Rate>& from, const std::optional<Rate>& below) {
  return (!from || value >= *from) && (!below || value < *below);
}

template <class T>
void sort_and_unite(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace

bool holds(const Group& group, const GroupFacts& facts) {
  if (group.highly_compensated && *group.highly_compensated != facts.highly_compensated)
    return false;
  if (group.employee_class && *group.employee_class != facts.employee_class) return false;
  if (!within(facts.age, group.age_from, group.age_below)) return false;
  if (!within(facts.service, group.service_from, group.service_below)) return false;
  if (group.points_from || group.points_below) {
    if (!within(facts.age + facts.service, group.points_from, group.points_below)) return false;
  }
  if (group.hired_from && facts.hired < *group.hired_from) return false;
  return !group.hired_before || facts.hired < *group.hired_before;
}

Breakpoints breakpoints_of(const Plan& plan) {
  Breakpoints found;
  const auto add = [](auto& values, const auto& value) {
    if (value) values.push_back(*value);
  };
  for_each_scope(plan, [&](const Scope& scope, Span) {
    const Group& group = scope.group;
    if (group.highly_compensated) found.highly_compensated = true;
    add(found.classes, group.employee_class);
    add(found.ages, group.age_from);
    add(found.ages, group.age_below);
    add(found.services, group.service_from);
    add(found.services, group.service_below);
    add(found.points, group.points_from);
    add(found.points, group.points_below);
    add(found.hired, group.hired_from);
    add(found.hired, group.hired_before);
  });
  sort_and_unite(found.ages);
  sort_and_unite(found.services);
  sort_and_unite(found.points);
  sort_and_unite(found.hired);
  sort_and_unite(found.classes);
  return found;
}

}  // namespace rothcheck::checker
