#include "checker/acp/notes.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "checker/acp/stated.hpp"
#include "checker/law/contribution_percentage.hpp"
#include "model/counted.hpp"

namespace rothcheck::checker {
namespace {

template <class Condition>
bool any(const TestedPeople& people, Condition condition) {
  return std::any_of(people.employees.begin(), people.employees.end(), condition);
}

bool takes_after_tax(const Plan& plan) {
  return std::any_of(plan.contributions.begin(), plan.contributions.end(), [](const auto& clause) {
    return clause.value.kind == Kind::after_tax && clause.value.answer == Answer::allowed;
  });
}

bool rules_after_tax_out(const Plan& plan) {
  return !takes_after_tax(plan) &&
         std::any_of(plan.contributions.begin(), plan.contributions.end(),
                     [](const auto& clause) { return clause.value.kind == Kind::after_tax; });
}

void say_bargained(AcpReport& report, const Plan& plan, const TestedPeople& people) {
  if (plan.collectively_bargained.empty()) {
    report.result = AcpResult::undetermined;
    report.notes.push_back(
        "the file tells who is under a collective bargaining agreement: they are a test of their "
        "own, which is deemed to pass (Treas. Reg. 1.401(m)-1(b)(2)); say which class they are, "
        "`testing { collectively-bargained class \"...\" }`");
  } else if (!people.tells_classes) {
    report.result = AcpResult::undetermined;
    report.notes.push_back(
        "the file tells who is under a collective bargaining agreement, and not in the plan's "
        "words: give the class that the plan names in a column `class` (Treas. Reg. "
        "1.401(m)-1(b)(2))");
  }
}

}  // namespace

void say_how_it_is_run(AcpReport& report, const Checker::Ready& ready, const TestedPeople& people,
                       const AcpOptions& options, const Way& chosen) {
  const Plan& plan = ready.plan;
  if (!ready.acp.left_out.nothing()) {
    report.notes.push_back(fmt::format(
        "the safe harbor lets the test leave out {} match",
        ready.acp.left_out.all
            ? std::string{"all"}
            : fmt::format("each person's first {} of pay of", to_string(ready.acp.left_out))));
  }
  if (stated_in(ready.law.plan_year, plan.acp_method) == nullptr) {
    report.notes.push_back(
        "the plan file does not state current-year or prior-year testing: current-year is shown");
    report.questions.push_back({QuestionKind::acp_method});
  }
  if (chosen.grouping.prior_year && !chosen.grouping.prior_nhce)
    report.questions.push_back({QuestionKind::prior_nhce_acp});
  if (options.first_year && ready.acp.prior_year &&
      stated_in(ready.law.plan_year, plan.first_year_acp) == nullptr) {
    report.notes.push_back(
        "the first year takes 3%; the document may take the year's own average instead (IRC "
        "401(k)(3)(E))");
  }
  if (options.qnec) {
    report.notes.push_back(
        fmt::format("a trial: everybody else gets a qualified nonelective contribution of {} of "
                    "pay",
                    percent(*options.qnec)));
  }
  if (options.year_to_date) {
    report.notes.push_back(
        fmt::format("projected from {} to the end of the year", to_string(*options.year_to_date)));
  }
  if (rules_after_tax_out(plan)) {
    report.notes.push_back(
        fmt::format("the plan takes no after-tax money: with it added, the highly compensated "
                    "could put in {} of pay each as the others save now",
                    percent(report.largest_hce_after_tax)));
  }
  const bool safe_harbor_extras =
      chosen.extras && any(people, [](const TestedEmployee& one) { return one.qnec > Money{}; });
  if (safe_harbor_extras) {
    report.notes.push_back(
        "qualified nonelective contributions count as far as they are vested like deferrals, pass "
        "the general test with and without (Treas. Reg. 1.401(m)-2(a)(6)(iii)), are counted in no "
        "other test, and are not the safe harbor's own");
  }
}

void say_what_is_open(AcpReport& report, const Checker::Ready& ready, const TestedPeople& people,
                      const AcpOptions& options, const Way& chosen) {
  if (!people.undecided.empty()) {
    report.questions.push_back({QuestionKind::hce_status});
    report.notes.push_back(
        fmt::format("the HCE status of {} is not told",
                    counted(static_cast<std::int64_t>(people.undecided.size()), "employee")));
  }
  if (people.people_left_out > 0) {
    report.notes.push_back(fmt::format(
        "{} could not be used, and everybody who could have contributed belongs in the test: "
        "mend what is wrong there",
        counted(people.people_left_out, "row")));
  }
  const bool places_open = chosen.grouping.excludables != Excludables::together &&
                           any(people, [](const TestedEmployee& one) {
                             return one.excludable == OtherwiseExcludable::not_told;
                           });
  if (places_open) report.questions.push_back({QuestionKind::otherwise_excludable});
  const bool match_open =
      any(people, [](const TestedEmployee& one) { return one.match_least != one.match_most; }) ||
      std::any_of(people.others.begin(), people.others.end(),
                  [](const OtherEmployees& some) { return some.match_open; });
  if (match_open && !chosen.left_out.all) {
    report.notes.push_back(
        "match that is not told is taken as anything from the least to the most that the plan "
        "could pay; state the match of each person to settle it");
    report.questions.push_back({QuestionKind::deferrals_told});
  }
  std::int64_t pay_open = std::count_if(people.employees.begin(), people.employees.end(),
                                        [](const TestedEmployee& one) { return !one.pay_told; });
  for (const OtherEmployees& some : people.others) pay_open += some.pay_open;
  if (pay_open != 0) {
    report.notes.push_back(fmt::format(
        "the pay of {} is not told: what they have in the test is taken as anything from none to "
        "all of it",
        counted(pay_open, "employee")));
    report.questions.push_back({QuestionKind::pay});
  }
  const auto lends_too_much = std::count_if(
      people.employees.begin(), people.employees.end(), [&](const TestedEmployee& one) {
        const Participant* facts = people.persons[one.person].facts;
        return facts != nullptr && facts->acp_deferrals.value_or(Money{}) > one.lent;
      });
  if (lends_too_much != 0) {
    report.notes.push_back(
        fmt::format("`acp_deferrals` of {} is more than is deferred without catch-up: no more than "
                    "that is counted",
                    counted(lends_too_much, "employee")));
  }
  // The limit is not rounded, and a rounded average can lie between the two.
  const bool between =
      report.hce.average() == report.limit && !passes(report.hce.average(), report.nhce_average);
  if (between) {
    report.notes.push_back(
        "the average is above the limit by less than a hundredth of a percent; the regulation's "
        "own example shows such a limit rounded, so some would let it pass (Treas. Reg. "
        "1.401(m)-2(a)(7) Example 4)");
  }
  if (options.bargained_untold) say_bargained(report, ready.plan, people);
}

void say_what_to_do(AcpReport& report, const Checker::Ready& ready) {
  if (report.result != AcpResult::fail) return;
  report.notes.push_back(
      "a refund of after-tax money does not give annual additions room back (Treas. Reg. "
      "1.415(c)-1(b)(1)(ii)); it is no rollover and bears no 10% tax, its earnings and match are "
      "income of the year paid (Treas. Reg. 1.401(m)-2(b)(2)(vi))");
  if (!takes_after_tax(ready.plan)) return;
  report.notes.push_back(
      "money already converted inside the plan: there is no rule; some back the conversion out for "
      "the excess and its earnings, others pay from the Roth account. The principal is the same, "
      "and earnings taxed at the conversion must not be taxed twice");
  report.notes.push_back(
      "an account already paid out whole counts as the correction as far as one was due (Treas. "
      "Reg. 1.401(m)-2(b)(2)(v)); that part was no rollover, and in a Roth IRA it is an excess "
      "contribution, to be taken out with its earnings");
}

}  // namespace rothcheck::checker
