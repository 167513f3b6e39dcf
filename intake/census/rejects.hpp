// The rows that were left out, as they were, for mending.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

namespace rothcheck::intake {

struct Reject {
  std::uint64_t line;
  std::vector<std::string> reasons;
  std::vector<std::string> cells;  // as the file has them, without the quotation marks around them
};

/// CSV: the line and the reasons in front of the columns of the file. A cell that a spreadsheet
/// would take for a formula is defused.
void write_rejects(const std::vector<std::string>& headers, const std::vector<Reject>& rejects,
                   std::ostream& out);

}  // namespace rothcheck::intake
