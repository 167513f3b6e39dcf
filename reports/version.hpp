// The version of the program, for reports that name the tool they come from.
#pragma once

#include <string_view>

namespace rothcheck::reports {

/// `0.1.0`.
std::string_view program_version();

}  // namespace rothcheck::reports
