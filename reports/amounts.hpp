// Amounts in the words of reports.
#pragma once

#include <string>

#include "model/range.hpp"

namespace rothcheck::reports {

/// While pay is not known nothing bounds it; what the arithmetic makes of that is no amount to
/// show.
constexpr bool is_boundless(Money amount) { return amount > 1'000'000'000_usd; }

/// `$1,000.00`, `$0.00 to $1,000.00`, `$0.00 or more`.
std::string amount_words(Range range);

}  // namespace rothcheck::reports
