// Heads of columns that no field takes, and that still decide money or who is who.
#pragma once

#include <string_view>

namespace rothcheck::intake {

/// What a column that nobody knows may tell, by the words of its plain head: money of the plan, who
/// is highly compensated, or the pay date of a register. Empty where it is none of these, as state
/// tax and a pay group are.
std::string_view may_tell(std::string_view plain_header);

}  // namespace rothcheck::intake
