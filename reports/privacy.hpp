// How an id is shown. A Social Security number is never printed whole.
#pragma once

#include <string>
#include <string_view>

namespace rothcheck::reports {

/// The id as results carry it: as the participant file has it, with any Social Security number in
/// it as `***-**-1234`.
std::string shown_id(std::string_view id);
/// The id as messages carry it: its last four characters.
std::string short_id(std::string_view id);

}  // namespace rothcheck::reports
