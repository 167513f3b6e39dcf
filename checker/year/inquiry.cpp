// What of a plan decides which facts about a person matter.
#include "checker/year/inquiry.hpp"

#include <algorithm>

#include "checker/law/plan_types.hpp"
#include "checker/year/resolve.hpp"
#include "model/text.hpp"

namespace rothcheck::checker {
namespace {

constexpr int youngest_worker = 18 * 12;

/// Calls `visit` with the conditions of each line on payments, and of each block.
template <class Visit>
void for_each_condition(const Plan& plan, Visit visit) {
  for (const auto& clause : plan.distributions) visit(clause.value.conditions);
  for (const auto& clause : plan.distribution_conditions) visit(clause.value);
}

bool stated_for_all(const std::vector<Provision<Permission>>& stated, Kind kind) {
  return std::any_of(stated.begin(), stated.end(), [kind](const Provision<Permission>& clause) {
    return clause.value.kind == kind && clause.value.answer != Answer::not_stated &&
           clause.scope == Scope{};
  });
}

bool allowed_for_all(const std::vector<Provision<Permission>>& stated, Kind kind) {
  return std::any_of(stated.begin(), stated.end(), [kind](const Provision<Permission>& clause) {
    return clause.value.kind == kind && clause.value.answer == Answer::allowed &&
           clause.scope == Scope{};
  });
}

bool forbids(const std::vector<Provision<Permission>>& stated, Kind kind) {
  return std::any_of(stated.begin(), stated.end(), [kind](const Provision<Permission>& clause) {
    return clause.value.kind == kind && clause.value.answer == Answer::not_allowed;
  });
}

/// Whether a limit holds one of the two kinds of deferral and leaves the other free.
bool limits_alone(const Plan& plan, Kind held, Kind free) {
  return std::any_of(plan.limits.begin(), plan.limits.end(), [&](const auto& limit) {
    return limit.value.kinds.has(held) && !limit.value.kinds.has(free);
  });
}

template <class T>
bool speaks(const std::vector<Provision<T>>& stated, const Figures& law) {
  return std::any_of(stated.begin(), stated.end(), [&law](const Provision<T>& clause) {
    return meets(clause.scope, law.plan_year);
  });
}

/// Which of the special catch-ups a plan of this family can have; of the others, none.
std::optional<Kind> special_catch_up_in(const Figures& law) {
  if (law.family == PlanFamily::b403) return Kind::catch_up_15_years;
  if (law.is_457b()) return Kind::catch_up_last_3_years;
  return std::nullopt;
}

}  // namespace

std::string class_key(std::string_view name) {
  std::string key;
  for (const char c : name) {
    if (c != ' ' && c != '\t') key += lower(c);
  }
  return key;
}

std::vector<int> one_of_each_range(int lowest, std::vector<int> points) {
  std::erase_if(points, [lowest](int point) { return point <= lowest; });
  points.push_back(lowest);
  std::sort(points.begin(), points.end());
  points.erase(std::unique(points.begin(), points.end()), points.end());
  return points;
}

int youngest_taken(const Plan& plan, const Inquiry& inquiry) {
  return std::max(youngest_worker, youngest_age(plan, inquiry.eligibility_parts));
}

bool is_silent_on_match(const Plan& plan, const Figures& law) {
  return !speaks(plan.matches, law) && !speaks(plan.no_match, law);
}

bool is_silent_on_nonelective(const Plan& plan, const Figures& law) {
  return !speaks(plan.nonelectives, law) && !speaks(plan.no_nonelective, law);
}

bool implies_roth_program(const Plan& plan) {
  if (!takes_deferrals(plan.type.family)) return false;
  return std::any_of(plan.rollovers.begin(), plan.rollovers.end(), [](const auto& clause) {
    return clause.value.answer == Answer::allowed && clause.scope == Scope{};
  });
}

Inquiry inquiry_of(const Plan& plan, const Figures& law) {
  Inquiry inquiry{.breakpoints = breakpoints_of(plan),
                  .surely_eligible = surely_eligible(plan, law),
                  .eligibility_parts = eligibility_parts(plan, law.plan_year),
                  .ages_told_apart = {},
                  .services_told_apart = {},
                  .class_keys = {},
                  .open_money = {}};
  std::vector<int>& ages = inquiry.ages_told_apart;
  std::vector<int>& services = inquiry.services_told_apart;
  ages = inquiry.breakpoints.ages;
  services = inquiry.breakpoints.services;
  for_each_condition(plan, [&](const Conditions& conditions) {
    if (conditions.at_age) ages.push_back(months_of(*conditions.at_age));
    if (conditions.participation) services.push_back(conditions.participation->months);
  });
  for (const auto& clause : plan.employer_money_service) {
    if (meets(clause.scope, {law.plan_year.last, law.plan_year.last}))
      services.push_back(whole_months(clause.value));
  }
  for (const std::string& name : inquiry.breakpoints.classes)
    inquiry.class_keys.push_back(class_key(name));
  for (const auto& limit : plan.limits) {
    if (limit.value.amount.basis == Amount::Basis::unknown) {
      inquiry.open_money.push_back({QuestionKind::limit_amount, limit.where});
    }
    if (limit.value.per_hour) inquiry.open_money.push_back({QuestionKind::hours, limit.where});
  }
  for (const auto& match : plan.matches) {
    if (match.value.formula_unknown)
      inquiry.open_money.push_back({QuestionKind::match_formula, match.where});
    if (match.value.hours) inquiry.open_money.push_back({QuestionKind::hours, match.where});
    if (match.value.discretionary) {
      inquiry.open_money.push_back({QuestionKind::match_amount, match.value.discretionary->where});
    }
    for (const auto& limit : match.value.limits) {
      if (limit.value.basis != Amount::Basis::unknown) continue;
      inquiry.open_money.push_back({QuestionKind::limit_amount, limit.where});
    }
    const bool by_period = match.value.period && *match.value.period != Period::year;
    if (by_period && !match.value.true_up)
      inquiry.open_money.push_back({QuestionKind::true_up, match.where});
  }
  for (const auto& line : plan.nonelectives) {
    if (line.value.hours || line.value.per_hour)
      inquiry.open_money.push_back({QuestionKind::hours, line.where});
    if (line.value.discretionary || line.value.unknown ||
        line.value.amount.basis == Amount::Basis::unknown) {
      inquiry.open_money.push_back({QuestionKind::nonelective_amount, line.where});
    }
  }
  const bool asks_points = !inquiry.breakpoints.points.empty();
  inquiry.tells_time_apart = !ages.empty() || !inquiry.breakpoints.services.empty() || asks_points;
  inquiry.asks_service = !services.empty() || asks_points;
  inquiry.counts_pay_codes = !plan.counted_pay.empty() || !plan.match_counted_pay.empty() ||
                             !plan.nonelective_counted_pay.empty() || limits_base_pay(plan);
  inquiry.after_tax_silent = !stated_for_all(plan.contributions, Kind::after_tax);
  inquiry.catch_up_silent = !stated_for_all(plan.contributions, Kind::catch_up);
  const bool implied = implies_roth_program(plan);
  const bool roth_allowed = allowed_for_all(plan.contributions, Kind::roth) ||
                            (implied && !forbids(plan.contributions, Kind::roth));
  const bool pre_tax_silent = !stated_for_all(plan.contributions, Kind::pre_tax);
  inquiry.deferrals_silent =
      pre_tax_silent && (!roth_allowed || limits_alone(plan, Kind::roth, Kind::pre_tax));
  inquiry.roth_uncertain = !roth_allowed;
  inquiry.roth_silent = !implied && !stated_for_all(plan.contributions, Kind::roth);
  inquiry.roth_decides = inquiry.roth_silent && (forbids(plan.contributions, Kind::pre_tax) ||
                                                 limits_alone(plan, Kind::pre_tax, Kind::roth));
  const auto states = [&law](const auto& stated, auto value) {
    return std::any_of(stated.begin(), stated.end(), [&](const auto& clause) {
      return clause.value == value && meets(clause.scope, law.plan_year);
    });
  };
  inquiry.only_while_participant = states(plan.only_while_participant, true);
  inquiry.adds_related_wages = states(plan.roth_catch_up_of_group, true);
  inquiry.deems_on_combined = states(plan.roth_catch_up, RothCatchUp::deemed_on_combined);
  for (const auto& limit : plan.limits) {
    if (!limit.value.each_pay_period || !meets(limit.scope, law.plan_year)) continue;
    inquiry.limits_periods = true;
    inquiry.waits_by_period = inquiry.waits_by_period || (limit.value.kinds.has(Kind::after_tax) &&
                                                          speaks(plan.only_after_402g, law));
    inquiry.dollars_of_period =
        inquiry.dollars_of_period || limit.value.amount.basis == Amount::Basis::money;
  }
  for (const auto& clause : plan.contributions) {
    const Kind kind = clause.value.kind;
    if (kind != special_catch_up_in(law) || !meets(clause.scope, law.plan_year)) continue;
    inquiry.special_catch_up =
        inquiry.special_catch_up || clause.value.answer != Answer::not_allowed;
    inquiry.special_catch_up_silent =
        inquiry.special_catch_up_silent || clause.value.answer == Answer::not_stated;
  }
  // Ages at which the three years before normal retirement age begin and end.
  if (inquiry.special_catch_up && law.is_457b()) {
    for (const auto& clause : plan.normal_retirement_age) {
      const int months = months_of(clause.value);
      ages.push_back(months - 3 * 12);
      ages.push_back(months);
    }
  }
  inquiry.enrols = takes_deferrals(plan.type.family) && speaks(plan.automatic_enrollment, law);
  return inquiry;
}

}  // namespace rothcheck::checker
