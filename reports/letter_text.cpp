// A letter for a terminal, a mail, or a printer.
#include <fmt/format.h>

#include <ostream>

#include "reports/amounts.hpp"
#include "reports/letter.hpp"
#include "reports/page.hpp"
#include "reports/unicode.hpp"

namespace rothcheck::reports {

namespace {

constexpr int width = 76;

void write_section(Page& page, const LetterSection& section) {
  page.blank();
  page.paragraph(section.heading, 0, 0, Ink::bold);
  for (const LetterLine& line : section.lines) {
    page.table_row(printable(line.words), line.amount);
    if (!line.cite.empty()) page.paragraph(printable(line.cite), 8);
  }
  for (std::size_t i = 0; i < section.paragraphs.size(); ++i) {
    const std::string words = printable(section.paragraphs[i]);
    if (section.steps)
      page.paragraph(fmt::format("{}. {}", i + 1, words), 2, 3);
    else
      page.paragraph(words);
  }
}

}  // namespace

void write_letter_text(const Letter& letter, std::ostream& out) {
  Page page{out, width, false};
  if (!letter.from.empty()) page.paragraph(printable(letter.from));
  page.paragraph(fmt::format("To {}", printable(letter.to)));
  page.paragraph(fmt::format("About {}", printable(letter.about)));
  page.blank();
  page.paragraph(letter.heading, 0, 0, Ink::bold);
  page.blank();
  page.paragraph(letter.opening);
  if (letter.amount) {
    page.blank();
    page.table_row(letter.amount->words, amount_words(letter.amount->amount));
  }
  for (const LetterSection& section : letter.sections) write_section(page, section);
  page.blank();
  for (const std::string& line : letter.fine_print) page.paragraph(printable(line));
}

}  // namespace rothcheck::reports
