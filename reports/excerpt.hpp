// A line of a source as it is shown under a finding, with what is to be marked in it.
#pragma once

#include <string>
#include <string_view>

namespace rothcheck::reports {

/// A line without tabs, and the columns of one stretch of it, from 0.
struct Excerpt {
  std::string line;
  int from = 0, length = 1;
};

/// Safe to print, and cut around the stretch where the line is very long. `first` and `last` count
/// code points from 1; a byte order mark is neither counted nor shown.
Excerpt excerpt(std::string_view line, int first, int last);

}  // namespace rothcheck::reports
