// A letter as one sheet, without script.
#include "reports/amounts.hpp"
#include "reports/html/page.hpp"
#include "reports/html/parts.hpp"
#include "reports/letter.hpp"

namespace rothcheck::reports {

namespace {

void write_amount(Html& html, const LetterAmount& amount) {
  html("<div class=\"big\"><p>{} <b>{}</b></p>\n", amount.words, amount_words(amount.amount));
  if (amount.whole > Money{} && amount.used > Money{}) {
    const std::int64_t used = amount.used.in_cents() * 1000 / amount.whole.in_cents();
    html(
        "<svg viewBox=\"0 0 1000 20\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect "
        "class=\"k1\" width=\"{}\" height=\"20\"/><rect class=\"k4\" x=\"{}\" width=\"{}\" "
        "height=\"20\"/></svg>\n<ul class=\"parts\"><li class=\"q1\">In so far <b>{}</b></li><li "
        "class=\"q4\">Still possible <b>{}</b></li></ul>\n",
        used, used, 1000 - used, to_string(amount.used), to_string(amount.whole - amount.used));
  }
  html("</div>\n");
}

void write_lines(Html& html, const std::vector<LetterLine>& lines) {
  if (lines.empty()) return;
  html("<table class=\"why\"><caption class=\"vh\">How the amount comes about</caption><tbody>\n");
  for (const LetterLine& line : lines) {
    html(line.sum ? Markup<0>{"<tr class=\"sum\">"} : Markup<0>{"<tr>"});
    html("<th scope=\"row\">{}", shortened(line.words));
    if (!line.cite.empty()) html(" <span class=\"cite\">{}</span>", shortened(line.cite));
    html("</th><td class=\"n\">{}</td></tr>\n", line.amount);
  }
  html("</tbody></table>\n");
}

void write_section(Html& html, const LetterSection& section) {
  html("<h2>{}</h2>\n", section.heading);
  write_lines(html, section.lines);
  if (section.steps) html("<ol>\n");
  for (const std::string& words : section.paragraphs) {
    html(section.steps ? Markup<0>{"<li>"} : Markup<0>{"<p>"});
    html.text(words);
    html(section.steps ? Markup<0>{"</li>\n"} : Markup<0>{"</p>\n"});
  }
  if (section.steps) html("</ol>\n");
}

}  // namespace

void write_letter_html(const Letter& letter, std::ostream& out) {
  Html html{out};
  const PageParts parts{"Your after-tax savings", letter_style, {}};
  begin_page(html, parts);
  html("<main class=\"sheet\" id=\"main\">\n<header>");
  if (!letter.from.empty()) html("<p class=\"from\"><b>{}</b></p>\n", shortened(letter.from));
  html("<p class=\"to\">To ");
  write_id(html, letter.to);
  html("<br>About {}</p>\n<h1>{}</h1></header>\n<p>{}</p>\n", letter.about, letter.heading,
       letter.opening);
  if (letter.amount) write_amount(html, *letter.amount);
  for (const LetterSection& section : letter.sections) write_section(html, section);
  html("<footer class=\"fine\">");
  for (const std::string& line : letter.fine_print) html("<p>{}</p>\n", line);
  html("</footer>\n</main>\n");
  end_page(html, parts);
}

}  // namespace rothcheck::reports
