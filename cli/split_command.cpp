// `rothcheck split`: a distribution over several destinations.
#include "cli/strategy_output.hpp"

namespace rothcheck::cli {

Exit split(const StrategyCommand& command, const Console& console) {
  return write_strategy(command, console, [](const run::NamedFacts& facts, const LimitTable&) {
    return run::split_with(facts);
  });
}

}  // namespace rothcheck::cli
