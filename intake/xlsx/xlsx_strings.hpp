// The texts that the cells of a workbook share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/xml/xml.hpp"

namespace rothcheck::intake {

/// A text in a workbook: plain, or in runs of different looks; hints for the pronunciation are no
/// part of it.
class RichText {
 public:
  void clear();
  /// Inside a `<si>` or `<is>`.
  void open(std::string_view tag);
  void text(std::string_view piece);
  void close(std::string_view tag);

  /// With `_x000D_` and the like made the characters they stand for.
  std::string_view value();

 private:
  std::string text_;
  bool in_text_ = false, in_hint_ = false;
};

class SharedStrings {
 public:
  /// False when there is more text than a table of participants has.
  bool read(const ByteSource& strings);

  std::optional<std::string_view> at(std::size_t index) const;

 private:
  std::string texts_;
  std::vector<std::size_t> ends_;
};

}  // namespace rothcheck::intake
