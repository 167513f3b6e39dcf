// The answers for every way to read what a plan does not say about the time of its match.
#pragma once

#include "checker/advice/election_year.hpp"
#include "model/election.hpp"

namespace rothcheck::checker {

/// Whether the match's amount can be worked out from contributions and pay.
bool is_formula(const MatchTerm& match);

/// An answer for each reading that makes a difference, the one with the most match first. Readings
/// that come to the same are one.
std::vector<ElectionReading> all_readings(const Plan& plan, const ElectionYear& year,
                                          const ElectionFacts& facts, bool match_stated);

/// The first reading of the answer whose chosen elections hold to the limits under every reading.
std::optional<std::size_t> safe_reading(const Plan& plan, const ElectionYear& year,
                                        const ElectionAnswer& answer, bool match_stated);

/// Whether two sets of readings come to the same elections and the same match.
bool same_amounts(const std::vector<ElectionReading>& a, const std::vector<ElectionReading>& b);

}  // namespace rothcheck::checker
