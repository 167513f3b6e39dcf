// Sums of fields, by their types.
#include "intake/columns/cell_type.hpp"

namespace rothcheck::intake {
namespace {

std::optional<Money> amount(const std::optional<Money>& field) { return field; }
std::optional<Money> amount(const std::optional<Election>& field) {
  const Money* money = field ? std::get_if<Money>(&field->value) : nullptr;
  return money == nullptr ? std::nullopt : std::optional{*money};
}
template <class T>
std::optional<Money> amount(const std::optional<T>&) {
  return std::nullopt;
}

bool is_nothing(const Election& election) {
  return election == Election{Money{}} || election == Election{Rate{}};
}
bool add(std::optional<Money>& to, const std::optional<Money>& part) {
  if (!to || !part) return false;
  *to += *part;
  return true;
}
bool add(std::optional<Election>& to, const std::optional<Election>& part) {
  if (!to || !part) return false;
  // Nothing is nothing in any unit.
  if (is_nothing(*part)) return true;
  if (is_nothing(*to)) {
    to = part;
    return true;
  }
  if (to->value.index() != part->value.index()) return false;
  if (Money* money = std::get_if<Money>(&to->value)) {
    *money += std::get<Money>(part->value);
  } else {
    std::get<Rate>(to->value) = std::get<Rate>(to->value) + std::get<Rate>(part->value);
  }
  return true;
}
template <class T>
bool add(std::optional<T>&, const std::optional<T>&) {
  return false;
}

}  // namespace

bool is_contribution(Field field) {
  switch (field) {
    case Field::pre_tax:
    case Field::roth:
    case Field::after_tax:
    case Field::after_tax_ytd:
    case Field::match:
    case Field::nonelective:
    case Field::forfeitures:
    case Field::other_additions:
      return true;
    default:
      return false;
  }
}

std::optional<Money> amount_in(const Participant& person, Field field) {
  return at_field(field, [&person](auto member) { return amount(person.*member); });
}

bool add_field(Participant& person, const Participant& part, Field field) {
  return at_field(field, [&](auto member) { return add(person.*member, part.*member); });
}

}  // namespace rothcheck::intake
