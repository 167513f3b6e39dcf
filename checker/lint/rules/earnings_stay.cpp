// Withdrawals of contributions only.  READING.md R9.1
#include "checker/lint/clauses.hpp"
#include "checker/lint/rule.hpp"

namespace rothcheck::checker {

constexpr Rule rule::earnings_stay{
    .kind = {.code = "MBR106",
             .name = "earnings-stay-in-plan",
             .severity = Severity::info,
             .citation = "IRC 72(e)(8), 72(d)(2); Notice 2014-54",
             .why = "The plan pays out contributions and keeps their earnings. For tax a payment "
                    "from the after-tax account carries its share of the earnings all the same, so "
                    "a part of each payment is taxable and basis stays behind.",
             .help = "expect a taxable part in each conversion, as `rothcheck convert` shows it"},
    .page = {.mistake = "The plan pays out after-tax contributions without their earnings.",
             .find = "Ask whether the document means the amount that may be asked for, or how the "
                     "recordkeeper splits basis and earnings.",
             .fix = "Nothing needs mending where the document says so.",
             .avoid = "Convert often, while there are few earnings.",
             .example = "in-service-distribution { after-tax allowed; contributions only }"},
    .any_year = true,
    .check = [](const RuleInput& in, const Reporter& report) {
      if (!allowing(in.plan.distributions, Kind::after_tax)) return;
      for (const auto& clause : in.plan.contributions_only) {
        report(clause.where,
               "earnings stay in the plan; each payment is taxed on its share of them");
      }
    }};

}  // namespace rothcheck::checker
