// How an amount is spread over paychecks at the grain in which it can be elected: evenly, as early
// or as late as may be.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "checker/advice/period_match.hpp"
#include "model/election_facts.hpp"

namespace rothcheck::checker {

/// What one paycheck can hold: the pay that a percent is taken of, and the most that may go in.
struct Holds {
  Money counted, most;
};

/// An election in units of the grain: percents, tenths of a percent, or cents.
using Level = std::int64_t;

/// What a level comes to on a paycheck. A percent of pay goes to the nearest cent, as payroll takes
/// it.
Money amount_at(Grain grain, Level level, const Holds& holds);
Elected elected_at(Grain grain, Level level);
/// The highest level that the paycheck can hold.
Level highest_level(Grain grain, const Holds& holds);

struct Spread {
  /// One a paycheck.
  std::vector<Level> levels;
  Amounts amounts;
  /// Every paycheck is at the most that it may be, and the target is not reached.
  bool out_of_pay = false;
};

/// Elections that come to as much of `target` as the grain lets them, and never to a cent more.
/// Each paycheck first has its floor, as far as the target goes around. `even` is one level for
/// all, or two neighbouring ones, the higher first; in dollars, the last paycheck has the odd
/// cents.
Spread spread(Grain grain, Style style, Money target, const std::vector<Holds>& holds,
              const Amounts& floors);

/// The same where payroll stops at the target: the election is the next one up, and the paycheck
/// that reaches the target takes only what is left of it.
Spread spread_to_the_stop(Grain grain, Style style, Money target, const std::vector<Holds>& holds,
                          const Amounts& floors);

/// In dollars on the last paycheck: what would take what the grain has left over. Empty where that
/// paycheck cannot hold it.
std::optional<Money> last_in_dollars(Money target, const Spread& spread,
                                     const std::vector<Holds>& holds);

}  // namespace rothcheck::checker
