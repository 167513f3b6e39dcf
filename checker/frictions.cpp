// Frequencies, minimums, fees, waits and suspensions, in the plan's own terms.
#include "checker/frictions.hpp"

#include <fmt/format.h>

namespace rothcheck::checker {
namespace {

std::string_view often(Frequency frequency) {
  switch (frequency) {
    case Frequency::daily:
      return "every day";
    case Frequency::weekly:
      return "every week";
    case Frequency::monthly:
      return "every month";
    case Frequency::quarterly:
      return "every quarter";
    case Frequency::each_contribution:
      return "with each contribution";
  }
  return "";
}

std::string schedule(const ConversionSchedule& stated) {
  const std::string every = stated.frequency ? fmt::format(", {}", often(*stated.frequency)) : "";
  switch (stated.how) {
    case ConversionSchedule::How::automatic:
      return "in-plan Roth rollovers are automatic" + every;
    case ConversionSchedule::How::on_request:
      return "in-plan Roth rollovers are made on request" + every;
    case ConversionSchedule::How::on_request_then_automatic:
      return "in-plan Roth rollovers are automatic after the first request" + every;
  }
  return "";
}

void add_conditions(std::vector<Friction>& found, const Conditions& conditions, Span where) {
  if (conditions.at_age) {
    found.push_back({fmt::format("in-service distributions only from age {}",
                                 to_number_string(*conditions.at_age)),
                     where});
  }
  if (conditions.seasoning) {
    found.push_back({fmt::format("in-service distributions only of money {} in the account",
                                 to_string(*conditions.seasoning)),
                     where});
  }
  if (conditions.participation) {
    found.push_back({fmt::format("in-service distributions only after {} of participation",
                                 to_string(*conditions.participation)),
                     where});
  }
}

}  // namespace

std::vector<Friction> frictions_of(const Plan& plan) {
  std::vector<Friction> found;
  const auto each = [&](const auto& clauses, auto sentence) {
    for (const auto& clause : clauses) found.push_back({sentence(clause.value), clause.where});
  };
  each(plan.rollover_schedule, schedule);
  each(plan.rollovers_a_year,
       [](int n) { return fmt::format("at most {} in-plan Roth rollovers a year", n); });
  each(plan.rollover_minimum,
       [](Money m) { return fmt::format("in-plan Roth rollovers of at least {}", to_string(m)); });
  each(plan.rollover_hold_back,
       [](Money m) { return fmt::format("{} must stay in the after-tax account", to_string(m)); });
  each(plan.rollover_fee,
       [](Money m) { return fmt::format("{} for each in-plan Roth rollover", to_string(m)); });
  for (const auto& clause : plan.distributions) {
    if (clause.value.kind == Kind::after_tax)
      add_conditions(found, clause.value.conditions, clause.where);
  }
  for (const auto& clause : plan.distribution_conditions)
    add_conditions(found, clause.value, clause.where);
  each(plan.distributions_a_year,
       [](int n) { return fmt::format("at most {} in-service distributions a year", n); });
  each(plan.distribution_minimum, [](Money m) {
    return fmt::format("in-service distributions of at least {}", to_string(m));
  });
  each(plan.distribution_fee,
       [](Money m) { return fmt::format("{} for each in-service distribution", to_string(m)); });
  each(plan.distribution_suspension, [](Duration d) {
    return fmt::format("an in-service distribution stops contributions for {}", to_string(d));
  });
  each(plan.contributions_only, [](bool) {
    return std::string{"in-service distributions of contributions only, not of their earnings"};
  });
  return found;
}

}  // namespace rothcheck::checker
