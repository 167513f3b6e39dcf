// What kind of participant file a text is, from the text itself.
#pragma once

#include <cstdint>
#include <string_view>

namespace rothcheck::intake {

enum class FileKind : std::uint8_t { csv, toml, xml, workbook, other };

/// CSV unless the text says otherwise.
FileKind file_kind(std::string_view text);

/// `this is a PDF, not a table of participants`: for a file of kind `other`.
std::string_view description_of_other(std::string_view text);

}  // namespace rothcheck::intake
