// `rothcheck backdoor`: the Roth IRA limit of a year, and the tax on converting a traditional IRA.
#include "cli/strategy_output.hpp"

namespace rothcheck::cli {

Exit backdoor(const StrategyCommand& command, const Console& console) {
  return write_strategy(command, console,
                        [&command](const run::NamedFacts& facts, const LimitTable& limits) {
                          return run::backdoor_with(facts, command.year, limits);
                        });
}

}  // namespace rothcheck::cli
