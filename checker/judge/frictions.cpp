// Frequencies, minimums, fees, waits and suspensions, in the plan's own terms.
#include "checker/judge/frictions.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "checker/terms/groups.hpp"

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

constexpr Route in_plan = Route::in_plan_roth_rollover;
constexpr Route in_service = Route::in_service_distribution;

Grade grade_of_schedule(const ConversionSchedule& stated) {
  return stated.how == ConversionSchedule::How::on_request ? Grade::possible : Grade::easy;
}

void add_conditions(std::vector<Friction>& found, const Conditions& conditions, Span where) {
  const auto add = [&](std::string text) {
    found.push_back({std::move(text), where, in_service, Grade::possible, {}});
  };
  if (conditions.at_age) {
    add(fmt::format("in-service distributions only from age {}",
                    to_number_string(*conditions.at_age)));
  }
  if (conditions.seasoning) {
    add(fmt::format("in-service distributions only of money {} in the account",
                    to_string(*conditions.seasoning)));
  }
  if (conditions.participation) {
    add(fmt::format("in-service distributions only after {} of participation",
                    to_string(*conditions.participation)));
  }
}

/// Each conversion would cost months of after-tax contributions; of other money it costs that.
Grade grade_of_suspension(const Suspension& stated) {
  const bool after_tax = stated.kinds.empty() || stated.kinds.has(Kind::after_tax);
  return after_tax ? Grade::impractical : Grade::possible;
}

}  // namespace

std::vector<Friction> frictions_of(const Plan& plan, PlanYear year) {
  std::vector<Friction> found;
  // What an amendment has ended before the year hinders nobody in it.
  const auto each = [&](const auto& clauses, Route route, Grade grade, auto sentence) {
    for (const auto& clause : clauses) {
      if (meets(clause.scope, year))
        found.push_back({sentence(clause.value), clause.where, route, grade, {}});
    }
  };
  const auto minimums = [&](const std::vector<Provision<Money>>& clauses, Route route,
                            std::string_view what) {
    for (const auto& clause : clauses) {
      if (!meets(clause.scope, year)) continue;
      found.push_back({fmt::format("{} of at least {}", what, to_string(clause.value)),
                       clause.where, route, Grade::possible, clause.value});
    }
  };
  for (const auto& clause : plan.rollover_schedule) {
    if (!meets(clause.scope, year)) continue;
    found.push_back(
        {schedule(clause.value), clause.where, in_plan, grade_of_schedule(clause.value), {}});
  }
  each(plan.rollovers_a_year, in_plan, Grade::possible,
       [](int n) { return fmt::format("at most {} in-plan Roth rollovers a year", n); });
  minimums(plan.rollover_minimum, in_plan, "in-plan Roth rollovers");
  each(plan.rollover_hold_back, in_plan, Grade::possible,
       [](Money m) { return fmt::format("{} must stay in the after-tax account", to_string(m)); });
  each(plan.rollover_fee, in_plan, Grade::possible,
       [](Money m) { return fmt::format("{} for each in-plan Roth rollover", to_string(m)); });
  for (const auto& clause : plan.distributions) {
    if (clause.value.kind == Kind::after_tax && meets(clause.scope, year))
      add_conditions(found, clause.value.conditions, clause.where);
  }
  for (const auto& clause : plan.distribution_conditions) {
    if (meets(clause.scope, year)) add_conditions(found, clause.value, clause.where);
  }
  each(plan.distributions_a_year, in_service, Grade::possible,
       [](int n) { return fmt::format("at most {} in-service distributions a year", n); });
  minimums(plan.distribution_minimum, in_service, "in-service distributions");
  each(plan.distribution_fee, in_service, Grade::possible,
       [](Money m) { return fmt::format("{} for each in-service distribution", to_string(m)); });
  for (const auto& clause : plan.distribution_suspension) {
    if (!meets(clause.scope, year)) continue;
    const std::string what = clause.value.kinds.empty()
                                 ? "contributions"
                                 : fmt::format("{} money", to_string(clause.value.kinds));
    found.push_back({fmt::format("an in-service distribution stops {} for {}", what,
                                 to_string(clause.value.time)),
                     clause.where,
                     in_service,
                     grade_of_suspension(clause.value),
                     {}});
  }
  each(plan.contributions_only, in_service, Grade::possible, [](bool) {
    return std::string{"in-service distributions of contributions only, not of their earnings"};
  });
  return found;
}

Span older_limit_on_rollovers(const Plan& plan, PlanYear year) {
  const auto became_automatic = [&](const auto& schedule) {
    return schedule.value.how != ConversionSchedule::How::on_request && schedule.scope.from &&
           meets(schedule.scope, year);
  };
  const auto schedule =
      std::find_if(plan.rollover_schedule.begin(), plan.rollover_schedule.end(), became_automatic);
  if (schedule == plan.rollover_schedule.end()) return {};
  for (const auto& limit : plan.rollovers_a_year) {
    const bool older = !limit.scope.from || *limit.scope.from < *schedule->scope.from;
    if (older && meets(limit.scope, {std::max(year.first, *schedule->scope.from), year.last}))
      return limit.where;
  }
  return {};
}

std::optional<Grade> grade_of(const std::vector<Route>& open,
                              const std::vector<Friction>& frictions, std::optional<Money> amount) {
  std::optional<Grade> easiest;
  for (Route route : open) {
    if (route == Route::separation) continue;
    Grade hardest = Grade::easy;
    for (const Friction& friction : frictions) {
      if (friction.route != route) continue;
      const bool out_of_reach = amount && *amount < friction.least;
      hardest = std::max(hardest, out_of_reach ? Grade::impractical : friction.grade);
    }
    easiest = easiest ? std::min(*easiest, hardest) : hardest;
  }
  return easiest;
}

}  // namespace rothcheck::checker
