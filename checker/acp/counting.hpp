// What of an employee's money a way of running the test counts.
#pragma once

#include "checker/acp/test_parts.hpp"

namespace rothcheck::checker {

/// One way of running the ACP test.
struct Way {
  Grouping grouping;
  MatchLeftOut left_out = {};
  bool extras = false;  // qualified nonelective contributions, and deferrals that are lent
  bool lends = false;   // of these, the deferrals
};

/// The money that counts in the ACP test this way.
Counting acp_counting(const TestedPeople& people, const Way& way);

/// The money that counts in the ADP test: deferrals without catch-up, and without what is lent.
Counting adp_counting(bool lends);

/// The match that counts of so much: what is made for few is cut, and then what may be left out.
using MatchCounting = std::function<Money(const TestedEmployee&, Money match)>;
MatchCounting match_counting(const TestedPeople& people, const MatchLeftOut& left_out);

}  // namespace rothcheck::checker
