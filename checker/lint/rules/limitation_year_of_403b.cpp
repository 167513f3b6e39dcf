// A limitation year that a 403(b) document cannot choose.
#include "checker/lint/rule.hpp"

namespace rothcheck::checker {

constexpr Rule rule::limitation_year_of_403b{
    .kind = {.code = "LAW145",
             .name = "limitation-year-of-403b",
             .severity = Severity::warning,
             .citation = "Treas. Reg. 1.415(j)-1(e)",
             .why =
                 "Each person is taken to control his or her own 403(b) account, and has the "
                 "calendar year as limitation year, whatever the plan says. It is another one only "
                 "for a person who controls an employer, or who has chosen another with a "
                 "statement attached to a tax return.",
             .help = "leave the limitation year out; where the document means its plan year, write "
                     "`plan-year begins` and the day"},
    .page = {.mistake = "A 403(b) plan states a limitation year of its own.",
             .find = "See whether the document means its plan year, in which it is administered, "
                     "and not the year of the 415 limits.",
             .fix = "Remove the statement: the calendar year is taken in any case.",
             .avoid = "Write a limitation year only for plans that are not 403(b) plans.",
             .example = "type 403(b); limitation-year begins 07-01"},
    .in_answer = true,
    .any_year = true,
    .check = [](const RuleInput& in, const Reporter& report) {
      if (in.plan.type.family != PlanFamily::b403) return;
      for (const auto& stated : in.plan.limitation_year)
        report(stated.where, "a 403(b) has the calendar year as limitation year, which is taken");
    }};

}  // namespace rothcheck::checker
