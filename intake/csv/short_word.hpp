// A word that many cells are compared with.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "intake/csv/plain_cell.hpp"

namespace rothcheck::intake {

/// Compared at once where it has at most eight letters, as almost all words for nothing have. No
/// text is an empty one.
class ShortWord {
 public:
  ShortWord() = default;
  explicit ShortWord(std::string_view text) : text_{text} {
    if (text.empty() || text.size() > sizeof(plain::Word)) return;
    mask_ = ~plain::Word{0} >> 8 * (sizeof(plain::Word) - text.size());
    text.copy(reinterpret_cast<char*>(&word_), text.size());
  }

  /// Whether the text, which must be readable for a word, is this one.
  bool is(std::string_view text) const {
    if (text.size() != text_.size() || text.empty()) return false;
    return mask_ != 0 ? ((plain::word_at(text.data()) ^ word_) & mask_) == 0 : text == text_;
  }

 private:
  plain::Word word_ = 0, mask_ = 0;
  std::string text_;
};

}  // namespace rothcheck::intake
