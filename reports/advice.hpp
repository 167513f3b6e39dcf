// The answer of `rothcheck advise` to bytes. It has no person in it, but sums of groups.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "model/advice.hpp"
#include "reports/tree.hpp"

namespace rothcheck::reports {

struct AdviceOptions {
  bool colour = false;
  int width = 96;
  bool summary = false;  // without groups of people, blocks and what must follow
};

void write_advice_text(const AdviceReport& report, const AdviceOptions& options, std::ostream& out);
void write_advice_markdown(const AdviceReport& report, const AdviceOptions& options,
                           std::ostream& out);
Tree tree_of(const AdviceReport& report);

/// `1. for class "field": after-tax allowed for class "field"`: what a set comes to, in a line.
std::string heading_of(const Proposal& proposal);
/// What is done for a change, or asked, with what stands there now.
std::string words_of(const PlanChange& change, const Sources& sources);
/// `$74,510.00 more for 9 of 64 people ($0.00 to $74,510.00)`, and what the test leaves of it.
std::string worth_words(const Proposal& proposal, WorthOf worth_of);
/// What comes with the changes by law, each once.
std::vector<std::string_view> laws_of(const Proposal& proposal);
/// What a lower ceiling comes to.
std::string step_words(const Proposal::Step& step, const Proposal& proposal);
/// `The plan is open to everybody in 2026; ...`: where there is nothing to propose, why.
std::string nothing_words(const PlanAdvice& advice);

}  // namespace rothcheck::reports
