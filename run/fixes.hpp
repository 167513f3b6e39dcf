// Mending a plan text by the fixes of its findings, each of them proved before it is kept.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/finding.hpp"
#include "run/lint_text.hpp"

namespace rothcheck::run {

/// The text with the edits made. They must not overlap; those at one place stand in their order.
std::string with_edits(std::string_view text, const std::vector<Edit>& edits);

struct FixedText {
  std::string text;
  int made = 0;
};

/// Makes the safe fixes, or all. A safe fix is kept only if its finding is gone, no other has come
/// up, and every scenario and every plan has the answer it had; an unsafe one only if the text can
/// still be read and its finding is gone.
FixedText fix_text(std::string_view path, std::string_view text, const LintOptions& options,
                   bool unsafe_too);

}  // namespace rothcheck::run
