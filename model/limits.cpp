// The table of statutory figures.
#include "model/limits.hpp"

#include <cassert>
#include <mutex>
#include <utility>

namespace rothcheck {
namespace {

// The types that limits.def names, as `LimitType`.
namespace limit_type {
constexpr LimitType Money = LimitType::money;
constexpr LimitType Rate = LimitType::rate;
constexpr LimitType Range = LimitType::range;
}  // namespace limit_type

}  // namespace

const std::vector<LimitRow>& limit_rows() {
  static const std::vector<LimitRow> rows = {
#define LIMIT(key, type, since, law, label) \
  {LimitKey::key, #key, limit_type::type, since, law, label},
#include "model/limits.def"
#undef LIMIT
  };
  return rows;
}

const LimitRow& limit_row(LimitKey key) { return limit_rows()[static_cast<std::size_t>(key)]; }

std::optional<Money> YearFigures::money(LimitKey key) const {
  const std::optional<Figure>& figure = (*this)[key];
  if (!figure) return std::nullopt;
  return std::get<Money>(figure->value);
}

Rate YearFigures::rate(LimitKey key) const {
  const std::optional<Figure>& figure = (*this)[key];
  assert(figure && "a year's limits state every rate");
  return std::get<Rate>(figure->value);
}

const YearFigures* LimitTable::find(int year) const {
  const auto found = years_.find(year);
  if (found == years_.end()) return nullptr;
  auto& [figures, read] = found->second;
  // Several plans are looked at side by side, and ask for the same years. Nobody asks so often that
  // one lock for all tables would be felt.
  static std::mutex reading;
  const std::lock_guard lock{reading};
  if (read) figures = std::exchange(read, nullptr)();
  return &figures;
}

YearFigures& LimitTable::at(int year) {
  find(year);
  return years_[year].figures;
}

void LimitTable::add_later(int year, std::function<YearFigures()> read) {
  years_[year] = {{}, std::move(read)};
}

std::vector<int> LimitTable::years() const {
  std::vector<int> years;
  for (const auto& [year, figures] : years_) years.push_back(year);
  return years;
}

}  // namespace rothcheck
