// Many people at once: rows in, CSV rows out, a block at a time on every core, or an XML file a
// person at a time. Memory does not grow with the number of rows, and no byte depends on the number
// of threads or the size of blocks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "checker/judge/check.hpp"
#include "intake/census.hpp"
#include "model/acp.hpp"
#include "reports/check_csv.hpp"
#include "reports/tally.hpp"
#include "run/batch/acp_in_blocks.hpp"

namespace rothcheck::run {

struct BatchJob {
  const Plan& plan;
  const checker::Checker& checker;
  std::ostream& rows;        // what is written where `output` is empty
  std::string participants;  // a path; `-` for standard input
  intake::CensusOptions options;
  std::string output;  // a path; empty for standard output
  reports::CsvColumns columns;
  std::string plan_file = {};
  std::string id_key = {};  // for `id_hash`
  bool sums_for_acp = false;
  const RoomsOfRows* rooms_after_acp = nullptr;  // where they are asked for
  /// Not 0: in place of rows the tally of all, and so many people, for a page that shows those.
  std::size_t most_kept = 0;
  Date as_of = {};                                     // the day on which waivers are judged
  std::ostream* progress = nullptr;                    // a terminal, where there is one
  unsigned threads = 0;                                // 0: one for each core
  std::size_t block_size = 0;                          // 0: what fits the number of threads
  std::size_t most_read_whole = std::size_t{1} << 20;  // a pipe with less is no stream
};

/// What there is to say of many people together.
struct BatchTotals {
  Summary summary;
  AcpSums acp;                      // where they are asked for
  std::optional<Severity> gravest;  // of the findings on people
  bool masked_ids = false;          // one at least is shown otherwise than it is

  void add(const BatchTotals& others);
};

struct BatchResult {
  BatchTotals totals;
  reports::Tally tally;                           // where people are kept
  std::vector<Participant> kept;                  // in the order of the file
  intake::Census census;                          // all but the participants
  std::string unread_because, unwritten_because;  // why reading or writing failed
};

/// Empty where the file has to be read whole; nothing has been written then. `beginning` has
/// the bytes that were read from a pipe to find that out.
std::optional<BatchResult> check_in_batches(const BatchJob& job, std::string& beginning);

/// Whether a plan's people can be looked at one by one.
bool takes_batches(const Plan& plan);

}  // namespace rothcheck::run
