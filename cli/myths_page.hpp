// The popular errors for people: on a terminal, and as docs/myths.md.
#pragma once

#include <iosfwd>
#include <string>

#include "cli/console.hpp"
#include "cli/exit.hpp"
#include "model/limits.hpp"

namespace rothcheck::cli {

/// `myths` for all of them, else one by number or name.
Exit explain_myths(const std::string& topic, const Console& console);
/// Whether `explain` is asked about them: `myths`, `myth-7` or the name of one.
bool is_about_myths(const std::string& topic);

void write_myths_page(const LimitTable& limits, std::ostream& out);

}  // namespace rothcheck::cli
