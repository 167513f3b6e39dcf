// Reading and writing amounts and fractions.
#include "model/money.hpp"

#include <array>
#include <cstddef>

#include "model/text.hpp"

namespace rothcheck {
namespace {

/// Digits of `text` from `at` on, moving `at` behind them; empty when there are none or more than
/// `most`.
std::optional<std::int64_t> take_digits(std::string_view text, std::size_t& at, std::size_t most) {
  const std::size_t start = at;
  std::int64_t value = 0;
  while (at < text.size() && is_digit(text[at])) {
    if (at - start == most) return std::nullopt;
    value = value * 10 + (text[at++] - '0');
  }
  return at == start ? std::nullopt : std::optional{value};
}

/// `1234` or `1,234`: commas only between groups of three.
std::optional<std::int64_t> take_dollars(std::string_view text, std::size_t& at) {
  const std::size_t start = at;
  std::optional<std::int64_t> value = take_digits(text, at, 10);
  if (!value) return std::nullopt;
  if (at < text.size() && text[at] == ',' && at - start > 3) return std::nullopt;
  while (at < text.size() && text[at] == ',') {
    const std::size_t group = ++at;
    const std::optional<std::int64_t> three = take_digits(text, at, 3);
    if (!three || at - group != 3 || *value > Money::ceiling().in_cents()) return std::nullopt;
    value = *value * 1000 + *three;
  }
  return value;
}

std::optional<std::int64_t> take_cents(std::string_view text, std::size_t& at) {
  if (at == text.size() || text[at] != '.') return 0;
  const std::size_t start = ++at;
  const std::optional<std::int64_t> decimals = take_digits(text, at, 2);
  if (!decimals) return std::nullopt;
  return at - start == 1 ? *decimals * 10 : *decimals;
}

std::string with_commas(std::int64_t dollars) {
  std::string digits = std::to_string(dollars);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, ',');
  return digits;
}

std::string written(Money amount, std::string_view before, bool commas) {
  const std::int64_t cents = amount.in_cents() < 0 ? -amount.in_cents() : amount.in_cents();
  std::string text = amount.in_cents() < 0 ? "-" : "";
  text += before;
  text += commas ? with_commas(cents / 100) : std::to_string(cents / 100);
  text += '.';
  text += static_cast<char>('0' + cents % 100 / 10);
  text += static_cast<char>('0' + cents % 10);
  return text;
}

}  // namespace

std::optional<Money> Money::parse(std::string_view text) {
  bool negative = false;
  if (text.size() > 2 && text.front() == '(' && text.back() == ')') {
    negative = true;
    text = text.substr(1, text.size() - 2);
  } else if (!text.empty() && text.front() == '-') {
    negative = true;
    text.remove_prefix(1);
  }
  if (!text.empty() && text.front() == '$') text.remove_prefix(1);
  std::size_t at = 0;
  const std::optional<std::int64_t> dollars = take_dollars(text, at);
  if (!dollars) return std::nullopt;
  const std::optional<std::int64_t> cents = take_cents(text, at);
  if (!cents || at != text.size()) return std::nullopt;
  const Money amount = Money::cents(*dollars * 100 + *cents);
  if (amount > Money::ceiling()) return std::nullopt;
  return negative ? Money{} - amount : amount;
}

std::string to_string(Money amount) { return written(amount, "$", true); }
std::string brief(Money amount) {
  std::string text = to_string(amount);
  if (text.ends_with(".00")) text.resize(text.size() - 3);
  return text;
}
std::string to_plain_string(Money amount) { return written(amount, "", false); }

std::optional<Rate> Rate::parse_number(std::string_view text) {
  constexpr std::array<std::int64_t, 7> tens = {1, 10, 100, 1000, 10'000, 100'000, 1'000'000};
  std::size_t at = 0;
  const std::optional<std::int64_t> whole = take_digits(text, at, 9);
  if (!whole) return std::nullopt;
  Rate value = Rate::whole(*whole);
  if (at < text.size() && text[at] == '.') {
    const std::size_t start = ++at;
    const std::optional<std::int64_t> decimals = take_digits(text, at, 6);
    if (!decimals) return std::nullopt;
    value = value + Rate{*decimals, tens[at - start]};
  } else if (at < text.size() && text[at] == ' ') {
    while (at < text.size() && text[at] == ' ') ++at;
    const std::optional<std::int64_t> above = take_digits(text, at, 3);
    if (!above || at == text.size() || text[at++] != '/') return std::nullopt;
    const std::optional<std::int64_t> below = take_digits(text, at, 3);
    if (!below || *below == 0 || *above >= *below) return std::nullopt;
    value = value + Rate{*above, *below};
  }
  return at == text.size() ? std::optional{value} : std::nullopt;
}

std::optional<Rate> Rate::parse_percent(std::string_view text) {
  if (text.empty() || text.back() != '%') return std::nullopt;
  text.remove_suffix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  const std::optional<Rate> number = parse_number(text);
  if (!number) return std::nullopt;
  return *number * Rate{1, 100};
}

std::string to_number_string(Rate rate) {
  const std::int64_t whole = rate.numerator() / rate.denominator();
  const std::int64_t rest = rate.numerator() % rate.denominator();
  if (rest == 0) return std::to_string(whole);
  // A denominator of twos and fives has a short decimal form; anything else stays a fraction.
  for (std::int64_t scale = 10, digits = 1; digits <= 6; scale *= 10, ++digits) {
    if (scale % rate.denominator() != 0 || rate.denominator() == 2) continue;
    std::string decimals = std::to_string(rest * (scale / rate.denominator()));
    decimals.insert(0, static_cast<std::size_t>(digits) - decimals.size(), '0');
    return std::to_string(whole) + "." + decimals;
  }
  const std::string fraction = std::to_string(rest) + "/" + std::to_string(rate.denominator());
  return whole == 0 ? fraction : std::to_string(whole) + " " + fraction;
}

std::string to_percent_string(Rate rate) {
  const Rate number = rate * Rate::whole(100);
  // Percentages read best as decimals (87.5%), where years read best as fractions (59 1/2).
  if (number.denominator() == 2) {
    return std::to_string(number.numerator() / 2) + ".5%";
  }
  return to_number_string(number) + "%";
}

}  // namespace rothcheck
