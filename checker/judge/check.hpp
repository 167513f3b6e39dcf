// The judgement: a plan, a year, the law's figures, and what they mean for each person.
#pragma once

#include <memory>
#include <vector>

#include "model/assessment.hpp"
#include "model/limits.hpp"
#include "model/participant.hpp"
#include "model/plan.hpp"

namespace rothcheck::checker {

struct Figures;

/// One plan made ready for one year. Cheap to ask about many people; keeps references to the plan
/// and the table.
class Checker {
 public:
  /// `year` is the calendar year in which the plan year begins; the table must have its figures
  /// (see `year_is_known`).
  Checker(const Plan& plan, int year, const LimitTable& limits);
  ~Checker();
  Checker(Checker&&) noexcept;

  /// What the plan alone says, with the findings on it.
  const PlanAnswer& plan_answer() const;
  /// The answer for one person, with every line of its derivation.
  Assessment assess(const Participant& person) const;

  /// The dollar limit on a plan year's annual additions.  IRC 415(c)(1)(A), (d)
  Money annual_additions_limit() const;

  struct Ready;
  /// What the other ways through a census start from; checker/ready.hpp defines it.
  const Ready& ready() const { return *ready_; }

 private:
  Checker(const Plan& plan, const Figures& law, const LimitTable& limits);

  std::unique_ptr<Ready> ready_;
};

/// Errors in what the plan says, for which it has no answer: clauses that disagree about a person.
Findings conflicts_in(const Plan& plan, int year, const LimitTable& limits);

/// Everything the table must hold to check that year. The finding says which years there are, and
/// how to add one.
Findings year_is_known(const LimitTable& limits, const Plan& plan, int year);

/// The answers for a whole census, in its order: what depends on the others (the top-paid group) is
/// settled first.
std::vector<Assessment> check(const Checker& checker, const Plan& plan, int year,
                              const LimitTable& limits, const std::vector<Participant>& census);

}  // namespace rothcheck::checker
