// What a run ends with. The numbers are a contract with scripts; the larger one wins.
#pragma once

namespace rothcheck::cli {

enum class Exit : int {
  fine = 0,      // ran; nothing at or above the fail level
  findings = 1,  // ran; findings at or above it, or a failed expectation
  usage = 2,     // wrong usage or configuration
  unread =
      3,  // an input could not be read or parsed, or a result not be written; the rest was done
  internal = 4,      // we are wrong
  closed_pipe = 141  // whoever read standard output went away; what shells say of a program that a
                     // closed pipe ends
};

constexpr Exit worse(Exit a, Exit b) { return a < b ? b : a; }

}  // namespace rothcheck::cli
