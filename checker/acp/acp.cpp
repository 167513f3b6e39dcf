// READING.md R6, R13: after-tax money and match of the highly compensated against everybody else's.
#include "checker/acp/acp.hpp"

#include <algorithm>
#include <utility>

#include "checker/acp/acp_of_people.hpp"
#include "checker/acp/acp_of_plan.hpp"
#include "checker/acp/notes.hpp"
#include "checker/acp/other_tests.hpp"
#include "checker/acp/solve.hpp"
#include "checker/acp/stated.hpp"
#include "checker/acp/ways.hpp"
#include "checker/acp/year_end.hpp"
#include "checker/law/contribution_percentage.hpp"
#include "checker/law/correction_dates.hpp"
#include "checker/law/highly_compensated.hpp"
#include "checker/law/safe_harbor.hpp"

namespace rothcheck::checker {
namespace {

/// One run of the test with all that it needs.
struct Run {
  const Checker& checker;
  const Checker::Ready& ready;
  const AcpOptions& options;
  TestedPeople people;
  std::optional<AdpTest> adp;
  std::vector<NamedWay> ways;

  const Way& chosen() const { return ways.front().way; }
};

/// A census as the test takes it, and the people in it.
struct CensusInTest {
  std::vector<Participant> census;
  TestedPeople people;

  CensusInTest(const Checker& checker, const std::vector<Participant>& all,
               const AcpOptions& options)
      : census{all} {
    const Checker::Ready& ready = checker.ready();
    credit_families(census);
    if (elects_top_paid_group(ready.plan, ready.law.plan_year))
      apply_top_paid_group(census, ready.law);
    Assumptions projected;
    for (Participant& person : census) {
      if (options.year_to_date)
        project_to_year_end(person, *options.year_to_date, ready.law, projected);
    }
    people = tested_people(checker, census, options);
    people.assumptions.add(projected);
  }

  FactsOf facts() const {
    return [this](const std::vector<std::size_t>& numbers, const Visit& visit) {
      for (std::size_t at = 0; at < numbers.size(); ++at) visit(at, census[numbers[at]]);
    };
  }
};

Run made_ready(const Checker& checker, TestedPeople people, const AcpOptions& options) {
  const Checker::Ready& ready = checker.ready();
  Run run{checker, ready, options, std::move(people), {}, {}};
  run.adp = adp_test(ready, run.people, excludables_of(ready.plan, ready.law.plan_year));
  run.ways = permitted_ways(ready, run.people, options, run.adp && run.adp->lends);
  if (options.brief) run.ways.resize(1);
  return run;
}

/// What came of one way.
AcpElection outcome_of(const Run& run, const NamedWay& named, const std::vector<TestPart>& parts) {
  AcpElection election = named.said;
  const AcpPart& first = parts.front().figures;
  election.nhce = first.nhce_average;
  election.hce = first.hce.average();
  election.limit = first.limit;
  election.result = result_of(parts);
  election.largest_hce_after_tax = largest_rate(run.ready, run.people, named.way);
  return election;
}

/// A way that passes is better than one that may, and one that leaves more room better still.
bool is_better(const AcpElection& one, const AcpElection& other) {
  const auto rank = [](const AcpElection& election) {
    return election.result == AcpResult::pass ? 0 : election.result == AcpResult::fail ? 2 : 1;
  };
  if (rank(one) != rank(other)) return rank(one) < rank(other);
  return one.largest_hce_after_tax > other.largest_hce_after_tax;
}

void mark_best(std::vector<AcpElection>& elections) {
  AcpElection* best = &elections.front();
  for (AcpElection& election : elections) {
    if (is_better(election, *best)) best = &election;
  }
  best->best = true;
}

void run_elections(const Run& run, AcpReport& report) {
  for (const NamedWay& named : run.ways) {
    const std::vector<TestPart> parts =
        test_parts(run.people, named.way.grouping, acp_counting(run.people, named.way));
    report.elections.push_back(outcome_of(run, named, parts));
    if (!named.said.chosen) continue;
    const AcpPart& first = parts.front().figures;
    report.hce = first.hce;
    report.nhce = first.nhce;
    if (parts.size() > 1) {
      for (const TestPart& part : parts) report.parts.push_back(part.figures);
    }
  }
  const AcpElection& chosen = report.elections.front();
  report.method = chosen.method;
  report.nhce_average = chosen.nhce;
  report.limit = chosen.limit;
  report.result = chosen.result;
  report.largest_hce_after_tax = chosen.largest_hce_after_tax;
  mark_best(report.elections);
}

/// Nobody to be compared with, or a plan that is not tested.
void settle_exemptions(const Run& run, AcpReport& report) {
  const bool nobody = report.nhce.count == 0 && run.people.people_left_out == 0;
  if (run.ready.acp.exempt) {
    report.result = AcpResult::exempt;
    report.notes.push_back(std::string{
        acp_of_plan(run.ready.plan, run.ready.law.plan_year, Verdict::available)->untested});
  } else if (nobody && report.parts.empty()) {
    report.result = AcpResult::exempt;
    report.notes.push_back(
        "nobody eligible is a nonhighly compensated employee (Treas. Reg. 1.401(m)-2(a)(1)(ii))");
  }
}

/// What must go back in all, as far as it is told. Empty where the test does not surely fail, or
/// not all is told.
std::optional<TestCorrection> find_excess(const Run& run, AcpReport& report) {
  if (report.result != AcpResult::fail && report.result != AcpResult::undetermined)
    return std::nullopt;
  const Grouping& grouping = run.chosen().grouping;
  Excess excess = excess_of(run.people, run.chosen());
  const bool no_figure = grouping.prior_year && !grouping.prior_nhce;
  report.excess_high = no_figure ? Money::ceiling() : excess.high;
  if (report.result == AcpResult::undetermined) return std::nullopt;
  report.excess_low = excess.low;
  report.excess = excess.low;
  return std::move(excess.exactly);
}

/// Who must get what back.
void correct(const Run& run, const FactsOf& facts_of, AcpReport& report) {
  const std::optional<TestCorrection> found = find_excess(run, report);
  const bool settled = found || report.result == AcpResult::pass;
  if (found) report.excise_if_late = excise_on(found->excess);
  const TestCorrection correction = found.value_or(TestCorrection{});
  for (const auto& [employee, amount] : correction.refunds) {
    const NumberedPerson& person = run.people.persons[employee->person];
    report.refunds.push_back({person.id, amount, person.row});
  }
  if (!settled || run.options.brief) return;
  report.corrections =
      corrections_of(run.ready, run.people, facts_of, correction, run.adp,
                     match_counting(run.people, run.chosen().left_out), report.assumptions);
}

bool everybody_is_kept(const TestedPeople& people) {
  return people.count() == std::ssize(people.employees);
}

void solve(const Run& run, AcpReport& report) {
  if (report.result == AcpResult::exempt || run.options.brief) return;
  std::vector<std::string_view> asked = run.options.solve;
  if (asked.empty() && report.result == AcpResult::fail) asked = acp_solvable();
  for (const std::string_view what : asked) {
    if (everybody_is_kept(run.people) || solved_for_the_highly_compensated(what))
      report.solutions.push_back(solved(what, run.checker, run.people, run.chosen()));
  }
  if (report.solutions.size() == asked.size()) return;
  report.notes.emplace_back(
      "of a file this long only what the highly compensated may put in is solved; ask for what the "
      "others would have to save or be given, `--solve nhce-participation`, `--solve nhce-match`, "
      "`--solve qnec`, and the file is held in memory whole");
}

}  // namespace

bool is_exempt_from_acp(PlanType type) {
  return type.sponsor == PlanSponsor::governmental ||
         (type.sponsor == PlanSponsor::church && type.family == PlanFamily::b403);
}

AcpTerms acp_terms(const Plan& plan, PlanYear year) {
  // A safe harbor and a match of other years leave nothing out of this one's test.
  Plan of_year;
  const auto keep = [year](const auto& clauses, auto& kept) {
    for (const auto& clause : clauses) {
      if (meets(clause.scope, year)) kept.push_back(clause);
    }
  };
  keep(plan.safe_harbor, of_year.safe_harbor);
  keep(plan.acp_safe_harbor, of_year.acp_safe_harbor);
  keep(plan.matches, of_year.matches);
  return {.exempt = is_exempt_from_acp(plan.type),
          .prior_year = states(year, plan.acp_method, AcpMethod::prior_year),
          .left_out = match_left_out(of_year)};
}

AcpTerms acp_terms(const Checker& checker) { return checker.ready().acp; }

Excludables excludables_of(const Plan& plan, PlanYear year) {
  if (stated_in(year, plan.separate_otherwise_excludable) != nullptr) return Excludables::apart;
  return stated_in(year, plan.exclude_otherwise_excludable) != nullptr ? Excludables::left_out
                                                                       : Excludables::together;
}

AcpReport acp_test(const Checker& checker, TestedPeople people, const FactsOf& facts_of,
                   const AcpOptions& options) {
  const Run run = made_ready(checker, std::move(people), options);
  AcpReport report{.plan = run.ready.plan.name, .year = run.ready.law.year};
  report.assumptions = run.people.assumptions;
  report.people_left_out = run.people.people_left_out;
  run_elections(run, report);
  settle_exemptions(run, report);
  say_how_it_is_run(report, run.ready, run.people, options, run.chosen());
  if (report.result != AcpResult::exempt) {
    say_what_is_open(report, run.ready, run.people, options, run.chosen());
    report.deadlines = correction_dates(run.ready.law.plan_year,
                                        has_six_months(run.ready.plan, run.ready.law.plan_year));
  }
  if (run.adp && !run.ready.acp.exempt) report.adp = run.adp->report;
  if (run.adp && !run.adp->why_not.empty()) report.notes.emplace_back(run.adp->why_not);
  correct(run, facts_of, report);
  solve(run, report);
  say_what_to_do(report, run.ready);
  report.top_heavy = top_heavy_test(run.ready, run.people);
  report.findings = other_tests(run.ready, run.people, report);
  return report;
}

bool sums_settle(const Checker& checker, const TestedPeople& people, const AcpOptions& options) {
  const Checker::Ready& ready = checker.ready();
  const bool told_apart =
      excludables_of(ready.plan, ready.law.plan_year) != Excludables::together ||
      people.others_of(OtherwiseExcludable::yes).count != 0 ||
      std::any_of(people.employees.begin(), people.employees.end(), [](const TestedEmployee& one) {
        return one.excludable == OtherwiseExcludable::yes;
      });
  const bool all_told = people.others_of(OtherwiseExcludable::not_told).count == 0;
  const bool of_the_highly =
      std::all_of(options.solve.begin(), options.solve.end(), solved_for_the_highly_compensated);
  return people.sums_suffice && (all_told || !told_apart) && of_the_highly && !options.qnec &&
         !elects_top_paid_group(ready.plan, ready.law.plan_year);
}

AcpReport acp_test(const Checker& checker, const std::vector<Participant>& census,
                   const AcpOptions& options) {
  CensusInTest everybody{checker, census, options};
  TestedPeople people = std::move(everybody.people);
  return acp_test(checker, std::move(people), everybody.facts(), options);
}

std::optional<RoomsAfterAcp> rooms_after_acp(const Checker& checker,
                                             const std::vector<Participant>& census,
                                             const AcpOptions& options) {
  CensusInTest everybody{checker, census, options};
  return rooms_after_acp(checker, std::move(everybody.people), options);
}

std::optional<RoomsAfterAcp> rooms_after_acp(const Checker& checker, TestedPeople people,
                                             const AcpOptions& options) {
  const Run run = made_ready(checker, std::move(people), options);
  const bool open = !run.people.undecided.empty() || run.people.people_left_out != 0 ||
                    (run.chosen().grouping.prior_year && !run.chosen().grouping.prior_nhce);
  if (run.ready.acp.exempt || open) return std::nullopt;
  const LeftByTest left = left_by_test(checker, run.people, run.chosen());
  RoomsAfterAcp rooms{.rate = left.rate, .people = {}};
  for (const LeftByTest::Person& one : left.people)
    rooms.people.push_back({one.person, one.after_tax});
  return rooms;
}

}  // namespace rothcheck::checker
