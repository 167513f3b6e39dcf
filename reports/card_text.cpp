// The card for a terminal, and in Markdown for a page of the committee's own.
#include <fmt/format.h>

#include <ostream>

#include "reports/card.hpp"
#include "reports/check_text.hpp"
#include "reports/clauses.hpp"
#include "reports/html/words.hpp"
#include "reports/markdown.hpp"
#include "reports/unicode.hpp"

namespace rothcheck::reports {

namespace {

std::string clause_with_place(const Sources& sources, Span where) {
  const std::string cite = clause_cite(sources, where);
  return fmt::format("{} ({})", clause_text(sources, where),
                     cite.empty() ? line_place(sources, where) : cite);
}

std::string markdown_clause(const Sources& sources, Span where) {
  const std::string cite = clause_cite(sources, where);
  return fmt::format("{} ({})", markdown_code(clause_text(sources, where)),
                     markdown_text(cite.empty() ? line_place(sources, where) : cite));
}

}  // namespace

void write_card_text(const Card& card, std::ostream& out) {
  Page page{out, 96, false};
  const PlanAnswer& plan = card.plan;
  page.paragraph(printable(shortened(plan_title(plan))), 0, 0, Ink::bold);
  page.paragraph(fmt::format("{}. {}", plan_answer_of(plan).words, plan_sentence_of(plan)));
  page.blank();
  for (const CardSubject& subject : card.subjects) {
    page.paragraph(subject.name, 0, 0, Ink::bold);
    for (const Span where : subject.clauses)
      page.paragraph(printable(clause_with_place(card.sources, where)), 4, 4);
  }
  if (!plan.questions.empty()) {
    page.blank();
    page.paragraph("Ask the administrator", 0, 0, Ink::bold);
    for (const Question& question : plan.questions)
      page.paragraph(fmt::format("- {}", asked(question.kind)), 2, 2);
  }
  page.blank();
  page.paragraph(fmt::format("Nondiscrimination test: {}. {}", test_answer_of(plan).words,
                             test_sentence_of(plan)));
  page.paragraph("Informational; not legal or tax advice. The plan document decides.");
}

void write_card_markdown(const Card& card, std::ostream& out) {
  const PlanAnswer& plan = card.plan;
  out << fmt::format("## {}\n\n**{}.** {}\n\n| | the document says |\n| --- | --- |\n",
                     markdown_text(shortened(plan_title(plan))), plan_answer_of(plan).words,
                     markdown_text(plan_sentence_of(plan)));
  for (const CardSubject& subject : card.subjects) {
    out << "| " << subject.name << " | ";
    for (const Span where : subject.clauses)
      out << (where == subject.clauses.front() ? "" : "; ") << markdown_clause(card.sources, where);
    out << " |\n";
  }
  if (!plan.questions.empty()) out << "\n### Ask the administrator\n\n";
  for (const Question& question : plan.questions) out << "- " << asked(question.kind) << '\n';
  out << fmt::format(
      "\n**Nondiscrimination test: {}.** {}\n\nInformational; not legal or tax advice. "
      "The plan document decides.\n",
      test_answer_of(plan).words, markdown_text(test_sentence_of(plan)));
}

}  // namespace rothcheck::reports
