// The command line: what can be asked, and nothing else. The library that reads it is known in this
// folder only.
#pragma once

#include <functional>
#include <iosfwd>
#include <string>

#include "cli/console.hpp"
#include "cli/exit.hpp"

namespace rothcheck::cli::options {

/// What the command line asks for.
struct Asked {
  std::function<Exit(const Console&)> run;  // empty: the command line is already answered
  Exit exit = Exit::fine;                   // where there is nothing to run
  std::string color = "auto";
};

/// Help and version go to `out`, what is wrong with the command line to `err`.
Asked read(int argc, char** argv, std::ostream& out, std::ostream& err);

}  // namespace rothcheck::cli::options
