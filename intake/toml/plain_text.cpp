// The exact text of TOML scalars.
#include "intake/toml/plain_text.hpp"

namespace rothcheck::intake {
namespace {

bool all_digits(std::string_view text) {
  for (char c : text) {
    if (c < '0' || c > '9') return false;
  }
  return !text.empty();
}

/// Why a number cannot be taken by its digits; empty when it can.
std::string_view unfitness_of(std::string_view number) {
  if (number.starts_with('-') || number.starts_with('+')) number.remove_prefix(1);
  const std::size_t point = number.find('.');
  if (!all_digits(number.substr(0, point))) return "a number in another notation than decimal";
  if (point == std::string_view::npos) return {};
  const std::string_view decimals = number.substr(point + 1);
  if (!all_digits(decimals)) return "a number with an exponent";
  return decimals.size() > 2 ? "a number with more than two decimals" : std::string_view{};
}

PlainText digits_of(std::string_view number) {
  PlainText digits;
  for (char c : number) {
    if (c != '_') digits.text += c;
  }
  digits.unfit = unfitness_of(digits.text);
  return digits;
}

}  // namespace

PlainText plain_text(const TomlValue& value) {
  switch (value.type) {
    case TomlValue::Type::integer:
    case TomlValue::Type::decimal:
      return digits_of(value.text);
    case TomlValue::Type::string:
    case TomlValue::Type::boolean:
    case TomlValue::Type::date:
      return {value.text, {}};
    case TomlValue::Type::array:
    case TomlValue::Type::table:
      return {{}, to_string(value.type)};
  }
  return {};
}

}  // namespace rothcheck::intake
