// The test of people who were taken one by one.
#pragma once

#include "checker/acp/corrections.hpp"

namespace rothcheck::checker {

/// As `acp_test` of a census; the sums of the others must suffice. `facts_of` finds people again.
AcpReport acp_test(const Checker& checker, TestedPeople people, const FactsOf& facts_of,
                   const AcpOptions& options);

/// As `rooms_after_acp` of a census, people by their numbers.
std::optional<RoomsAfterAcp> rooms_after_acp(const Checker& checker, TestedPeople people,
                                             const AcpOptions& options);

/// Whether the sums of the others settle all that is asked.
bool sums_settle(const Checker& checker, const TestedPeople& people, const AcpOptions& options);

}  // namespace rothcheck::checker
