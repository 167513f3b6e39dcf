// Words of the trade that the language has other words for: the very line to write, or why there is
// none.
#pragma once

#include <string_view>
#include <vector>

#include "model/finding.hpp"
#include "model/source.hpp"

namespace rothcheck::dsl {

/// One row of trade_words.def.
struct TradeWord {
  std::string_view words, slip, block, line, why;
};
const std::vector<TradeWord>& trade_words();

/// Tells the findings that stand at such a word what to write, in place of the nearest spelling.
void add_trade_words(std::string_view text, Findings& findings);

}  // namespace rothcheck::dsl
