// READING.md R6.4, R13.5, R13.7, R13.10: which ways the law leaves open, and which the plan chose.
#include "checker/acp/ways.hpp"

#include <algorithm>

#include "checker/acp/stated.hpp"

namespace rothcheck::checker {
namespace {

/// Whose average of the others counts.
struct Year {
  bool prior = false;
  std::optional<Hundredths> nhce = {};
  std::string_view needs = {};
};

/// The plan's own year, then the other one where its figure is known.
std::vector<Year> years_of(const Checker::Ready& ready, const AcpOptions& options) {
  const Plan& plan = ready.plan;
  const PlanYear year = ready.law.plan_year;
  const Year current{.prior = false};
  if (!ready.acp.prior_year) {
    std::vector<Year> years = {current};
    if (options.prior_nhce) {
      years.push_back({.prior = true,
                       .nhce = options.prior_nhce,
                       .needs = stated_in(year, plan.acp_method) == nullptr
                                    ? "the document says prior-year"
                                    : "the document is amended as Treas. Reg. "
                                      "1.401(m)-2(c)(1) lets it"});
    }
    return years;
  }
  Year prior{.prior = true, .nhce = options.prior_nhce};
  if (options.first_year) {
    // The year's own average is what the current year's method takes.
    if (states(year, plan.first_year_acp, FirstYearAcp::own)) return {current};
    prior.nhce = Hundredths{300};
  }
  return {prior, {.prior = false, .needs = "the document is amended to current-year"}};
}

struct MatchChoice {
  MatchLeftOut left_out;
  std::string_view needs = {};
};

/// Silence leaves out what may be left out.
std::vector<MatchChoice> matches_of(const Checker::Ready& ready) {
  const MatchLeftOut& may = ready.acp.left_out;
  const MatchChoice counted, left_out{may};
  if (may.nothing()) return {counted};
  const auto* stated = stated_in(ready.law.plan_year, ready.plan.match_in_test);
  if (stated == nullptr) return {left_out, counted};
  if (stated->value == MatchInTest::counted)
    return {counted, {may, "the document says that match is left out"}};
  return {left_out, {{}, "the document says that match is counted"}};
}

std::vector<Excludables> choices_of(Excludables chosen, const TestedPeople& people) {
  std::vector<Excludables> all = {chosen};
  const bool any = people.others_of(OtherwiseExcludable::yes).count != 0 ||
                   std::any_of(people.employees.begin(), people.employees.end(),
                               [](const TestedEmployee& employee) {
                                 return employee.excludable == OtherwiseExcludable::yes;
                               });
  if (!any) return all;
  for (const Excludables other :
       {Excludables::together, Excludables::left_out, Excludables::apart}) {
    if (other != chosen) all.push_back(other);
  }
  return all;
}

std::string_view law_of(const Way& way) {
  if (way.grouping.excludables != Excludables::together) return "Treas. Reg. 1.401(m)-2(a)(1)(iii)";
  if (!way.left_out.nothing()) return "Treas. Reg. 1.401(m)-2(a)(5)(iv)";
  if (way.extras) return "Treas. Reg. 1.401(m)-2(a)(6)";
  return "IRC 401(m)(2)(A)";
}

std::string_view needs_of(const Year& year, const MatchChoice& match, Excludables own,
                          Excludables group) {
  if (!year.needs.empty()) return year.needs;
  if (!match.needs.empty()) return match.needs;
  if (group == own) return {};
  return own == Excludables::together
             ? "coverage is tested without those under 21 or without a year of service (IRC "
               "410(b)(4)(B))"
             : "the document says so";
}

}  // namespace

std::vector<NamedWay> permitted_ways(const Checker::Ready& ready, const TestedPeople& people,
                                     const AcpOptions& options, bool lends) {
  const bool any_extra = std::any_of(
      people.employees.begin(), people.employees.end(), [&](const TestedEmployee& employee) {
        return employee.qnec > Money{} || (lends && employee.lent > Money{});
      });
  const std::vector<bool> extras = any_extra ? std::vector{true, false} : std::vector{false};
  const Excludables own = excludables_of(ready.plan, ready.law.plan_year);
  const std::vector<Excludables> excludables = choices_of(own, people);
  std::vector<NamedWay> ways;
  const std::vector<Year> years = years_of(ready, options);
  for (const Year& year : years) {
    for (const MatchChoice& match : matches_of(ready)) {
      for (const Excludables group : excludables) {
        for (const bool with_extras : extras) {
          // Where all match is left out the plan counts as one that tests by the current year.
          // Treas. Reg. 1.401(m)-2(c)(1)
          const bool prior = year.prior && !match.left_out.all;
          const bool repeated = &year != &years.front() && match.left_out.all;
          // The figure of the year before is that of the plan's own groups.
          if (repeated || (prior && group != own)) continue;
          Way way{.grouping = {.excludables = group,
                               .prior_year = prior,
                               .prior_nhce = prior ? year.nhce : std::nullopt},
                  .left_out = match.left_out,
                  .extras = with_extras,
                  .lends = with_extras && lends};
          AcpElection said{.method = prior ? "prior-year" : "current-year",
                           .match = match.left_out.nothing() ? "counted" : "disregarded",
                           .law = law_of(way),
                           .excludables = group,
                           .extras = with_extras,
                           .needs = needs_of(year, match, own, group),
                           .chosen = ways.empty()};
          ways.push_back({std::move(way), std::move(said)});
        }
      }
    }
  }
  return ways;
}

}  // namespace rothcheck::checker
