// Everybody in the test, and what is open about them.
#pragma once

#include <vector>

#include "checker/acp/tested_employee.hpp"

namespace rothcheck::checker {

/// Whose status is not told stands in both groups.
struct TestedPeople {
  std::vector<TestedEmployee> employees;  // who is undecided, as nonhighly compensated
  struct Undecided {
    std::size_t at;  // among the employees
    TestedEmployee as_hce;
  };
  std::vector<Undecided> undecided;
  std::int64_t people_left_out = 0;  // of whom nothing is known
  Assumptions assumptions;
};

TestedPeople tested_people(const Checker::Ready& ready, const std::vector<Participant>& census,
                           std::int64_t people_left_out);

/// The same with the status of the undecided settled: bit i of `as_hce` is that of the i-th.
TestedPeople decided(TestedPeople people, std::uint64_t as_hce);

}  // namespace rothcheck::checker
