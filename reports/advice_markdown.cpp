// `advise -f markdown`.
#include <fmt/format.h>

#include <ostream>

#include "reports/advice.hpp"
#include "reports/check_text.hpp"
#include "reports/markdown.hpp"
#include "reports/unicode.hpp"

namespace rothcheck::reports {

namespace {

void write_worth(std::ostream& out, const Proposal& proposal) {
  if (proposal.worth.size() < 2) return;
  out << "\n| group | people | more room | less room | before | after |\n"
         "| --- | ---: | ---: | ---: | ---: | ---: |\n";
  for (const AdviceWorth& group : proposal.worth) {
    out << fmt::format("| {} | {} | {} | {} | {} | {} |\n", markdown_text(group.group),
                       group.people, group.gain, group.lose, to_string(group.before),
                       to_string(group.after));
  }
}

/// A fence longer than any in the block.
void write_block(std::ostream& out, const std::string& block) {
  std::string fence = "```";
  while (block.find(fence) != block.npos) fence += '`';
  out << '\n' << fence << '\n';
  std::string_view rest = block;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    out << printable(rest.substr(0, end)) << '\n';
    rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
  }
  out << fence << '\n';
}

}  // namespace

void write_advice_markdown(const AdviceReport& report, const AdviceOptions& options,
                           std::ostream& out) {
  for (const PlanAdvice& advice : report.plans) {
    out << fmt::format("## {}: what would open or widen it\n\n**{}**",
                       markdown_text(plan_title(advice.answer)),
                       verdict_word(advice.answer.verdict));
    out << (advice.proposals.empty() ? ": " + markdown_text(nothing_words(advice)) : std::string{})
        << ".\n";
    std::size_t number = 0;
    for (const Proposal& proposal : advice.proposals) {
      out << fmt::format("\n### {}. {}\n\n{}.\n", ++number, markdown_text(heading_of(proposal)),
                         markdown_text(worth_words(proposal, advice.worth_of)));
      if (options.summary) continue;
      write_worth(out, proposal);
      out << '\n';
      for (const PlanChange& change : proposal.changes)
        out << fmt::format("- {}\n", markdown_text(words_of(change, *report.sources)));
      for (const Proposal::Step& step : proposal.steps)
        out << fmt::format("- {}\n", markdown_text(step_words(step, proposal)));
      for (const std::string_view law : laws_of(proposal))
        out << fmt::format("- {}\n", markdown_text(law));
      if (!proposal.amendment.empty()) write_block(out, proposal.amendment);
      if (!proposal.follows.empty()) out << '\n';
      for (const std::string& line : proposal.follows)
        out << fmt::format("- {}\n", markdown_text(line));
    }
    out << '\n';
    for (const std::string& note : advice.notes) out << fmt::format("- {}\n", markdown_text(note));
  }
}

}  // namespace rothcheck::reports
