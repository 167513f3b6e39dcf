// Number formats of a workbook: what a stored number is shown as.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "intake/xml/xml.hpp"

namespace rothcheck::intake {

struct NumberFormat {
  enum class Kind : std::uint8_t {
    number,
    percent,
    date,
    time,    // hours, minutes and seconds only
    digits,  // a number that is a name: 000-00-0000 for a Social Security number
  };
  Kind kind = Kind::number;
  std::string picture;  // of `digits`: a `0` for each digit, everything else as itself

  friend bool operator==(const NumberFormat&, const NumberFormat&) = default;
};

/// Reads a format code such as `m/d/yyyy;@`. Of its sections the first counts, for numbers above
/// zero.
NumberFormat format_of_code(std::string_view code);

/// The formats of a workbook's cells, by the number that a cell gives as its style.
class CellFormats {
 public:
  /// Reads styles.xml as far as it can be read; a style that is not there is a plain number.
  void read(const ByteSource& styles);

  const NumberFormat& of(std::size_t style) const;

 private:
  std::vector<NumberFormat> formats_;
};

}  // namespace rothcheck::intake
