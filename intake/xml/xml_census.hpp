// An XML participant file as large as it likes: a person at a time, and none of them kept.
#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "intake/bytes.hpp"
#include "intake/census.hpp"

namespace rothcheck::intake {

/// Calls `take` for each person in the order of the file. `begin` gives the bytes from the start,
/// and is called several times. The census has no participants. Empty where the file has to be read
/// whole, which tells why; `take` has not been called then.
std::optional<Census> read_xml_census(std::string_view path,
                                      const std::function<ByteSource()>& begin,
                                      const CensusOptions& options,
                                      const std::function<void(const Participant&)>& take);

}  // namespace rothcheck::intake
