// Headers as real files write them, brought to one form that aliases can be looked up by.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rothcheck::intake {

/// `Birth_Date_(MM/DD/YYYY)` is `birth date`, `Employee #` is `employee number`, `401(k)` is
/// `401k`: lower case, one blank between words, format hints in brackets left out. `%` becomes a
/// word, because a column of percents is not one of amounts.
std::string plain_header(std::string_view header);

/// The plain header without a leading `employee`, `ee` or `participant`; empty when it has none.
std::string_view without_employee(std::string_view plain);

/// A plain header that names a year: `hours worked 2022`.
struct DatedHeader {
  std::string rest;  // "hours worked"
  int year;
};
std::optional<DatedHeader> year_in_header(std::string_view plain);

}  // namespace rothcheck::intake
