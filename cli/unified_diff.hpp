// The lines in which two texts differ, as `diff -u` shows them.
#pragma once

#include <string>
#include <string_view>

namespace rothcheck::cli {

/// Empty when the texts are the same. `path` names both sides.
std::string unified_diff(std::string_view path, std::string_view before, std::string_view after);

}  // namespace rothcheck::cli
