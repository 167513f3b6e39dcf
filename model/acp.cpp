// Averages and words of the ACP test.
#include "model/acp.hpp"

namespace rothcheck {

Hundredths AcpGroup::average() const {
  // Each ratio is rounded first, then their average, to the nearest hundredth.  Treas.
  // Reg. 1.401(m)-2(a)(2), (3)
  return {count == 0 ? 0 : divide(ratio_sum, count, Round::nearest)};
}

std::string_view to_string(AcpResult result) {
  switch (result) {
    case AcpResult::pass:
      return "pass";
    case AcpResult::fail:
      return "fail";
    case AcpResult::exempt:
      return "exempt";
    case AcpResult::undetermined:
      return "undetermined";
  }
  return "";
}

}  // namespace rothcheck
