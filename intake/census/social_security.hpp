// Social Security numbers as keys of rows. They are never printed whole.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace rothcheck::intake {

struct SocialSecurity {
  enum class What : std::uint8_t {
    number,      // `text` has it as 987-65-4320
    masked,      // `***-**-4320`: for display, and no key
    unreadable,  //
    damaged      // `9.87654E+08`
  };
  What what = What::unreadable;
  std::string text = {};
  bool padded = false;        // had eight digits: the zero in front was lost
  bool never_issued = false;  // no such number exists
};

/// Reads `987-65-4320`, `987654320`, `987654320.0`; eight digits lost their zero in a spreadsheet.
SocialSecurity read_social_security(std::string_view text);
/// Whether nine digits are a number that nobody has.
bool was_never_issued(std::string_view digits);

}  // namespace rothcheck::intake
