// The kinds of people that a plan's clauses on access tell apart, asked of any version of it.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "model/assessment.hpp"
#include "model/limits.hpp"
#include "model/participant.hpp"
#include "model/plan.hpp"

namespace rothcheck::checker {

class PlanKinds {
 public:
  /// The kinds of that plan, without those whom it leaves out; `limits` has the year's figures.
  PlanKinds(const Plan& plan, int year, const LimitTable& limits);
  ~PlanKinds();

  std::size_t count() const;
  PlanYear plan_year() const;
  /// What a version of the plan says to each kind, in their order.
  std::vector<GroupAnswer> answers(const Plan& version) const;
  /// The kinds in words, put together where `same` has one number for them.
  std::vector<std::pair<std::string, std::size_t>> in_words(
      const std::vector<std::size_t>& same) const;
  /// A person of each kind: 40 years old and ten years there where the plan allows it, with
  /// $100,000 of pay, or $200,000 where highly compensated; everything else is left open.
  std::vector<Participant> model_people() const;

 private:
  struct Kinds;
  std::unique_ptr<Kinds> kinds_;
};

}  // namespace rothcheck::checker
