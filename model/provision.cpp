// The words of the language for kinds, groups, amounts and plan types.
#include "model/provision.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>

#include "model/text.hpp"

namespace rothcheck {
namespace {

void join(std::string& text, const std::string& part) {
  if (!text.empty()) text += " and ";
  text += part;
}

void join_bounds(std::string& text, std::string_view what, const std::optional<Rate>& from,
                 const std::optional<Rate>& below, std::string_view unit) {
  const auto bound = [&](std::string_view comparison, Rate at) {
    join(text, std::string{what} + " " + std::string{comparison} + " " + to_number_string(at) +
                   std::string{unit});
  };
  if (from) bound(">=", *from);
  if (below) bound("<", *below);
}

}  // namespace

std::string to_string(Kinds kinds) {
  std::string text;
  for (const Kind kind : values<Kind>()) {
    if (!kinds.has(kind)) continue;
    if (!text.empty()) text += ", ";
    text += to_string(kind);
  }
  return text;
}

namespace {

/// The name of a class from a place in it, without blanks.
std::string_view from_next_letter(std::string_view name) {
  const std::size_t letter = name.find_first_not_of(" \t");
  return letter == name.npos ? std::string_view{} : name.substr(letter);
}

}  // namespace

bool same_class(std::string_view one, std::string_view other) {
  while (true) {
    one = from_next_letter(one);
    other = from_next_letter(other);
    if (one.empty() || other.empty()) return one.empty() && other.empty();
    if (lower(one.front()) != lower(other.front())) return false;
    one.remove_prefix(1);
    other.remove_prefix(1);
  }
}

std::vector<std::string_view> classes_in(std::string_view cell) {
  std::vector<std::string_view> classes;
  while (true) {
    const std::size_t end = cell.find(between_classes);
    classes.push_back(cell.substr(0, end));
    if (end == cell.npos) return classes;
    cell.remove_prefix(end + 1);
  }
}

bool is_of_class(std::string_view cell, std::string_view name) {
  if (same_class(cell, name)) return true;
  if (cell.find(between_classes) == cell.npos) return false;
  const std::vector<std::string_view> classes = classes_in(cell);
  return std::any_of(classes.begin(), classes.end(),
                     [name](std::string_view one) { return same_class(one, name); });
}

std::string suspended(Kinds kinds) { return kinds.empty() ? "contributions" : to_string(kinds); }

bool operator==(const Group& one, const Group& other) {
  const auto rest = [](const Group& group) {
    return std::tie(group.highly_compensated, group.age_from, group.age_below, group.service_from,
                    group.service_below, group.points_from, group.points_below, group.hired_from,
                    group.hired_before);
  };
  const bool classes = one.employee_class && other.employee_class
                           ? same_class(*one.employee_class, *other.employee_class)
                           : one.employee_class.has_value() == other.employee_class.has_value();
  return classes && rest(one) == rest(other) && one.others == other.others;
}

bool Group::everybody() const { return *this == Group{}; }

std::string to_string(const Group& group) {
  std::string text;
  if (group.highly_compensated) join(text, *group.highly_compensated ? "hce" : "nhce");
  if (group.employee_class) join(text, "class \"" + *group.employee_class + "\"");
  join_bounds(text, "age", group.age_from, group.age_below, "");
  join_bounds(text, "service", group.service_from, group.service_below, " years");
  join_bounds(text, "points", group.points_from, group.points_below, "");
  if (group.hired_from) join(text, "hired from " + to_string(*group.hired_from));
  if (group.hired_before) join(text, "hired before " + to_string(*group.hired_before));
  for (const Group& other : group.others) text += " or " + to_string(other);
  return text;
}

std::string to_string(const Amount& amount) {
  switch (amount.basis) {
    case Amount::Basis::money:
      return to_string(amount.money);
    case Amount::Basis::of_pay:
      return to_percent_string(amount.rate) + " of pay";
    case Amount::Basis::of_402g:
      return to_percent_string(amount.rate) + " of the 402(g) limit";
    case Amount::Basis::of_415c:
      return to_percent_string(amount.rate) + " of the 415(c) limit";
    case Amount::Basis::of_base_pay:
      return to_percent_string(amount.rate) + " of base pay";
    case Amount::Basis::unknown:
      return "unknown";
  }
  return "";
}

std::string brief(const Amount& amount) {
  return amount.basis == Amount::Basis::money ? brief(amount.money) : to_string(amount);
}

std::string to_string(const PayLevel& level) {
  if (level.money) return brief(*level.money);
  if (level.of_wage_base == Rate::whole(1)) return "the wage base";
  return to_percent_string(level.of_wage_base) + " of the wage base";
}

std::string to_string(PlanType type) {
  return std::string{to_string(type.sponsor)} + std::string{to_string(type.family)};
}

std::optional<PlanType> plan_type_named(std::string_view text) {
  PlanSponsor sponsor = PlanSponsor::ordinary;
  for (const PlanSponsor special : {PlanSponsor::governmental, PlanSponsor::church}) {
    if (!text.starts_with(to_string(special))) continue;
    sponsor = special;
    text.remove_prefix(to_string(special).size());
    break;
  }
  const std::optional<PlanFamily> family = named<PlanFamily>(text);
  return family ? std::optional{PlanType{*family, sponsor}} : std::nullopt;
}

}  // namespace rothcheck
