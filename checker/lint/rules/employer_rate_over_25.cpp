// A solo plan's employer rate beyond section 404.  READING.md R7.2
#include <fmt/format.h>

#include "checker/law/deduction.hpp"
#include "checker/lint/clauses.hpp"
#include "checker/lint/rule.hpp"

namespace rothcheck::checker {

constexpr Rule rule::employer_rate_over_25{
    .kind = {.code = "LAW104",
             .name = "employer-rate-over-25",
             .severity = Severity::error,
             .citation = "IRC 404(a)(3)(A), 404(a)(8)",
             .why = "The business may deduct at most 25% of compensation, which is 20% of earned "
                    "income before the contribution for a self-employed owner. More is not "
                    "deductible and bears an excise tax of 10% a year.",
             .help = "write `25% of pay`, which is cut to what the law allows"},
    .page = {.mistake = "The profit-sharing rate of a solo plan is above 25% of pay.",
             .find =
                 "Add up the percentages of all nonelective lines that are for the same person.",
             .fix = "Write `25% of pay`; the program works out the reduced rate.",
             .avoid = "Do not add the deferral or the after-tax contribution to the employer's "
                      "rate: they are not employer money under section 404.",
             .example = "type solo 401(k); nonelective { 30% of pay }"},
    .check = [](const RuleInput& in, const Reporter& report) {
      if (in.plan.type.family != PlanFamily::solo_401k) return;
      for (const auto& line : in.plan.nonelectives) {
        const Amount& amount = line.value.amount;
        if (amount.basis != Amount::Basis::of_pay || amount.rate <= deductible_share) continue;
        report(line.where,
               fmt::format("{} is above the 25% of pay that the business may deduct in {}",
                           brief(amount), in.law().year));
      }
    }};

}  // namespace rothcheck::checker
