// Which law and which notice stand behind a line of a derivation.
#pragma once

#include <string>
#include <string_view>

#include "model/limits.hpp"
#include "model/worksheet.hpp"

namespace rothcheck::reports {

/// The section that the line rests on; empty where the plan or the census decides.
std::string_view law_behind(const Line& line);
/// Where the line's statutory figure was published; empty where it rests on none.
std::string notice_behind(const Line& line, const LimitTable& limits);
/// Where the figures of a year were published, named by its annual additions limit.
std::string_view source_of_year(const YearFigures& year);

}  // namespace rothcheck::reports
