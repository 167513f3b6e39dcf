// How an id is shown. A Social Security number is never printed whole.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace rothcheck::reports {

/// The id as results carry it: as the participant file has it, with any Social Security number in
/// it as `***-**-1234`.
std::string shown_id(std::string_view id);
/// Whether that is another text than the id, so that two people may look alike.
bool is_masked(std::string_view id);
/// The same for people to read: where it is masked, with the row of the participant file that leads
/// back to the person, 0 for none.
std::string shown_id(std::string_view id, std::uint64_t row);
/// The id as messages carry it: its last four characters.
std::string short_id(std::string_view id);

}  // namespace rothcheck::reports
