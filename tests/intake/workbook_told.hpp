// Workbooks for tests, told as they are read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "intake/record.hpp"
#include "tests/intake/told.hpp"
#include "tests/intake/workbook_file.hpp"

namespace rothcheck::intake {

inline Told told_of(const std::string& bytes, std::string_view sheet = {}) {
  Told told;
  read_workbook(bytes, sheet, told.sink());
  return told;
}

/// A row of inline texts.
inline std::string row(int number, const std::vector<std::string>& texts,
                       const std::string& extra = "") {
  std::string cells;
  char column = 'A';
  for (const std::string& text : texts) {
    cells += std::string{"<c r=\""} + column++ + std::to_string(number) +
             "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }
  return "<row r=\"" + std::to_string(number) + "\" " + extra + ">" + cells + "</row>";
}

}  // namespace rothcheck::intake
