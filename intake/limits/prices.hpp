// Files of consumer prices: a line a month.
#pragma once

#include <cstdint>

#include "model/finding.hpp"
#include "model/price_index.hpp"
#include "model/source.hpp"

namespace rothcheck::intake {

/// The prices that are compiled into the program.
Prices embedded_prices_by_month();

/// Adds the months of a file, in place of those that are there. Its head names the columns:
/// `Month` or `Date`, then `CPI-U` (or `Index`), `C-CPI-U`; lines that begin with `#` are comments.
/// Nothing of it is taken when it has an error.
Findings read_prices(const Sources& sources, std::uint16_t source, Prices& into);

}  // namespace rothcheck::intake
