// Even, early and late, at a grain.
#include "checker/advice/spread.hpp"

#include <algorithm>

#include "model/search.hpp"

namespace rothcheck::checker {

namespace {

/// One unit of the grain as a part of pay; nothing for dollars, whose unit is a cent.
Rate unit_of(Grain grain) {
  switch (grain) {
    case Grain::percent:
      return Rate{1, 100};
    case Grain::tenths:
      return Rate{1, 1000};
    case Grain::dollars:
      return Rate{};
  }
  return Rate{};
}

class Spreading {
 public:
  Spreading(Grain grain, Money target, const std::vector<Holds>& holds, const Amounts& floors)
      : grain_{grain}, target_{target}, holds_{holds} {
    for (std::size_t i = 0; i < holds.size(); ++i) {
      highest_.push_back(highest_level(grain, holds[i]));
      floors_.push_back(std::min(level_reaching(i, floors[i]), highest_[i]));
    }
    // What does not go around is no floor.
    if (total(floors_) > target) floors_.assign(holds.size(), 0);
  }

  std::vector<Level> even() const {
    Level high = 0;
    for (const Level level : highest_) high = std::max(high, level);
    const Level low =
        largest_for_which(0, high, [&](Level level) { return total(all_at(level)) <= target_; });
    std::vector<Level> levels = all_at(low);
    // What does not divide goes on the last paycheck in cents, where it holds them.
    if (grain_ == Grain::dollars && !levels.empty()) {
      const Level last = levels.back() + (target_ - total(levels)).in_cents();
      if (last <= highest_.back()) {
        levels.back() = last;
        return levels;
      }
    }
    // The first of them one unit higher, as far as that goes.
    for (std::size_t i = 0; i < levels.size(); ++i) {
      const Level higher = between(i, low + 1);
      if (!fits(levels, i, higher)) break;
      levels[i] = higher;
    }
    return levels;
  }

  std::vector<Level> early() const {
    std::vector<Level> levels = floors_;
    for (std::size_t i = 0; i < levels.size(); ++i) raise(levels, i);
    return levels;
  }

  std::vector<Level> late() const {
    std::vector<Level> levels = floors_;
    for (std::size_t i = levels.size(); i > 0; --i) raise(levels, i - 1);
    return levels;
  }

  Money at(std::size_t i, Level level) const { return amount_at(grain_, level, holds_[i]); }
  Level highest(std::size_t i) const { return highest_[i]; }

 private:
  Level between(std::size_t i, Level level) const {
    return std::clamp(level, floors_[i], highest_[i]);
  }

  std::vector<Level> all_at(Level level) const {
    std::vector<Level> levels;
    for (std::size_t i = 0; i < holds_.size(); ++i) levels.push_back(between(i, level));
    return levels;
  }

  Money total(const std::vector<Level>& levels) const {
    Money sum;
    for (std::size_t i = 0; i < levels.size(); ++i) sum += at(i, levels[i]);
    return sum;
  }

  bool fits(const std::vector<Level>& levels, std::size_t i, Level level) const {
    return total(levels) - at(i, levels[i]) + at(i, level) <= target_;
  }

  /// The lowest level that comes to `amount`.
  Level level_reaching(std::size_t i, Money amount) const {
    return smallest_for_which(0, highest_[i] + 1,
                              [&](Level level) { return at(i, level) >= amount; });
  }

  /// The highest level of one paycheck that the target lets it have beside the others.
  void raise(std::vector<Level>& levels, std::size_t i) const {
    levels[i] = largest_for_which(levels[i], highest_[i],
                                  [&](Level level) { return fits(levels, i, level); });
  }

  Grain grain_;
  Money target_;
  const std::vector<Holds>& holds_;
  std::vector<Level> highest_, floors_;
};

std::vector<Level> levels_of(const Spreading& spreading, Style style) {
  switch (style) {
    case Style::even:
      return spreading.even();
    case Style::front:
      return spreading.early();
    case Style::late:
      return spreading.late();
  }
  return {};
}

}  // namespace

Money amount_at(Grain grain, Level level, const Holds& holds) {
  if (grain == Grain::dollars) return lesser(Money::cents(level), holds.most);
  return lesser(portion(Rate::whole(level) * unit_of(grain), holds.counted, Round::nearest),
                holds.most);
}

Elected elected_at(Grain grain, Level level) {
  if (grain == Grain::dollars) return {Money::cents(level)};
  return {Rate::whole(level) * unit_of(grain)};
}

Level highest_level(Grain grain, const Holds& holds) {
  if (grain == Grain::dollars) return holds.most.in_cents();
  const Rate unit = unit_of(grain);
  if (holds.counted == Money{}) return 0;
  // A level above the whole of pay is none, and one that the paycheck cannot pay is none either.
  Level level =
      std::min<Level>(unit.denominator(), divide(Wide{holds.most.in_cents()} * unit.denominator(),
                                                 holds.counted.in_cents(), Round::up));
  while (level > 0 &&
         portion(Rate::whole(level) * unit, holds.counted, Round::nearest) > holds.most) {
    --level;
  }
  return level;
}

Spread spread(Grain grain, Style style, Money target, const std::vector<Holds>& holds,
              const Amounts& floors) {
  const Spreading spreading{grain, target, holds, floors};
  Spread found{levels_of(spreading, style), {}, true};
  for (std::size_t i = 0; i < holds.size(); ++i) {
    found.amounts.push_back(spreading.at(i, found.levels[i]));
    if (found.levels[i] < spreading.highest(i)) found.out_of_pay = false;
  }
  if (sum_of(found.amounts) == target) found.out_of_pay = false;
  return found;
}

Spread spread_to_the_stop(Grain grain, Style style, Money target, const std::vector<Holds>& holds,
                          const Amounts& floors) {
  Spread found = spread(grain, style, target, holds, floors);
  if (sum_of(found.amounts) == target) return found;
  // One unit more where the style would put it next, and payroll stops at the target.
  const Level least = *std::min_element(found.levels.begin(), found.levels.end());
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < holds.size(); ++i) order.push_back(i);
  if (style == Style::late) std::reverse(order.begin(), order.end());
  for (const std::size_t i : order) {
    if (found.levels[i] >= highest_level(grain, holds[i])) continue;
    if (style == Style::even && found.levels[i] > least) continue;
    ++found.levels[i];
    break;
  }
  Money gone;
  for (std::size_t i = 0; i < holds.size(); ++i) {
    const Money amount = amount_at(grain, found.levels[i], holds[i]);
    found.amounts[i] = lesser(amount, remainder(target, gone));
    gone += found.amounts[i];
  }
  return found;
}

std::optional<Money> last_in_dollars(Money target, const Spread& spread,
                                     const std::vector<Holds>& holds) {
  const Money left = remainder(target, sum_of(spread.amounts));
  if (left == Money{} || holds.empty()) return std::nullopt;
  const Money last = spread.amounts.back() + left;
  return last <= holds.back().most ? std::optional{last} : std::nullopt;
}

}  // namespace rothcheck::checker
