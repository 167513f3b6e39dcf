// Whether a text is a file of people, for whoever expects another kind of file.
#pragma once

#include <string_view>

namespace rothcheck::intake {

/// A workbook, participants in XML or TOML, or a table with a header of people or with rows like
/// those of people. A text in which plans are written never is.
bool looks_like_participants(std::string_view bytes);

}  // namespace rothcheck::intake
