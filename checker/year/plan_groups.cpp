// The points at which some clause changes its answer, and all their combinations.
#include "checker/year/plan_groups.hpp"

#include <algorithm>

#include "checker/year/product.hpp"

namespace rothcheck::checker {
namespace {

constexpr std::size_t least_groups = 50, most_groups = 1000;
constexpr std::size_t most_work = 200'000;  // groups times clauses
constexpr std::size_t most_ways = 4096;     // in which one person's facts may turn out
constexpr std::size_t most_values = 64;     // of one fact, so that their product fits any integer

std::vector<int> values_from(int lowest, const std::vector<int>& points) {
  std::vector<int> values = one_of_each_range(lowest, points);
  values.resize(std::min(values.size(), most_values));
  return values;
}

struct Axes {
  std::vector<int> ages, services;
  std::vector<Date> hired;
  std::vector<std::string_view> classes;
  std::vector<bool> highly_compensated;

  std::size_t combinations() const {
    return ages.size() * services.size() * hired.size() * classes.size() *
           highly_compensated.size();
  }
  /// The facts of one combination; the last fact changes fastest.
  GroupFacts at(std::size_t index) const {
    const auto next = [&index](const auto& values) {
      const std::size_t digit = index % values.size();
      index /= values.size();
      return values[digit];
    };
    GroupFacts facts;
    facts.highly_compensated = next(highly_compensated);
    facts.employee_class = next(classes);
    facts.hired = next(hired);
    facts.service = next(services);
    facts.age = next(ages);
    return facts;
  }
};

Axes axes_of(const Plan& plan, const Inquiry& inquiry) {
  const Breakpoints& asked = inquiry.breakpoints;
  std::vector<int> ages = inquiry.ages_told_apart;
  const int youngest = youngest_taken(plan, inquiry);
  const int newest = shortest_service(plan, inquiry.eligibility_parts);
  std::vector<int> services = inquiry.services_told_apart;
  services = values_from(newest, services);
  for (int total : asked.points) {
    ages.push_back(total);
    for (int service : services) ages.push_back(total - service);
  }
  ages = values_from(youngest, ages);
  for (int total : asked.points) {
    for (int age : ages) services.push_back(total - age);
  }
  Axes axes{.ages = std::move(ages),
            .services = values_from(newest, services),
            .hired = asked.hired,
            .classes = {""},
            .highly_compensated = {false}};
  axes.hired.resize(std::min(axes.hired.size(), most_values - 1));
  axes.hired.insert(axes.hired.begin(),
                    axes.hired.empty() ? GroupFacts{}.hired : day_before(axes.hired.front()));
  for (const std::string& name : asked.classes) {
    if (axes.classes.size() < most_values) axes.classes.push_back(name);
  }
  if (asked.highly_compensated) axes.highly_compensated.push_back(true);
  return axes;
}

/// So many that a plan of any length is looked at in a fraction of a second.
std::size_t most_for(const Plan& plan) {
  std::size_t clauses = 1;
  for_each_scope(plan, [&](const Scope&, Span) { ++clauses; });
  return std::clamp(most_work / clauses, least_groups, most_groups);
}

}  // namespace

std::vector<GroupTerms> groups_of(const Plan& plan, const Inquiry& inquiry, const Figures& law) {
  const Axes axes = axes_of(plan, inquiry);
  const std::size_t all = axes.combinations();
  // An odd stride, so that both answers of a yes-or-no fact come up.
  const std::size_t most = most_for(plan);
  const std::size_t stride = all <= most ? 1 : ((all + most - 1) / most) | 1;
  std::vector<GroupTerms> groups;
  groups.reserve(std::min(all, most));
  for (std::size_t i = 0; i < all; i += stride) {
    const GroupFacts facts = axes.at(i);
    GroupTerms group{facts, terms_for(plan, facts, law), {}};
    group.routes = routes_of(group.terms, plan.type, facts);
    groups.push_back(std::move(group));
  }
  return groups;
}

std::vector<GroupFacts> possible_groups(const Plan& plan, const Inquiry& inquiry,
                                        const Figures& law, const Participant& person) {
  const Resolution resolution = resolve(plan, inquiry, law, person);
  std::size_t ways = 1;
  for (const OpenFact& fact : resolution.open) {
    ways *= fact.ways.size();
    if (ways > most_ways) return {};
  }
  std::vector<GroupFacts> groups;
  for_each_way(resolution, [&](const Person& way) { groups.push_back(way.group); });
  return groups;
}

}  // namespace rothcheck::checker
