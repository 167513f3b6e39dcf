// How a message calls a cell that cannot be read, without giving away what it says about a person.
#pragma once

#include <string>
#include <string_view>

#include "model/finding.hpp"
#include "model/participant.hpp"

namespace rothcheck::intake {

/// `found "$1,23" in pay, expected an amount such as 1234.50, not below zero`, with what may help
/// in the notes. Birth dates, amounts, names and numbers that look like a Social Security number
/// are described and not printed. `unfit` says what stands there where it is not text at all;
/// `advice` is what to do about it, where that is known.
Finding bad_cell(const FieldRow& row, std::string_view text, std::string_view unfit,
                 std::string_view advice = {});

}  // namespace rothcheck::intake
