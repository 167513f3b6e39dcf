// The sums of a run, in a file, so that the runs on the pieces of a census can be put together.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>

#include "model/acp.hpp"
#include "model/brief_answer.hpp"
#include "model/finding.hpp"
#include "model/source.hpp"

namespace rothcheck::run {

void add(Summary& summary, const BriefAnswer& answer);
void add(Summary& summary, const Summary& other);

/// The sums of one plan and year.
struct Partial {
  std::string plan;
  int year = 0;
  Money annual_additions_limit;  // of the figures that the run took
  AcpTerms tested = {};          // how the plan is tested
  Summary summary = {};
  AcpSums acp = {};
};

/// Adds another piece. Says why not where the sums could not be kept in 64 bits.
std::optional<std::string> add(Partial& all, const Partial& piece);

void write_partial(const Partial& partial, std::ostream& out);
/// Empty, with findings, where the file is no such file.
std::optional<Partial> read_partial(const Sources& sources, std::uint16_t source,
                                    Findings& findings);

}  // namespace rothcheck::run
