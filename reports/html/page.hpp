// The frame of every page: a head whose policy lets nothing in but the page's own style and script,
// the symbols, and the foot.
#pragma once

#include <string_view>

#include "reports/html/writer.hpp"

namespace rothcheck::reports {

struct PageParts {
  std::string_view title;
  std::string_view style;
  std::string_view script;  // empty for a page that has none
};

/// Up to the opening of the body.
void begin_page(Html& html, const PageParts& parts);
void end_page(Html& html, const PageParts& parts);

// The texts of the folder's .css and .js files; the build puts them here.
extern const std::string_view report_style, report_script, card_style, letter_style;

}  // namespace rothcheck::reports
