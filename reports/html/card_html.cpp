// The card as one sheet, with boxes to mark and a line to sign.
#include <fmt/format.h>

#include "reports/card.hpp"
#include "reports/check_text.hpp"
#include "reports/html/page.hpp"
#include "reports/html/words.hpp"
#include "reports/sha256.hpp"
#include "reports/sources_of_law.hpp"
#include "reports/version.hpp"

namespace rothcheck::reports {

namespace {

void write_subjects(Html& html, const Card& card) {
  html(
      "<section aria-labelledby=\"says\"><h2 id=\"says\">What the document says</h2>\n<table "
      "class=\"says\"><caption class=\"vh\">What the plan document says, by "
      "subject</caption>\n<thead>"
      "<tr><th scope=\"col\">Subject</th><th scope=\"col\">It says</th></tr></thead>\n<tbody>\n");
  for (const CardSubject& subject : card.subjects) {
    html("<tr><th scope=\"row\">{}</th><td>", subject.name);
    for (const Span where : subject.clauses) {
      html("<span class=\"clause\">");
      write_clause(html, card.sources, where);
      html("</span> ");
    }
    html("</td></tr>\n");
  }
  html("</tbody></table></section>\n");
}

void write_groups(Html& html, const Card& card) {
  if (card.plan.groups.size() < 2) return;
  html(
      "<section aria-labelledby=\"whom\"><h2 id=\"whom\">For whom</h2>\n<table><caption "
      "class=\"vh\">The answer for each group</caption>\n<thead><tr><th "
      "scope=\"col\">Group</th><th "
      "scope=\"col\">Answer</th></tr></thead>\n<tbody>\n");
  constexpr std::size_t most = 12;
  for (std::size_t i = 0; i < card.plan.groups.size() && i < most; ++i) {
    const GroupAnswer& group = card.plan.groups[i];
    html("<tr><th scope=\"row\">{}</th><td>", with_capital(shortened(group.group, 80)));
    write_mark(html, mark_of(group.verdict));
    html("</td></tr>\n");
  }
  html("</tbody></table>\n");
  if (card.plan.groups.size() > most)
    html("<p>And {} more groups.</p>\n", card.plan.groups.size() - most);
  html("</section>\n");
}

void write_questions(Html& html, const Card& card) {
  if (card.plan.questions.empty()) return;
  html(
      "<section aria-labelledby=\"silent\"><h2 id=\"silent\">What is silent: ask the "
      "administrator</h2>\n<table class=\"marks\"><caption class=\"vh\">Questions, with boxes to "
      "mark on "
      "paper</caption>\n<thead><tr><th scope=\"col\">Question</th><th scope=\"col\">Asked</th><th "
      "scope=\"col\">Answered</th></tr></thead>\n<tbody>\n");
  for (const Question& question : card.plan.questions) {
    html(
        "<tr><th scope=\"row\">{}</th><td><span class=\"box\"></span></td><td><span "
        "class=\"box\"></span></td></tr>\n",
        asked(question.kind));
  }
  html("</tbody></table></section>\n");
}

void write_conditions(Html& html, const Card& card) {
  if (card.plan.routes.empty()) return;
  html("<section aria-labelledby=\"way\"><h2 id=\"way\">The way to Roth</h2>\n<ul>\n");
  for (const Route route : card.plan.routes) html("<li>{}.</li>\n", route_words(route));
  for (const Friction& friction : card.plan.frictions)
    html("<li>{}.</li>\n", with_capital(friction.text));
  html("</ul></section>\n");
}

void write_end(Html& html, const Card& card) {
  html(
      "<section aria-labelledby=\"before\"><h2 id=\"before\">Before a change takes "
      "effect</h2>\n<ul><li>The document’s provider drafts the amendment; the sponsor adopts it; "
      "participants are told.</li><li>Payroll and the recordkeeper confirm that they can carry it "
      "out, "
      "and from when.</li><li>The test is run again on the new elections, while there is time to "
      "change "
      "them.</li></ul></section>\n<div class=\"sign\"><span>For the "
      "committee</span><span>Name</span><span>Date</span></div>\n");
  const YearFigures* year = card.limits.find(card.plan.year);
  html(
      "<footer class=\"fine\"><p><b>Informational; not legal or tax advice. The plan document "
      "decides.</b> Limits of {}: {}. rothcheck {}",
      card.plan.year, year == nullptr ? std::string_view{"none"} : source_of_year(*year),
      program_version());
  if (card.plan.where.somewhere())
    html("; plan file {} (SHA-256)",
         hexadecimal(sha256(card.sources.text(card.plan.where.source))));
  html(".</p></footer>\n");
}

}  // namespace

void write_card_html(const Card& card, std::ostream& out) {
  Html html{out};
  const PlanAnswer& plan = card.plan;
  const std::string title = fmt::format("Plan card, {}", plan.year);
  const PageParts parts{title, card_style, {}};
  begin_page(html, parts);
  html(
      "<main class=\"sheet\" id=\"main\">\n<header><div class=\"brand\"><span>Plan card for the "
      "committee. It names nobody.</span><span>Plan year {}</span></div>\n<h1>{}: after-tax "
      "savings to "
      "Roth</h1></header>\n<div class=\"answer\">\n",
      plan.year, shortened(plan.name));
  write_box(html, plan_answer_of(plan), plan_sentence_of(plan));
  write_box(html, test_answer_of(plan), test_sentence_of(plan));
  html("</div>\n");
  write_groups(html, card);
  write_conditions(html, card);
  write_subjects(html, card);
  write_questions(html, card);
  write_end(html, card);
  html("</main>\n");
  end_page(html, parts);
}

}  // namespace rothcheck::reports
