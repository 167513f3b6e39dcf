// People of whom nothing is to be said, told by a few comparisons.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>

#include "intake/census/person_checks.hpp"
#include "model/participant.hpp"

namespace rothcheck::intake {

/// Nothing that `doubts_on` finds is ordinary; where in doubt, a person is not.
class OrdinaryPeople {
 public:
  explicit OrdinaryPeople(const RowYear& year);

  bool has(const Participant& person) const;

 private:
  [[gnu::noinline]] bool has_no_doubts(const Participant& person) const;

  RowYear year_;
  // As numbers that are always there: without a plan year everybody was born in time and nobody
  // left in time.
  int plan_year_ = std::numeric_limits<int>::min();
  int first_birth_ = std::numeric_limits<int>::min();
  int last_birth_ = std::numeric_limits<int>::max();
  Money limit_ = Money::cents(std::numeric_limits<std::int64_t>::max());
};

}  // namespace rothcheck::intake
