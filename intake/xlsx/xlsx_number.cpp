// Decimal digits to what they mean under a number format.
#include "intake/xlsx/xlsx_number.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "model/dates.hpp"
#include "model/text.hpp"

namespace rothcheck::intake {
namespace {

/// A number is `0.digits` times ten to the power of `point`.
struct Decimal {
  bool negative = false;
  std::string digits;
  int point = 0;
};

constexpr std::size_t kept_digits = 15;
constexpr std::size_t digits_of_noise = 6;
/// Beyond it no amount, id or date is meant, and below its inverse nothing but zero is.
constexpr int largest_exponent = 20;

std::string_view digits_at(std::string_view& text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
  const std::string_view digits = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  text.remove_prefix(digits.size());
  return digits;
}

bool skip(std::string_view& text, std::string_view any_of) {
  if (text.empty() || any_of.find(text.front()) == std::string_view::npos) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<int> exponent_at(std::string_view& text) {
  if (!skip(text, "eE")) return 0;
  const bool negative = text.starts_with('-');
  skip(text, "+-");
  const std::string_view digits = digits_at(text);
  int exponent = 0;
  const auto end = digits.data() + digits.size();
  if (digits.empty() || digits.size() > 4) return std::nullopt;
  if (std::from_chars(digits.data(), end, exponent).ptr != end) return std::nullopt;
  return negative ? -exponent : exponent;
}

std::optional<Decimal> read_decimal(std::string_view text) {
  Decimal number;
  number.negative = skip(text, "-");
  const std::string_view whole = digits_at(text);
  const std::string_view fraction = skip(text, ".") ? digits_at(text) : std::string_view{};
  const std::optional<int> exponent = exponent_at(text);
  const std::size_t count = whole.size() + fraction.size();
  if (!text.empty() || !exponent || count == 0 || count > 400) return std::nullopt;
  number.digits = std::string{whole} + std::string{fraction};
  number.point = static_cast<int>(whole.size()) + *exponent;
  const std::size_t zeros = std::min(number.digits.find_first_not_of('0'), number.digits.size());
  number.digits.erase(0, zeros);
  number.point -= static_cast<int>(zeros);
  return number;
}

/// Keeps the first `count` digits, the last of them rounded half up.
void round_to(Decimal& number, std::size_t count) {
  if (count >= number.digits.size()) return;
  const bool up = number.digits[count] >= '5';
  number.digits.resize(count);
  if (!up) return;
  while (!number.digits.empty() && number.digits.back() == '9') number.digits.pop_back();
  if (!number.digits.empty()) {
    ++number.digits.back();
  } else {
    number.digits = "1";
    ++number.point;
  }
}

/// Where zeros or nines run on after the second decimal, the digits end.
void drop_noise(Decimal& number) {
  const int cents = number.point + 2;
  if (cents < 0) {
    if (-cents >= static_cast<int>(digits_of_noise)) number = {};
    return;
  }
  const auto begin = static_cast<std::size_t>(cents);
  for (const char noise : {'0', '9'}) {
    const std::size_t run = number.digits.find(std::string(digits_of_noise, noise), begin);
    if (run != std::string::npos) round_to(number, run);
  }
}

/// The digits before the point and behind it.
struct Written {
  std::string whole, fraction;
};

Written written(const Decimal& number) {
  if (number.digits.empty()) return {"0", {}};
  std::string digits = number.digits;
  int point = number.point;
  if (point < 0) {
    digits.insert(0, static_cast<std::size_t>(-point), '0');
    point = 0;
  }
  const auto place = static_cast<std::size_t>(point);
  if (digits.size() < place) digits.append(place - digits.size(), '0');
  Written result{digits.substr(0, place), digits.substr(place)};
  while (result.fraction.ends_with('0')) result.fraction.pop_back();
  if (result.whole.empty()) result.whole = "0";
  return result;
}

std::string to_text(const Decimal& number) {
  const Written parts = written(number);
  const bool is_zero = parts.whole == "0" && parts.fraction.empty();
  return (number.negative && !is_zero ? "-" : "") + parts.whole +
         (parts.fraction.empty() ? "" : "." + parts.fraction);
}

/// Nothing where the text is no number, or one of a size that is only shown shortened.
std::optional<Decimal> without_noise(std::string_view stored) {
  std::optional<Decimal> number = read_decimal(stored);
  if (!number || number->point > largest_exponent) return std::nullopt;
  if (number->point < -largest_exponent) return Decimal{};
  round_to(*number, kept_digits);
  drop_noise(*number);
  return number;
}

/// A date as its count of days. The count of 1900 includes a February 29 that never was.
CellText text_of_date(const Decimal& number, Epoch epoch) {
  constexpr int last_day = 2'958'465;
  const Written parts = written(number);
  int days = 0;
  const char* end = parts.whole.data() + parts.whole.size();
  const bool read = std::from_chars(parts.whole.data(), end, days).ptr == end;
  if (number.negative || !read || days > last_day) return {{}, "a date that no calendar has"};
  using std::chrono::sys_days;
  if (epoch == Epoch::from_1904) {
    return {to_string(Date{sys_days{date(1904, 1, 1)} + std::chrono::days{days}})};
  }
  if (days == 0) return {"1/0/1900"};
  if (days == 60) return {"2/29/1900"};
  const Date start = days < 60 ? date(1899, 12, 31) : date(1899, 12, 30);
  return {to_string(Date{sys_days{start} + std::chrono::days{days}})};
}

/// The digits in the places that the picture has for them; digits too many go to the first place.
std::string in_picture(std::string_view digits, std::string_view picture) {
  const auto places = static_cast<std::size_t>(std::count(picture.begin(), picture.end(), '0'));
  std::string all{digits};
  if (all.size() < places) all.insert(0, places - all.size(), '0');
  std::size_t next = all.size() - places;
  std::string result;
  for (std::size_t i = 0; i < picture.size(); ++i) {
    if (picture[i] != '0') {
      result += picture[i];
      continue;
    }
    if (next == all.size() - places) result += all.substr(0, next);
    result += all[next++];
  }
  return result;
}

}  // namespace

std::string plain_decimal(std::string_view stored) {
  const std::optional<Decimal> number = without_noise(stored);
  return number ? to_text(*number) : std::string{stored};
}

CellText text_of_number(std::string_view stored, const NumberFormat& format, Epoch epoch) {
  std::optional<Decimal> number = without_noise(stored);
  if (!number) return {std::string{stored}};
  switch (format.kind) {
    case NumberFormat::Kind::number:
      break;
    case NumberFormat::Kind::percent:
      number->point += 2;
      return {to_text(*number) + '%'};
    case NumberFormat::Kind::time:
      if (number->point <= 0) return {{}, "a time of day"};
      return text_of_date(*number, epoch);
    case NumberFormat::Kind::date:
      return text_of_date(*number, epoch);
    case NumberFormat::Kind::digits:
      if (number->negative || !written(*number).fraction.empty()) break;
      return {in_picture(written(*number).whole, format.picture)};
  }
  return {to_text(*number)};
}

}  // namespace rothcheck::intake
