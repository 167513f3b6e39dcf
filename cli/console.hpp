// Where a command writes: results to one stream, what it has to say about its inputs to another.
#pragma once

#include <iosfwd>
#include <string_view>

#include "model/dates.hpp"

namespace rothcheck::cli {

struct Console {
  std::ostream& out;
  std::ostream& err;
  bool colour_out = false;
  bool colour_err = false;
  bool err_is_terminal = false;
  int width = 96;
};

/// Whether to write in colour: `always` and `never` beat everything, then NO_COLOR, FORCE_COLOR and
/// CLICOLOR_FORCE, CLICOLOR=0 and TERM=dumb; else colour is for terminals.
bool wants_colour(std::string_view option, bool is_terminal);
/// The width of the text format: the terminal's, between 60 and 100 columns; 96 where there is
/// none.
int text_width(int descriptor);

/// Today in UTC, or the day that SOURCE_DATE_EPOCH says, so that a run can be repeated. The only
/// clock of the program.
Date today();

}  // namespace rothcheck::cli
