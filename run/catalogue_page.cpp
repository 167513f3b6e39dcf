// The catalogue of findings in Markdown, family by family.
#include "run/catalogue_page.hpp"

#include <fmt/format.h>

#include <ostream>
#include <string>
#include <string_view>

#include "checker/lint/rules.hpp"
#include "run/catalogue.hpp"

namespace rothcheck::run {

namespace {

struct Family {
  std::string_view letters, about;
};
constexpr Family families[] = {
    {"ACP", "nondiscrimination tests of after-tax money and match"},
    {"CEN", "participant files: rows and columns"},
    {"CFG", "the command line and its files"},
    {"LAW", "a plan against the statute; these cannot be waived"},
    {"LIM", "the statutory figures by year"},
    {"MBR", "whether and how a mega backdoor Roth works"},
    {"PLN", "a plan's own logic: conflicts, gaps, what is unused or unsaid"},
    {"SYN", "the text of a plan file"},
    {"TYP", "values and their units"},
    {"WVR", "waivers"},
};

std::string_view about(std::string_view letters) {
  for (const Family& family : families) {
    if (family.letters == letters) return family.about;
  }
  return "other findings";
}

// Only between back quotes does Markdown leave signs alone.
std::string escaped(std::string_view text) {
  std::string result;
  bool in_code = false;
  for (const char c : text) {
    if (c == '`') in_code = !in_code;
    const bool special = c == '*' || c == '_' || c == '<' || c == '>' || c == '|' || c == '[';
    if (special && !in_code) result += '\\';
    result += c;
  }
  return result;
}

void write_item(std::ostream& out, std::string_view label, std::string_view text) {
  if (!text.empty()) out << fmt::format("- **{}.** {}\n", label, escaped(text));
}

void write_kind(std::ostream& out, const FindingKind& kind) {
  out << fmt::format("### {} {}\n\n*{}.* {}\n\n", kind.code, kind.name, to_string(kind.severity),
                     escaped(kind.why));
  const checker::Rule* rule = checker::rule_of(kind);
  if (rule != nullptr) {
    write_item(out, "Mistake", rule->page.mistake);
    write_item(out, "Find", rule->page.find);
    write_item(out, "Fix", rule->page.fix);
    write_item(out, "Avoid", rule->page.avoid);
  } else {
    write_item(out, "Fix", kind.help);
  }
  write_item(out, "Law", kind.citation);
  if (rule != nullptr) out << fmt::format("- **Example.** `{}`\n", rule->page.example);
  out << '\n';
}

}  // namespace

void write_catalogue(std::ostream& out) {
  out << "# Findings\n\n"
         "Everything that rothcheck can say about plans, people, figures and files. Codes and "
         "names "
         "never change;\n`rothcheck explain CODE` shows one of them. This page is generated from "
         "the program, and a test keeps it so.\n";
  std::string_view family;
  for (const FindingKind* kind : catalogue()) {
    if (const std::string_view letters = kind->code.substr(0, 3); letters != family) {
      family = letters;
      out << fmt::format("\n## {}: {}\n\n", family, about(family));
    }
    write_kind(out, *kind);
  }
}

}  // namespace rothcheck::run
