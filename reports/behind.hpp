// What stands behind a report: the files that were read, and the rows of the participant file that
// could not be used, as the spreadsheet shows them, and what changes of the plan would do.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/advice.hpp"

namespace rothcheck::reports {

struct InputFile {
  std::string_view role;  // "plan", "participants"
  std::string path;
  std::string sha256;  // empty where the bytes went by, as through a pipe
};

/// A column of the participant file that something was read from.
struct SheetColumn {
  std::string letter, header, field;
};

/// A row that no figure has in it.
struct LeftOutRow {
  std::uint64_t row = 0;
  std::vector<std::string> reasons;
  std::vector<std::string> cells;  // one a column of the sheet; none where they are not at hand
  std::vector<std::size_t> wrong;  // indexes of those that the reasons are about
};

struct Behind {
  std::vector<InputFile> files;
  std::vector<SheetColumn> columns;
  std::vector<LeftOutRow> left_out;  // the first ones
  std::string csv;                   // the file of the same run that has everybody; empty for none
  std::vector<PlanAdvice> advice;    // one a plan, where changes were tried
};

}  // namespace rothcheck::reports
