// READING.md R6, 401(m): after-tax money and match of the highly compensated against everybody
// else's.
#include "checker/acp/acp.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "checker/acp/acp_of_plan.hpp"
#include "checker/acp/acp_range.hpp"
#include "checker/acp/tested_employee.hpp"
#include "checker/judge/ready.hpp"
#include "checker/law/highly_compensated.hpp"
#include "checker/law/safe_harbor.hpp"
#include "model/counted.hpp"

namespace rothcheck::checker {
namespace {

/// Everybody in the test. Whose status is not told stands in both groups.
struct Tested {
  std::vector<TestedEmployee> employees;  // who is undecided, as nonhighly compensated
  struct Undecided {
    std::size_t at;  // among the employees
    TestedEmployee as_hce;
  };
  std::vector<Undecided> undecided;
  std::int64_t people_left_out = 0;
  Assumptions assumptions;
};

void add_employee(Tested& tested, const Checker::Ready& ready, const Participant& participant) {
  const Resolution resolution = resolve(ready.plan, ready.inquiry, ready.law, participant);
  if (!is_tested(ready, participant, resolution)) return;
  const auto as = [&](bool highly_compensated) {
    GroupFacts group = resolution.person.group;
    group.highly_compensated = highly_compensated;
    const Terms terms = terms_for(ready.plan, group, ready.law);
    Resolution taken = resolution;
    return tested_employee(ready, terms, group, participant, taken, tested.assumptions);
  };
  if (!resolution.highly_compensated)
    tested.undecided.push_back({tested.employees.size(), as(true)});
  tested.employees.push_back(as(resolution.highly_compensated.value_or(false)));
}

Tested without(const MatchLeftOut& rule, Tested tested) {
  for (TestedEmployee& employee : tested.employees) employee = without(rule, employee);
  for (Tested::Undecided& one : tested.undecided) one.as_hce = without(rule, one.as_hce);
  return tested;
}

RatioRange range_of(const TestedEmployee& employee) {
  return {contribution_ratio(employee.after_tax + employee.match_least, employee.compensation),
          contribution_ratio(employee.after_tax + employee.match_most, employee.compensation)};
}

OpenTest open_test(const Tested& tested, std::optional<Hundredths> prior_nhce) {
  OpenTest test{.nhce = {},
                .hce = {},
                .either = {},
                .people_left_out = tested.people_left_out,
                .prior_nhce = prior_nhce};
  auto undecided = tested.undecided.begin();
  for (std::size_t at = 0; at < tested.employees.size(); ++at) {
    const TestedEmployee& employee = tested.employees[at];
    if (undecided != tested.undecided.end() && undecided->at == at) {
      test.either.push_back({range_of(employee), range_of(undecided->as_hce)});
      ++undecided;
    } else {
      (employee.highly_compensated ? test.hce : test.nhce).push_back(range_of(employee));
    }
  }
  return test;
}

/// One way of running the test. `prior_nhce` is of the year before, where the method takes it.
AcpElection run(const Tested& tested, bool prior, std::optional<Hundredths> prior_nhce,
                std::string_view match, std::string_view law) {
  AcpElection election{.method = prior ? "prior-year" : "current-year", .match = match, .law = law};
  election.hce = group_of(tested.employees, true).average();
  if (prior && !prior_nhce) return election;
  election.nhce = prior ? *prior_nhce : group_of(tested.employees, false).average();
  election.limit = shown_limit(election.nhce);
  election.result = result_of(open_test(tested, prior ? prior_nhce : std::nullopt));
  return election;
}

/// Governmental plans and church 403(b) contracts are not tested. IRC 401(a)(5)(G), 403(b)(1)(D),
/// (12)(C)
bool plan_is_exempt(PlanType type) {
  return type.sponsor == PlanSponsor::governmental ||
         (type.sponsor == PlanSponsor::church && type.family == PlanFamily::b403);
}

/// Who must get what back, as far as everybody's group is told; bounds of it where it is not.
void correct(AcpReport& report, const Tested& tested) {
  report.largest_hce_after_tax = largest_after_tax_rate(tested.employees, report.nhce_average);
  if (report.result != AcpResult::fail) return;
  const bool prior = report.method == "prior-year";
  // Each way the undecided could turn out. So many that nobody would try them all have no bounds.
  const std::size_t open = tested.undecided.size();
  constexpr std::size_t most_tried = 10;
  std::optional<AcpCorrection> first;
  for (std::uint64_t way = 0; way < (1u << std::min(open, most_tried)); ++way) {
    std::vector<TestedEmployee> employees = tested.employees;
    for (std::size_t i = 0; i < std::min(open, most_tried); ++i) {
      if ((way >> i & 1u) != 0) employees[tested.undecided[i].at] = tested.undecided[i].as_hce;
    }
    const Hundredths nhce = prior ? report.nhce_average : group_of(employees, false).average();
    AcpCorrection found = correction_of(employees, nhce);
    report.excess_low = first ? lesser(report.excess_low, found.excess) : found.excess;
    report.excess_high = greater(report.excess_high, found.excess);
    if (!first) first = std::move(found);
  }
  report.excess = first->excess;
  if (open == 0) report.refunds = std::move(first->refunds);
  if (open > most_tried) {
    report.excess_low = Money{};
    report.excess_high = Money::ceiling();
  }
  report.notes.push_back(
      fmt::format("excess and its earnings must be paid back by the end of {}; after March 15 of "
                  "{} the employer owes 10% "
                  "(IRC 401(m)(6)(A), 4979(f)); 2.5 months, or 6 with automatic enrolment",
                  report.year + 1, report.year + 1));
  report.notes.push_back(
      "a refund of after-tax money does not give annual additions room back (Treas. Reg. "
      "1.415(c)-1(b)(1)(ii))");
}

/// The way that passes, else one that may, else the one that leaves out what may be left out.
const AcpElection& chosen_of(const std::vector<AcpElection>& elections) {
  for (const AcpResult wanted : {AcpResult::pass, AcpResult::undetermined}) {
    for (const AcpElection& election : elections) {
      if (election.result == wanted) return election;
    }
  }
  return elections.back();
}

/// Why the result is open, in words.
void say_what_is_open(AcpReport& report, const Tested& tested) {
  if (!tested.undecided.empty()) {
    report.questions.push_back({QuestionKind::hce_status});
    report.notes.push_back(
        fmt::format("the HCE status of {} is not told",
                    counted(static_cast<std::int64_t>(tested.undecided.size()), "employee")));
  }
  if (tested.people_left_out > 0) {
    report.notes.push_back(fmt::format(
        "{} could not be used, and everybody who could have contributed belongs in the test: "
        "mend what is wrong there",
        counted(tested.people_left_out, "row")));
  }
  const bool match_open =
      std::any_of(tested.employees.begin(), tested.employees.end(),
                  [](const TestedEmployee& one) { return one.match_least != one.match_most; });
  if (match_open) {
    report.notes.push_back(
        "match that is not told is taken as anything from the least to the most that the plan "
        "could pay; state the match of each person to settle it");
  }
  // The limit is not rounded, and a rounded average can lie between the two.
  const bool between =
      report.hce.average() == report.limit && !passes(report.hce.average(), report.nhce_average);
  if (between) {
    report.notes.push_back(
        "the average is above the limit by less than a hundredth of a percent; the regulation's "
        "own "
        "example shows such a limit rounded, so some would let it pass (Treas. Reg. "
        "1.401(m)-2(a)(7) "
        "Example 4)");
  }
}

/// Whether the file says of anybody which of the plan's classes is theirs.
bool tells_classes(const std::vector<Participant>& census) {
  return std::any_of(census.begin(), census.end(), [](const Participant& participant) {
    return participant.employee_class.has_value();
  });
}

}  // namespace

AcpTerms acp_terms(const Plan& plan) {
  return {.exempt = plan_is_exempt(plan.type),
          .prior_year =
              !plan.acp_method.empty() && plan.acp_method.back().value == AcpMethod::prior_year,
          .left_out = match_left_out(plan)};
}

std::vector<AcpElection> current_year_ways(const AcpSums& sums, const MatchLeftOut& left_out) {
  const auto way = [&](const AcpGroup& nhce, const AcpGroup& hce, std::string_view match,
                       std::string_view law) {
    AcpElection election{.method = "current-year", .match = match, .law = law};
    election.nhce = nhce.average();
    election.hce = hce.average();
    election.limit = shown_limit(election.nhce);
    if (sums.status_unknown == 0)
      election.result = passes(election.hce, election.nhce) ? AcpResult::pass : AcpResult::fail;
    return election;
  };
  std::vector<AcpElection> ways = {way(sums.nhce, sums.hce, "counted", "IRC 401(m)(2)(A)")};
  if (!left_out.nothing()) {
    ways.push_back(way(sums.nhce_without_match, sums.hce_without_match, "disregarded",
                       "Treas. Reg. 1.401(m)-2(a)(5)(iv)"));
  }
  return ways;
}

AcpReport acp_test(const Checker& checker, const std::vector<Participant>& census,
                   const AcpOptions& options) {
  const Checker::Ready& ready = checker.ready();
  const Plan& plan = ready.plan;
  std::vector<Participant> people = census;
  if (!plan.top_paid_group.empty()) apply_top_paid_group(people, ready.law);
  Tested tested;
  tested.people_left_out = options.people_left_out;
  for (const Participant& participant : people) add_employee(tested, ready, participant);

  AcpReport report{.plan = plan.name, .year = ready.law.year};
  report.assumptions = tested.assumptions;
  report.people_left_out = options.people_left_out;
  const bool prior = ready.acp.prior_year;
  const std::optional<Hundredths> prior_nhce =
      options.first_year ? std::optional{Hundredths{300}} : options.prior_nhce;
  report.method = prior ? "prior-year" : "current-year";

  const Tested bare = without(ready.acp.left_out, tested);
  report.elections.push_back(run(tested, prior, prior_nhce, "counted", "IRC 401(m)(2)(A)"));
  if (!ready.acp.left_out.nothing()) {
    // A plan of a safe harbor is treated as testing by the current year. Treas. Reg.
    // 1.401(m)-2(c)(1)
    report.elections.push_back(
        run(bare, false, std::nullopt, "disregarded", "Treas. Reg. 1.401(m)-2(a)(5)(iv)"));
    report.notes.push_back(fmt::format(
        "the safe harbor lets the test leave out {} match",
        ready.acp.left_out.all
            ? std::string{"all"}
            : fmt::format("each person's first {} of pay of", to_string(ready.acp.left_out))));
  }
  const AcpElection& chosen = chosen_of(report.elections);
  const Tested& counted = chosen.match == "disregarded" ? bare : tested;
  report.method = chosen.method;
  report.hce = group_of(counted.employees, true);
  report.nhce = group_of(counted.employees, false);
  report.nhce_average = chosen.nhce;
  report.limit = chosen.limit;
  report.result = chosen.result;

  if (plan.acp_method.empty()) {
    report.notes.push_back(
        "the plan file does not state current-year or prior-year testing: current-year is shown");
    report.questions.push_back({QuestionKind::acp_method});
  }
  if (prior && !prior_nhce) report.questions.push_back({QuestionKind::prior_nhce_acp});
  if (ready.acp.exempt) {
    report.result = AcpResult::exempt;
    report.notes.push_back(std::string{acp_of_plan(plan, Verdict::available)->untested});
  } else if (report.nhce.count == 0 && tested.people_left_out == 0) {
    report.result = AcpResult::exempt;
    report.notes.push_back(
        "nobody eligible is a nonhighly compensated employee (Treas. Reg. 1.401(m)-2(a)(1)(ii))");
  } else {
    say_what_is_open(report, counted);
    if (options.bargained_untold && !plan.collectively_bargained.empty() &&
        !tells_classes(census)) {
      report.result = AcpResult::undetermined;
      report.notes.push_back(
          "the file tells who is under a collective bargaining agreement, and not in the plan's "
          "words: "
          "give the class that the plan names in a column `class` (Treas. Reg. 1.401(m)-1(b)(2))");
    } else if (options.bargained_untold && plan.collectively_bargained.empty()) {
      report.result = AcpResult::undetermined;
      report.notes.push_back(
          "the file tells who is under a collective bargaining agreement: they are a test of their "
          "own, which is deemed to pass (Treas. Reg. 1.401(m)-1(b)(2)); say which class they are, "
          "`testing { collectively-bargained class \"...\" }`");
    }
  }
  correct(report, counted);
  return report;
}

}  // namespace rothcheck::checker
