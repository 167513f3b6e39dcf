// `rothcheck convert`: after-tax money turned into Roth money, and what of it is taxable.
#include "cli/strategy_output.hpp"

namespace rothcheck::cli {

Exit convert(const StrategyCommand& command, const Console& console) {
  return write_strategy(command, console,
                        [&command](const run::NamedFacts& facts, const LimitTable&) {
                          return run::convert_with(facts, command.year);
                        });
}

}  // namespace rothcheck::cli
