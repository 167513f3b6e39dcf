// READING.md R6.2, R6.7, R13.7.
#include "checker/acp/test_parts.hpp"

#include <algorithm>

#include "checker/law/contribution_percentage.hpp"

namespace rothcheck::checker {
namespace {

RatioRange range_of(const TestedEmployee& employee, const Counting& counting) {
  const CountedMoney counted = counting(employee);
  const RatioSums ratios = ratios_of(employee, counted.stated, counted.least, counted.most);
  return {ratios.least, ratios.most};
}

enum class Place { in, out, maybe };

/// Whether somebody is in a part. Left out are those alone who are not highly compensated.
Place place_of(OtherwiseExcludable status, bool highly_compensated, Excludables excludables,
               bool under) {
  const bool told = status != OtherwiseExcludable::not_told;
  const bool excludable = status == OtherwiseExcludable::yes;
  switch (excludables) {
    case Excludables::together:
      return Place::in;
    case Excludables::left_out:
      if (highly_compensated) return Place::in;
      return !told ? Place::maybe : excludable ? Place::out : Place::in;
    case Excludables::apart:
      return !told ? Place::maybe : excludable == under ? Place::in : Place::out;
  }
  return Place::in;
}

Place place_of(const TestedEmployee& employee, Excludables excludables, bool under) {
  return place_of(employee.excludable, employee.highly_compensated, excludables, under);
}

/// Those of whom there are the sums alone. Where somebody's place is not told they do not suffice.
void add_others(TestPart& part, const TestedPeople& people, const Grouping& grouping,
                const Counting& counting, bool under) {
  for (const auto status :
       {OtherwiseExcludable::no, OtherwiseExcludable::not_told, OtherwiseExcludable::yes}) {
    if (place_of(status, false, grouping.excludables, under) != Place::in) continue;
    const OtherEmployees& others = people.others_of(status);
    if (others.count == 0) continue;
    const RatioSums ratios = counting.of_others(others);
    part.open.nhce.count += others.count;
    part.open.nhce.sum.least += ratios.least;
    part.open.nhce.sum.most += ratios.most;
    part.figures.nhce.count += others.count;
    part.figures.nhce.ratio_sum += ratios.stated;
  }
}

void add_open(OpenTest& test, const TestedEmployee& employee, const Counting& counting,
              Place place) {
  if (place == Place::out) return;
  const RatioRange range = range_of(employee, counting);
  if (place == Place::maybe) {
    (employee.highly_compensated ? test.maybe_hce : test.maybe_nhce).push_back(range);
  } else {
    (employee.highly_compensated ? test.hce : test.nhce).add(range);
  }
}

TestPart part_of(const TestedPeople& people, const Grouping& grouping, const Counting& counting,
                 std::string_view name) {
  const bool under = name == "under";
  TestPart part;
  part.figures.name = name;
  part.open.people_left_out = people.people_left_out;
  part.open.prior_year = grouping.prior_year;
  // The figure of the year before is that of everybody, or of those who could not be left out.
  if (!under) part.open.prior_nhce = grouping.prior_nhce;
  add_others(part, people, grouping, counting, under);
  auto undecided = people.undecided.begin();
  for (std::size_t at = 0; at < people.employees.size(); ++at) {
    const TestedEmployee& employee = people.employees[at];
    const Place place = place_of(employee, grouping.excludables, under);
    const bool open = undecided != people.undecided.end() && undecided->at == at;
    const Place as_hce = open ? place_of(undecided->as_hce, grouping.excludables, under) : place;
    if (open && place == Place::in && as_hce == Place::in) {
      part.open.either.push_back(
          {range_of(employee, counting), range_of(undecided->as_hce, counting)});
    } else if (open) {
      // Each for itself: more than can be, and never less.
      add_open(part.open, employee, counting, place == Place::out ? place : Place::maybe);
      add_open(part.open, undecided->as_hce, counting,
               as_hce == Place::out ? as_hce : Place::maybe);
    } else {
      add_open(part.open, employee, counting, place);
    }
    if (open) ++undecided;
    if (place == Place::out) continue;
    AcpGroup& group = employee.highly_compensated ? part.figures.hce : part.figures.nhce;
    ++group.count;
    group.ratio_sum += contribution_ratio(counting(employee).stated, employee.compensation).count;
    (employee.highly_compensated ? part.hces : part.nhces).push_back(&employee);
  }
  part.figures.nhce_average = grouping.prior_year ? part.open.prior_nhce.value_or(Hundredths{})
                                                  : part.figures.nhce.average();
  const bool known = !grouping.prior_year || part.open.prior_nhce;
  if (known) part.figures.limit = shown_limit(part.figures.nhce_average);
  part.figures.result = result_of(part.open);
  return part;
}

}  // namespace

std::vector<TestPart> test_parts(const TestedPeople& people, const Grouping& grouping,
                                 const Counting& counting) {
  std::vector<TestPart> parts;
  if (grouping.excludables == Excludables::apart) {
    parts.push_back(part_of(people, grouping, counting, "over"));
    parts.push_back(part_of(people, grouping, counting, "under"));
  } else {
    parts.push_back(part_of(people, grouping, counting, "all"));
  }
  return parts;
}

AcpResult result_of(const std::vector<TestPart>& parts) {
  std::vector<AcpResult> results;
  for (const TestPart& part : parts) results.push_back(part.figures.result);
  return all_of(results);
}

TestCorrection correction_of(const TestedPeople& people, const std::vector<TestPart>& parts,
                             const Counting& counting) {
  TestCorrection correction;
  for (const TestPart& part : parts) {
    const Hundredths nhce = part.figures.nhce_average;
    const bool no_test = part.figures.nhce.count == 0 && !part.open.prior_year;
    if (part.hces.empty() || no_test || passes(part.figures.hce.average(), nhce)) continue;
    std::vector<TestedContributions> tested;
    for (const TestedEmployee* employee : part.hces) {
      const CountedMoney counted = counting(*employee);
      tested.push_back({.id = people.persons[employee->person].id,
                        .contributions = counted.stated,
                        .compensation = employee->compensation,
                        .most_back = counted.most_back});
    }
    const Money excess = excess_contributions(tested, contribution_percentage_limit(rate_of(nhce)));
    const std::vector<Money> back = distributed_excess(tested, excess);
    for (std::size_t i = 0; i < back.size(); ++i) {
      if (back[i] > Money{}) correction.refunds.push_back({part.hces[i], back[i]});
    }
    correction.excess += excess;
  }
  std::stable_sort(
      correction.refunds.begin(), correction.refunds.end(), [&](const auto& a, const auto& b) {
        return a.amount != b.amount
                   ? a.amount > b.amount
                   : people.persons[a.employee->person].id < people.persons[b.employee->person].id;
      });
  return correction;
}

}  // namespace rothcheck::checker
