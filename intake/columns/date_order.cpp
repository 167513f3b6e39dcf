// Orders shown by numbers that no month has.
#include "intake/columns/date_order.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "model/text.hpp"

namespace rothcheck::intake {
namespace {

bool is_month(int number) { return 1 <= number && number <= 12; }

struct Numbers {
  int first = 0, second = 0;
};

/// The first two numbers of `3/4/98`, `3-4-1998` or `03041998`; none of another text.
std::optional<Numbers> numbers_of(std::string_view date) {
  if (const std::size_t time = date.find_first_of(" T"); time != date.npos)
    date = date.substr(0, time);
  std::array<int, 3> numbers{};
  std::array<std::size_t, 3> lengths{};
  std::size_t part = 0;
  char separator = 0;
  for (const char c : date) {
    if (is_digit(c)) {
      if (++lengths[part] > 8) return std::nullopt;
      numbers[part] = numbers[part] * 10 + (c - '0');
      continue;
    }
    if ((c != '/' && c != '-') || (separator != 0 && c != separator) || ++part == 3)
      return std::nullopt;
    separator = c;
  }
  const auto short_part = [&](std::size_t i) { return lengths[i] == 1 || lengths[i] == 2; };
  if (part == 2 && short_part(0) && short_part(1) && (lengths[2] == 2 || lengths[2] == 4))
    return Numbers{numbers[0], numbers[1]};
  if (part != 0 || lengths[0] != 8 || year_stands_first(numbers[0])) return std::nullopt;
  return Numbers{numbers[0] / 1'000'000, numbers[0] / 10'000 % 100};
}

}  // namespace

std::optional<DateOrder> date_order_named(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, DateOrder>, 3> all = {
      {{"mdy", DateOrder::mdy}, {"dmy", DateOrder::dmy}, {"ymd", DateOrder::ymd}}};
  for (const auto& [word, order] : all) {
    if (word == name) return order;
  }
  return std::nullopt;
}

bool year_stands_first(int eight_digits) {
  constexpr int first_century = 19, today = 20, last_day = 31;
  const int front = eight_digits / 1'000'000;
  const bool may_be_day = today < front && front <= last_day;
  return front >= first_century && !(may_be_day && is_month(eight_digits / 10'000 % 100));
}

bool needs_order(std::string_view date) { return numbers_of(date).has_value(); }

void DateOrders::see(std::size_t column, std::string_view date) {
  const std::optional<Numbers> numbers = numbers_of(date);
  if (!numbers) return;
  if (seen_.size() <= column) seen_.resize(column + 1);
  Seen& seen = seen_[column];
  const auto [first, second] = *numbers;
  seen.day_first = seen.day_first || (!is_month(first) && first <= 31 && is_month(second));
  seen.month_first = seen.month_first || (is_month(first) && !is_month(second) && second <= 31);
}

}  // namespace rothcheck::intake
