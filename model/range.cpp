// Writing ranges.
#include "model/range.hpp"

namespace rothcheck {

std::string to_string(Range range) {
  return range.settled() ? to_string(range.least)
                         : to_string(range.least) + " to " + to_string(range.most);
}

}  // namespace rothcheck
