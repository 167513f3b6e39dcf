// Amounts in the words of reports.
#include "reports/amounts.hpp"

namespace rothcheck::reports {

std::string amount_words(Range range) {
  return is_boundless(range.most) ? to_string(range.least) + " or more" : to_string(range);
}

}  // namespace rothcheck::reports
