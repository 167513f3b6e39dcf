// Participant files to participants.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/finding.hpp"
#include "model/participant.hpp"

namespace rothcheck::intake {

struct Census {
  std::vector<Participant> participants;  // in the order of the file
  std::int64_t rows_rejected = 0;
  Findings findings;  // about the file, its columns and its rows; a bad row never hides a good one
  bool readable = true;  // false when nothing could be made of the file at all
};

/// Reads a participant file from its text; `path` decides nothing but what messages say, the text
/// itself tells the format: TOML with `[[participant]]`, or CSV with any of the usual separators.
Census read_census(std::string_view path, std::string_view text);

}  // namespace rothcheck::intake
