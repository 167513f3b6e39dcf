// READING.md R13.8, R13.18.
#include "checker/acp/levers.hpp"

#include <algorithm>

#include "checker/law/contribution_percentage.hpp"
#include "checker/law/counted_contributions.hpp"
#include "model/search.hpp"

namespace rothcheck::checker {
namespace {

/// The test that is to be opened: the first one that fails, else the first.
struct Closed {
  TestPart part;
  Hundredths needed;  // of the others

  bool open() const { return part.figures.nhce_average >= needed; }
  std::int64_t count() const { return part.figures.nhce.count; }
  /// The least sum of ratios whose average, to the nearest hundredth, is what is needed.
  std::int64_t sum_needed() const {
    return divide(Wide{2 * needed.count - 1} * count(), 2, Round::up);
  }
};

Closed closed_test(const TestedPeople& people, const Way& way, const Counting& counting) {
  std::vector<TestPart> parts = test_parts(people, way.grouping, counting);
  auto found = std::find_if(parts.begin(), parts.end(), [](const TestPart& part) {
    return part.figures.nhce.count != 0 &&
           !passes(part.figures.hce.average(), part.figures.nhce_average);
  });
  if (found == parts.end()) found = parts.begin();
  const Hundredths needed = average_needed(found->figures.hce.average());
  return {std::move(*found), needed};
}

/// What a ratio costs in cents: the least that brings it there.
Money to_reach(std::int64_t ratio, Money counted, Money compensation) {
  const Money wanted =
      Money::cents(divide(Wide{2 * ratio - 1} * compensation.in_cents(), 20'000, Round::up));
  return remainder(wanted, counted);
}

std::vector<const TestedEmployee*> lowest_paid_first(std::vector<const TestedEmployee*> people) {
  std::sort(people.begin(), people.end(), [](const TestedEmployee* a, const TestedEmployee* b) {
    return a->compensation != b->compensation ? a->compensation < b->compensation
                                              : a->person < b->person;
  });
  return people;
}

AcpSolution nhce_participation(const Closed& test, AcpSolution found) {
  // What those save who do; where nobody does, what the highly compensated save.
  AcpGroup savers;
  for (const auto* people : {&test.part.nhces, &test.part.hces}) {
    if (savers.count != 0) break;
    for (const TestedEmployee* one : *people) {
      if (one->after_tax <= Money{}) continue;
      ++savers.count;
      savers.ratio_sum += contribution_ratio(one->after_tax, one->compensation).count;
    }
  }
  found.pct = savers.average();
  std::int64_t sum = test.part.figures.nhce.ratio_sum, people = 0;
  Money cost;
  for (const TestedEmployee* one : lowest_paid_first(test.part.nhces)) {
    if (sum >= test.sum_needed()) break;
    if (one->after_tax > Money{} || one->compensation <= Money{}) continue;
    sum += found.pct->count;
    cost += portion(rate_of(*found.pct), one->compensation, Round::up);
    ++people;
  }
  if (sum < test.sum_needed()) {
    found.note = "not even if all of them save this rate of pay after tax";
    return found;
  }
  found.people = people;
  found.dollars = cost;
  found.note =
      "so many more of the others would have to save this rate of pay after tax; the money is "
      "theirs, and the dollars those of the lowest paid";
  return found;
}

AcpSolution nhce_match(const Closed& test, const Way& way, const Counting& counting,
                       AcpSolution found) {
  if (way.left_out.all) {
    found.note = "this way leaves all match out, more of it for the others, too";
    return found;
  }
  const auto extra = [](const TestedEmployee& one, std::int64_t rate) {
    const Money saved = one.deferrals + one.after_tax;
    const Money match = portion(Rate{rate, 10'000}, saved, Round::up);
    // As much as counts whatever the rates of the others are.
    return lesser(match, remainder(most_match_counted(one.compensation, saved, Rate{}), one.match));
  };
  const auto passes_with = [&](std::int64_t rate) {
    std::int64_t sum = 0;
    for (const TestedEmployee* one : test.part.nhces)
      sum += contribution_ratio(counting(*one).stated + extra(*one, rate), one->compensation).count;
    return sum >= test.sum_needed();
  };
  constexpr std::int64_t most_rate = 10'000;
  if (!passes_with(most_rate)) {
    found.note = "not even a match of 100% of what they save, as far as one counts";
    return found;
  }
  const std::int64_t least = smallest_for_which(0, most_rate, passes_with);
  Money cost;
  for (const TestedEmployee* one : test.part.nhces) cost += extra(*one, least);
  found.pct = Hundredths{least};
  found.dollars = cost;
  found.note = "a match for the others alone, of this part of all that they save";
  return found;
}

AcpSolution qnec(const Closed& test, const Counting& counting, AcpSolution found) {
  constexpr std::int64_t most_points = 500;  // 5% of pay always counts: (a)(6)(v)(A)
  std::int64_t missing = test.sum_needed() - test.part.figures.nhce.ratio_sum, people = 0;
  Money cost;
  for (const TestedEmployee* one : lowest_paid_first(test.part.nhces)) {
    if (missing <= 0) break;
    if (one->compensation <= Money{}) continue;
    const Money counted = counting(*one).stated;
    const std::int64_t ratio = contribution_ratio(counted, one->compensation).count;
    const Money most = portion(5_pct, one->compensation, Round::down);
    const Money amount =
        lesser(most, to_reach(ratio + std::min(missing, most_points), counted, one->compensation));
    missing -= contribution_ratio(counted + amount, one->compensation).count - ratio;
    cost += amount;
    ++people;
  }
  if (missing > 0) {
    found.note = "not even 5% of pay for each of the others";
    return found;
  }
  found.people = people;
  found.dollars = cost;
  found.note =
      "a qualified nonelective contribution for the lowest paid, up to 5% of pay each, which "
      "always counts; paid within twelve months after the plan year";
  return found;
}

}  // namespace

AcpSolution lever(std::string_view what, const TestedPeople& people, const Way& way) {
  AcpSolution found{.what = what};
  if (way.grouping.prior_year) {
    found.note =
        "the others' average is that of the year before: nothing paid for this year changes it";
    return found;
  }
  const Counting counting = acp_counting(people, way);
  const Closed test = closed_test(people, way, counting);
  if (test.part.figures.nhce.count == 0 || test.open()) {
    found.dollars = Money{};
    found.people = 0;
    found.note = "nothing is needed";
    return found;
  }
  if (what == "nhce-participation") return nhce_participation(test, std::move(found));
  if (what == "nhce-match") return nhce_match(test, way, counting, std::move(found));
  return qnec(test, counting, std::move(found));
}

}  // namespace rothcheck::checker
