// Qualifiers to scopes.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "dsl/findings.hpp"
#include "dsl/read.hpp"

namespace rothcheck::dsl {
namespace {

using ast::Shape;
using ast::Value;

bool stated_before(bool already, const Value& value, Faults& faults) {
  if (already) {
    faults.say(finding::stated_twice, value.span,
               fmt::format("{} bounds what this clause bounds already", quoted(value.text)));
  }
  return already;
}

template <class T>
bool set(std::optional<T>& bound, const std::optional<T>& value, const Value& written,
         Faults& faults) {
  if (!value || stated_before(bound.has_value(), written, faults)) return false;
  bound = value;
  return true;
}

/// `5 years`, `18 months`, as years.
std::optional<Rate> read_service(const Value& value, Faults& faults) {
  if (value.shape != Shape::duration) {
    say_expected(faults, value.span, "a time such as 5 years", value.text);
    return std::nullopt;
  }
  const std::optional<Duration> stretch = read_duration(value, faults);
  if (!stretch) return std::nullopt;
  if (stretch->days != 0) {
    say_expected(faults, value.span, "service in years or months", value.text);
    return std::nullopt;
  }
  return Rate{stretch->months, 12};
}

bool read_bound(const Value& condition, Group& group, Faults& faults) {
  const std::string_view what = condition.parts[0].text;
  const bool from = condition.parts[1].text == ">=";
  const Value& value = condition.parts[2];
  if (what == "service") {
    return set(from ? group.service_from : group.service_below, read_service(value, faults),
               condition, faults);
  }
  if (what == "age") {
    return set(from ? group.age_from : group.age_below, read_years(value, 120, faults), condition,
               faults);
  }
  return set(from ? group.points_from : group.points_below, read_years(value, 250, faults),
             condition, faults);
}

bool read_condition(const Value& condition, Group& group, Faults& faults) {
  if (condition.shape == Shape::word) {
    return set(group.highly_compensated, std::optional{condition.text == "hce"}, condition, faults);
  }
  const std::string_view what = condition.parts[0].text;
  if (what == "class") {
    return set(group.employee_class, read_text(condition.parts[1], "a class", faults), condition,
               faults);
  }
  if (what != "hired") return read_bound(condition, group, faults);
  return set(condition.parts[1].text == "from" ? group.hired_from : group.hired_before,
             read_date(condition.parts[2], faults), condition, faults);
}

template <class T>
bool crossed(const std::optional<T>& from, const std::optional<T>& below) {
  return from && below && *below <= *from;
}

bool is_nobody(const Group& group) {
  return crossed(group.age_from, group.age_below) ||
         crossed(group.service_from, group.service_below) ||
         crossed(group.points_from, group.points_below) ||
         crossed(group.hired_from, group.hired_before);
}

/// `and` binds more closely than `or`.
bool read_group(const Value& qualifier, Group& group, Faults& faults) {
  if (stated_before(!group.everybody(), qualifier, faults)) return false;
  std::vector<Group> alternatives(1);
  for (std::size_t i = 1; i < qualifier.parts.size(); ++i) {
    const Value& condition = qualifier.parts[i];
    if (condition.shape == Shape::word && condition.text == "or") {
      alternatives.emplace_back();
    } else if (!read_condition(condition, alternatives.back(), faults)) {
      return false;
    }
  }
  if (std::any_of(alternatives.begin(), alternatives.end(), is_nobody)) {
    faults.say(finding::nobody, qualifier.span, "no person meets all of these conditions");
    return false;
  }
  group = std::move(alternatives.front());
  group.others.assign(std::make_move_iterator(alternatives.begin() + 1),
                      std::make_move_iterator(alternatives.end()));
  return true;
}

bool read_dates(const Value& qualifier, Scope& scope, Faults& faults) {
  const std::string_view when = qualifier.parts[0].text;
  const Value& value = qualifier.parts[1];
  if (when == "in") {
    const std::optional<int> year = read_year(value, faults);
    return year && set(scope.from, std::optional{date(*year, 1, 1)}, qualifier, faults) &&
           set(scope.until, std::optional{date(*year, 12, 31)}, qualifier, faults);
  }
  return set(when == "from" ? scope.from : scope.until, read_date(value, faults), qualifier,
             faults);
}

}  // namespace

std::optional<Scope> read_scope(const std::vector<Value>& qualifiers, Faults& faults) {
  Scope scope;
  for (const Value& qualifier : qualifiers) {
    const bool read = qualifier.parts[0].text == "for" ? read_group(qualifier, scope.group, faults)
                                                       : read_dates(qualifier, scope, faults);
    if (!read) return std::nullopt;
  }
  if (scope.from && scope.until && *scope.until < *scope.from) {
    faults.say(finding::backwards, qualifiers.back().span,
               fmt::format("this clause ends on {}, before it begins on {}",
                           to_string(*scope.until), to_string(*scope.from)));
    return std::nullopt;
  }
  return scope;
}

}  // namespace rothcheck::dsl
