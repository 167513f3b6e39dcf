// Text for XML, in elements and in attributes.
#pragma once

#include <string>
#include <string_view>

namespace rothcheck::reports {

/// `text` between tags: markup escaped, and what XML 1.0 has no way to write replaced by U+FFFD.
std::string xml_text(std::string_view text);
/// The same between quotation marks, where a bare line end would be read as a space.
std::string xml_attribute(std::string_view text);

}  // namespace rothcheck::reports
