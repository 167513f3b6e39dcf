// A derivation as a numbered form, in words: every report that shows one shows these lines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/limits.hpp"
#include "model/source.hpp"
#include "model/worksheet.hpp"

namespace rothcheck::reports {

struct WrittenLine {
  int number = 0;
  std::string_view label;
  std::string amount;  // with a minus sign where it is taken away
  std::string basis;   // the lines it is made of, its clause, its law, its notice
  bool strong = false;
};

std::vector<WrittenLine> written_lines(const Worksheet& worksheet, const Sources& sources,
                                       const LimitTable& limits);

}  // namespace rothcheck::reports
