// Groups held against a person's facts.
#include "checker/terms/groups.hpp"

#include <algorithm>

namespace rothcheck::checker {
namespace {

bool within(int months, const std::optional<Rate>& from, const std::optional<Rate>& below) {
  return (!from || months >= months_of(*from)) && (!below || months < months_of(*below));
}

template <class T>
void sort_and_unite(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace

int months_of(Rate years) {
  return static_cast<int>(divide(Wide{years.numerator()} * 12, years.denominator(), Round::up));
}

namespace {

bool meets_all(const Group& group, const GroupFacts& facts) {
  if (group.highly_compensated && *group.highly_compensated != facts.highly_compensated)
    return false;
  if (group.employee_class && !is_of_class(facts.employee_class, *group.employee_class))
    return false;
  if (!within(facts.age, group.age_from, group.age_below)) return false;
  if (!within(facts.service, group.service_from, group.service_below)) return false;
  if (group.points_from || group.points_below) {
    if (!within(facts.age + facts.service, group.points_from, group.points_below)) return false;
  }
  if (group.hired_from && facts.hired < *group.hired_from) return false;
  return !group.hired_before || facts.hired < *group.hired_before;
}

}  // namespace

bool holds(const Group& group, const GroupFacts& facts) {
  return meets_all(group, facts) ||
         std::any_of(group.others.begin(), group.others.end(),
                     [&facts](const Group& other) { return meets_all(other, facts); });
}

bool names_class(const Group& group) {
  return group.employee_class || std::any_of(group.others.begin(), group.others.end(), names_class);
}

Breakpoints breakpoints_of(const Plan& plan) {
  Breakpoints found;
  const auto add = [](auto& values, const auto& value) {
    if (value) values.push_back(*value);
  };
  const auto add_months = [](std::vector<int>& values, const std::optional<Rate>& years) {
    if (years) values.push_back(months_of(*years));
  };
  const auto add_group = [&](const Group& group) {
    if (group.highly_compensated) found.highly_compensated = true;
    add(found.classes, group.employee_class);
    add_months(found.ages, group.age_from);
    add_months(found.ages, group.age_below);
    add_months(found.services, group.service_from);
    add_months(found.services, group.service_below);
    add_months(found.points, group.points_from);
    add_months(found.points, group.points_below);
    add(found.hired, group.hired_from);
    add(found.hired, group.hired_before);
  };
  for_each_scope(plan, [&](const Scope& scope, Span) {
    add_group(scope.group);
    for (const Group& other : scope.group.others) add_group(other);
  });
  sort_and_unite(found.ages);
  sort_and_unite(found.services);
  sort_and_unite(found.points);
  sort_and_unite(found.hired);
  std::sort(found.classes.begin(), found.classes.end());
  std::vector<std::string> classes;
  for (std::string& name : found.classes) {
    const auto same = [&](const std::string& other) { return same_class(name, other); };
    if (std::none_of(classes.begin(), classes.end(), same)) classes.push_back(std::move(name));
  }
  found.classes = std::move(classes);
  return found;
}

}  // namespace rothcheck::checker
