// Every permitted way of running the ACP test: the plan's own, and those beside it.
#pragma once

#include <vector>

#include "checker/acp/acp.hpp"
#include "checker/acp/counting.hpp"

namespace rothcheck::checker {

/// A way with what the report says of it.
struct NamedWay {
  Way way;
  AcpElection said;  // without figures
};

/// The plan's own way comes first.
std::vector<NamedWay> permitted_ways(const Checker::Ready& ready, const TestedPeople& people,
                                     const AcpOptions& options, bool lends);

}  // namespace rothcheck::checker
