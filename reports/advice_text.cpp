// `advise -f text`.
#include <fmt/format.h>

#include <ostream>

#include "reports/advice.hpp"
#include "reports/check_text.hpp"
#include "reports/page.hpp"
#include "reports/unicode.hpp"

namespace rothcheck::reports {

namespace {

void write_block(std::ostream& out, std::string_view block) {
  while (!block.empty()) {
    const std::size_t end = block.find('\n');
    out << "      " << printable(block.substr(0, end)) << '\n';
    block.remove_prefix(end == block.npos ? block.size() : end + 1);
  }
}

void write_worth(Page& page, const Proposal& proposal) {
  for (std::size_t i = 1; i < proposal.worth.size(); ++i) {
    const AdviceWorth& group = proposal.worth[i];
    if (group.before == group.after) continue;
    page.entry("", fmt::format("{}: {} of {}, {} instead of {}", printable(group.group),
                               group.gain + group.lose, group.people, to_string(group.after),
                               to_string(group.before)));
  }
}

void write_proposal(std::ostream& out, Page& page, const Proposal& proposal, std::size_t number,
                    const PlanAdvice& advice, const Sources& sources,
                    const AdviceOptions& options) {
  page.blank();
  page.paragraph(fmt::format("  {}. {}", number, printable(heading_of(proposal))), 0, 5, Ink::bold);
  page.entry("worth", worth_words(proposal, advice.worth_of));
  if (options.summary) return;
  write_worth(page, proposal);
  for (const Proposal::Step& step : proposal.steps)
    page.entry("less", printable(step_words(step, proposal)));
  for (const PlanChange& change : proposal.changes)
    page.entry(change.asks ? "ask" : "change", printable(words_of(change, sources)));
  if (!proposal.amendment.empty()) {
    page.entry("block", "goes before the plan's last brace");
    write_block(out, proposal.amendment);
  }
  for (const std::string_view law : laws_of(proposal)) page.entry("law", law);
  for (const std::string& line : proposal.follows) page.entry("then", line);
}

}  // namespace

void write_advice_text(const AdviceReport& report, const AdviceOptions& options,
                       std::ostream& out) {
  Page page{out, options.width, options.colour};
  for (const PlanAdvice& advice : report.plans) {
    if (&advice != &report.plans.front()) page.blank();
    page.paragraph(printable(plan_title(advice.answer)) + ": what would open or widen it", 0, 0,
                   Ink::bold);
    page.headline(
        "", verdict_word(advice.answer.verdict), verdict_ink(advice.answer.verdict),
        advice.proposals.empty() ? nothing_words(advice) : std::string{"as the plan is now"});
    std::size_t number = 0;
    for (const Proposal& proposal : advice.proposals)
      write_proposal(out, page, proposal, ++number, advice, *report.sources, options);
    page.blank();
    for (const std::string& note : advice.notes) page.entry("note", note);
  }
}

}  // namespace rothcheck::reports
