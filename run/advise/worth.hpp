// What a version of a plan is worth to people.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "run/advise/advise.hpp"

namespace rothcheck::run {

/// The rooms of everybody under one version of a plan.
struct Rooms {
  std::vector<Money> room;  // the least that each is sure of
  Money total, employer;
  std::optional<Money> left;       // by the ACP test, of the total
  std::optional<Hundredths> rate;  // of the highly compensated, that passes
  bool hce_within_rate = true;     // nobody of them has more room than the test leaves
};

class People {
 public:
  People(const Plan& plan, const AdviceAsked& asked, std::vector<Participant> model_people);

  Rooms rooms_under(const Plan& version) const;
  /// Everybody; and with a census the highly compensated and the others, classes, bands of pay.
  std::vector<AdviceWorth> worth(const Rooms& before, const Rooms& after) const;

 private:
  const std::vector<Participant>& list() const { return asked_.census ? *asked_.census : models_; }

  AdviceAsked asked_;
  std::vector<Participant> models_;
  std::vector<std::optional<bool>> hce_;
};

}  // namespace rothcheck::run
