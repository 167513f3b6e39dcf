// The words of the language for kinds, groups, amounts and plan types.
#include "model/provision.hpp"

#include <array>
#include <string_view>
#include <tuple>
#include <utility>

namespace rothcheck {
namespace {

constexpr std::array<std::pair<Kind, std::string_view>, 9> kind_words = {{
    {Kind::pre_tax, "pre-tax"},
    {Kind::roth, "roth"},
    {Kind::after_tax, "after-tax"},
    {Kind::catch_up, "catch-up"},
    {Kind::catch_up_60_63, "catch-up-60-63"},
    {Kind::match, "match"},
    {Kind::nonelective, "nonelective"},
    {Kind::rollover, "rollover"},
    {Kind::student_loan, "student-loan"},
}};

constexpr std::array<std::pair<PlanFamily, std::string_view>, 6> family_words = {{
    {PlanFamily::k401, "401(k)"},
    {PlanFamily::solo_401k, "solo 401(k)"},
    {PlanFamily::b403, "403(b)"},
    {PlanFamily::a401, "401(a)"},
    {PlanFamily::b457, "457(b)"},
    {PlanFamily::tsp, "tsp"},
}};

constexpr std::array<std::pair<PlanSponsor, std::string_view>, 2> sponsor_words = {{
    {PlanSponsor::governmental, "governmental "},
    {PlanSponsor::church, "church "},
}};

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

std::string_view to_string(Kind kind) { return kind_words[static_cast<std::size_t>(kind)].second; }

std::optional<Kind> kind_named(std::string_view word) {
  for (const auto& [kind, name] : kind_words) {
    if (name == word) return kind;
  }
  return std::nullopt;
}

std::string to_string(Kinds kinds) {
  std::string text;
  for (const auto& [kind, name] : kind_words) {
    if (!kinds.has(kind)) continue;
    if (!text.empty()) text += ", ";
    text += name;
  }
  return text;
}

namespace {

/// The name of a class from a place in it, without blanks.
std::string_view from_next_letter(std::string_view name) {
  const std::size_t letter = name.find_first_not_of(" \t");
  return letter == name.npos ? std::string_view{} : name.substr(letter);
}

char in_small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

bool same_class(std::string_view one, std::string_view other) {
  while (true) {
    one = from_next_letter(one);
    other = from_next_letter(other);
    if (one.empty() || other.empty()) return one.empty() && other.empty();
    if (in_small(one.front()) != in_small(other.front())) return false;
    one.remove_prefix(1);
    other.remove_prefix(1);
  }
}

bool operator==(const Group& one, const Group& other) {
  const auto rest = [](const Group& group) {
    return std::tie(group.highly_compensated, group.age_from, group.age_below, group.service_from,
                    group.service_below, group.points_from, group.points_below, group.hired_from,
                    group.hired_before);
  };
  const bool classes = one.employee_class && other.employee_class
                           ? same_class(*one.employee_class, *other.employee_class)
                           : one.employee_class.has_value() == other.employee_class.has_value();
  return classes && rest(one) == rest(other);
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
    case Amount::Basis::unknown:
      return "unknown";
  }
  return "";
}

std::string to_string(PlanType type) {
  std::string text;
  for (const auto& [sponsor, word] : sponsor_words) {
    if (type.sponsor == sponsor) text = word;
  }
  return text + std::string{family_words[static_cast<std::size_t>(type.family)].second};
}

std::optional<PlanType> plan_type_named(std::string_view words) {
  PlanType type;
  for (const auto& [sponsor, word] : sponsor_words) {
    if (!words.starts_with(word)) continue;
    type.sponsor = sponsor;
    words.remove_prefix(word.size());
    break;
  }
  for (const auto& [family, word] : family_words) {
    if (word != words) continue;
    type.family = family;
    return type;
  }
  return std::nullopt;
}

}  // namespace rothcheck
