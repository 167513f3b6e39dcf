// A participant with facts missing becomes several settled persons: one for every way the missing
// facts could turn out that the plan tells apart. The answer is what all of them have in common.
#pragma once

#include <functional>
#include <vector>

#include "checker/law/figures.hpp"
#include "checker/law/highly_compensated.hpp"
#include "checker/terms/person.hpp"
#include "checker/terms/terms.hpp"
#include "checker/year/inquiry.hpp"
#include "model/assessment.hpp"

namespace rothcheck::checker {

/// Whether something is elected. An election that was made says that the plan takes it.
bool elects(const std::optional<Election>& election);

/// A missing fact and the ways it could turn out.
struct OpenFact {
  std::vector<Question> questions;
  std::vector<std::function<void(Person&)>> ways;
  /// An amount of money, of which the ways are the ends and not all there is.
  bool amount = false;
};

/// A person as far as the census tells, and what it leaves open.
struct Resolution {
  Person person;
  std::vector<OpenFact> open;
  Assumptions assumptions;
  /// The eligibility clause that keeps the person out, if one does.
  Span excluded_by;
  std::optional<bool> highly_compensated;
  std::optional<int> age;
  std::optional<bool> roth_catch_up_required;
};
Resolution resolve(const Plan& plan, const Inquiry& inquiry, const Figures& law,
                   const Participant& participant);

/// Settles what depends on the terms of the person's group: permissions and the several kinds of
/// pay.
template <class Lines>
void settle(Person& person, const Participant& participant, const Terms& terms, const Figures& law,
            Lines& lines);

/// Whether this participant's pay leaves money open under the plan, and what to ask.
std::vector<Question> pay_questions(const Plan& plan, const Participant& participant);

/// Whether a pay code that the plan counts is not stated while others are.
bool pay_parts_missing(const Plan& plan, const Participant& participant);

/// Whether some limit or minimum is in percent of base pay.
bool limits_base_pay(const Plan& plan);

/// How the person earns: stated, or told by a net profit.
bool is_self_employed(const Participant& participant);

}  // namespace rothcheck::checker
