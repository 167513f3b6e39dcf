// Popular errors, and what is right: the table of myths.def, its questions answered by the program.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/limits.hpp"
#include "model/money.hpp"

namespace rothcheck::run {

/// What one question of a claim came to.
struct MythAnswer {
  std::string_view label;       // what was asked, with the facts
  std::string text;             // "$47,500.00", "available"; empty where there is no answer
  std::optional<Money> amount;  // where it is one
  std::string source;           // the notice of a statutory figure
};

struct Myth {
  int number = 0;
  std::string_view name, claim, law;
  std::string fact;  // with the answers in it
  std::vector<MythAnswer> answers;

  std::string id() const { return "myth-" + std::to_string(number); }
};

/// How many rows the table has.
int myth_count();
/// The number of `myth-7`, `7` or a name; empty for anything else.
std::optional<int> myth_named(std::string_view topic);
/// One claim with its questions answered, by its number from 1.
Myth answered_myth(int number, const LimitTable& limits);

}  // namespace rothcheck::run
