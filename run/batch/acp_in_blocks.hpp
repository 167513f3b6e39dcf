// The ACP test of a long file: its people one by one, of most of whom only the sums are kept.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "checker/acp/acp.hpp"
#include "run/batch/block_file.hpp"

namespace rothcheck::run {

struct AcpJob {
  const checker::Checker& checker;
  checker::AcpOptions options;
  FileInBlocks file;
  /// A smaller file is held in memory whole, where more is solved.
  std::uint64_t least_size = std::uint64_t{1} << 24;
};

struct AcpInBlocks {
  std::optional<AcpReport> report;  // none where the file could not be read
  intake::Census census;            // all but the participants
  std::string unread_because;
};

/// Empty where everybody has to be at hand: then the file has to be read whole.
std::optional<AcpInBlocks> acp_in_blocks(const AcpJob& job);

/// What the test leaves of a room, by the row of its person.
struct RoomOfRow {
  std::uint64_t row;
  Money room;
};
using RoomsOfRows = std::vector<RoomOfRow>;  // by row

struct RoomsInBlocks {
  AcpOutcome outcome;
  std::optional<RoomsOfRows> rooms;  // none where there is no test, or it is not settled
};

/// Empty where the file has to be read whole, or cannot be read.
std::optional<RoomsInBlocks> rooms_in_blocks(const AcpJob& job);

}  // namespace rothcheck::run
