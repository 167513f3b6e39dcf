// Text that a spreadsheet would run.
#pragma once

#include <string_view>

namespace rothcheck {

/// Whether a cell that begins so is run: with one of the signs, the last four being their
/// full-width forms.
inline bool runs_as_a_formula(std::string_view text) {
  for (const std::string_view start : {"=", "+", "-", "@", "\t", "\r", "\n", "\xEF\xBC\x9D",
                                       "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"}) {
    if (text.starts_with(start)) return true;
  }
  return text.starts_with('\0');
}

}  // namespace rothcheck
