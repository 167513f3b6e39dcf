// The popular errors for people.
#include "cli/myths_page.hpp"

#include <fmt/format.h>

#include <ostream>

#include "cli/inputs.hpp"
#include "reports/page.hpp"
#include "reports/unicode.hpp"
#include "run/myths.hpp"

namespace rothcheck::cli {

namespace {

// A number alone is no topic of `explain`, which has codes too.
std::optional<int> number_in(const std::string& topic) {
  const bool is_number = !topic.empty() && topic.find_first_not_of("0123456789") == topic.npos;
  return is_number ? std::nullopt : run::myth_named(topic);
}

std::string answer_words(const run::MythAnswer& answer) {
  return answer.source.empty() ? answer.text : fmt::format("{} ({})", answer.text, answer.source);
}

void write_myth(reports::Page& page, const run::Myth& myth) {
  page.paragraph(fmt::format("{} {}", myth.id(), myth.name), 0, 0, reports::Ink::bold);
  page.entry("some say", myth.claim);
  page.entry("in fact", myth.fact);
  std::string_view label = "worked out";
  for (const run::MythAnswer& answer : myth.answers) {
    page.entry(label, fmt::format("{}: {}", answer.label, answer_words(answer)));
    label = "";
  }
  page.entry("law", myth.law);
}

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '*' || c == '_' || c == '<' || c == '>' || c == '[' || c == ']') result += '\\';
    result += c;
  }
  return result;
}

}  // namespace

bool is_about_myths(const std::string& topic) {
  return topic == "myths" || topic.starts_with("myth-") || number_in(topic).has_value();
}

Exit explain_myths(const std::string& topic, const Console& console) {
  int first = 1, last = run::myth_count();
  if (topic != "myths") {
    const std::optional<int> one = run::myth_named(topic);
    if (!one) {
      console.err << fmt::format(
          "rothcheck: there is no {}; there are myth-1 to myth-{}, and `rothcheck explain myths` "
          "has them all\n",
          reports::printable(topic), run::myth_count());
      return Exit::usage;
    }
    first = last = *one;
  }
  Inputs inputs;
  inputs.read_limits({});
  reports::Page page{console.out, console.width, console.colour_out};
  for (int number = first; number <= last; ++number) {
    if (number != first) page.blank();
    write_myth(page, run::answered_myth(number, inputs.limits));
  }
  return Exit::fine;
}

void write_myths_page(const LimitTable& limits, std::ostream& out) {
  out << "# Popular errors\n\n"
         "What articles get wrong about the mega backdoor Roth, and what is right. Every figure "
         "under *worked out* is the\nprogram's own answer to the question before it, not a text; "
         "`rothcheck explain myth-7` asks again. This page is\ngenerated from the program, and a "
         "test keeps it so.\n";
  for (int number = 1; number <= run::myth_count(); ++number) {
    const run::Myth myth = run::answered_myth(number, limits);
    out << fmt::format("\n## {}. {}\n\n> {}\n\n{}\n\n", myth.number, myth.name, escaped(myth.claim),
                       escaped(myth.fact));
    for (const run::MythAnswer& answer : myth.answers) {
      out << fmt::format("- *Worked out.* {}: **{}**{}\n", escaped(answer.label),
                         escaped(answer.text),
                         answer.source.empty() ? "" : fmt::format(" ({})", escaped(answer.source)));
    }
    out << fmt::format("- *Law.* {}\n", escaped(myth.law));
  }
}

}  // namespace rothcheck::cli
