// Text in Markdown, where nothing of an input may be a link, a mention, markup or a new cell.
#pragma once

#include <string>
#include <string_view>

namespace rothcheck::reports {

std::string markdown_text(std::string_view text);
/// As code: in it only its own mark and the border of a cell mean anything.
std::string markdown_code(std::string_view text);

}  // namespace rothcheck::reports
