// Data-driven cases: `[[case]]` of a TOML file, the format of `rothcheck test --cases`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/finding.hpp"
#include "model/participant.hpp"
#include "model/plan.hpp"
#include "model/source.hpp"

namespace rothcheck::intake {

struct Case {
  std::string id, command, source, note;
  int year = 0;
  std::string plan;  // plan text, inline
  Span plan_at;      // of the text inside the quotes; not somewhere when the case names a file
  std::string
      plan_file;  // `plan_file = "..."`, relative to the case file, where the plan is not inline
  std::vector<Participant> participants;
  std::vector<std::pair<std::string, std::string>> with;
  std::vector<Expectation> expectations;  // key as written: "p.room"
  Money tolerance;
  std::string
      limits_file;  // relative to the case file; empty where the program's own figures serve
  std::string
      waits;  // what it waits for: it does not hold yet, and must not be taken for one that does
  bool unread = false;  // it waits, and its facts or words cannot even be read yet
  Span where;           // the [[case]] line
};

/// Reads every case of a source that `sources` holds.
Outcome<std::vector<Case>> read_cases(const Sources& sources, std::uint16_t source);

}  // namespace rothcheck::intake
