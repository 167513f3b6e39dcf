// Text from people's files as messages may print it: short, on one line, without Social Security
// numbers.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rothcheck::intake {

/// At most `most` characters of `text`. Control characters and bytes that are not UTF-8 become `?`;
/// of a Social Security number, and of nine or more digits in a row, dashes and spaces between them
/// allowed, only the last four are kept.
std::string shown(std::string_view text, std::size_t most);

/// The same in quotation marks.
std::string quoted(std::string_view text, std::size_t most);

/// Text without the blanks around it, a no-break space being one.
std::string_view trimmed(std::string_view text);

/// How many bytes at the start of `text` are well-formed UTF-8.
std::size_t utf8_length(std::string_view text);
/// Whether all of them are.
bool is_utf8(std::string_view text);

/// Whether `text` has a Social Security number, or nine or more digits in a row, dashes and spaces
/// between them allowed.
bool has_long_number(std::string_view text);

}  // namespace rothcheck::intake
