// What was made of a column, for people who want to see the mapping that was used.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace rothcheck::intake {

struct ColumnUse {
  enum class How : std::uint8_t { used, left_out, asked };
  int column;          // from 1
  std::string letter;  // "C", as spreadsheets call it
  std::string header;  // as the file has it; private where the file has no header
  How how;
  std::string field;           // "pay", "id"; empty where it is not used
  std::string why;             // "named so"; what it may be, where it is asked
  std::string_view unit = {};  // "percent", where the user says so
};

}  // namespace rothcheck::intake
