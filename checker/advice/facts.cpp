// What the strategies need of the facts given.
#include "checker/advice/facts.hpp"

#include <fmt/format.h>

#include "checker/findings.hpp"

namespace rothcheck::checker {

void say_missing(std::string_view name, std::string_view what, Findings& findings) {
  findings.push_back({&finding::fact_missing, fmt::format("{} needs {}", what, name)});
  findings.back().notes.push_back({fmt::format("give --with {}=...", name)});
}

void hold(Money part, std::string_view part_name, Money whole, std::string_view whole_name,
          Findings& findings) {
  if (part <= whole) return;
  findings.push_back(
      {&finding::facts_disagree, fmt::format("{} {} is more than {} {}", part_name, to_string(part),
                                             whole_name, to_string(whole))});
}

}  // namespace rothcheck::checker
