// One run of a test: who is compared with whom, by what they have in it.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "checker/acp/acp_range.hpp"
#include "checker/acp/tested_people.hpp"
#include "checker/law/excess_contributions.hpp"

namespace rothcheck::checker {

/// What an employee has in the test, what it can be while facts are open, and what of it can be
/// paid back.
struct CountedMoney {
  Money stated, least, most, most_back;
};
struct Counting {
  std::function<CountedMoney(const TestedEmployee&)> of;
  std::function<RatioSums(const OtherEmployees&)> of_others;  // of whom there are the sums alone

  CountedMoney operator()(const TestedEmployee& employee) const { return of(employee); }
};

/// How the groups are made.
struct Grouping {
  Excludables excludables = Excludables::together;
  bool prior_year = false;
  std::optional<Hundredths> prior_nhce = {};
};

/// A test of its own: of everybody, or of one part of them.
struct TestPart {
  AcpPart figures;
  OpenTest open;
  std::vector<const TestedEmployee*> nhces, hces;  // as far as it is told that they are
};

/// The tests that must all be passed, one or two.
std::vector<TestPart> test_parts(const TestedPeople& people, const Grouping& grouping,
                                 const Counting& counting);

AcpResult result_of(const std::vector<TestPart>& parts);

/// What must go back.
struct TestCorrection {
  Money excess;
  struct Refund {
    const TestedEmployee* employee;
    Money amount;
  };
  std::vector<Refund> refunds;  // the largest first
};
TestCorrection correction_of(const TestedPeople& people, const std::vector<TestPart>& parts,
                             const Counting& counting);

}  // namespace rothcheck::checker
