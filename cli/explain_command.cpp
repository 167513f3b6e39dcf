// `rothcheck explain` and `rothcheck features`: what the program knows, on request.
#include <fmt/format.h>

#include <ostream>

#include "checker/lint/rules.hpp"
#include "cli/commands.hpp"
#include "cli/myths_page.hpp"
#include "model/plan.hpp"
#include "reports/page.hpp"
#include "reports/unicode.hpp"
#include "run/catalogue.hpp"

namespace rothcheck::cli {

namespace {

std::string headline_of(const FindingKind& kind) {
  return fmt::format("{} {} ({})", kind.code, kind.name, to_string(kind.severity));
}

std::string waiver_of(const FindingKind& kind) {
  if (kind.code.starts_with("LAW")) return "a finding of the law family cannot be waived";
  return fmt::format("waive {} until 2026-12-31 because \"...\"", kind.code);
}

// Only findings about a plan's own words can be waived in it.
bool is_about_plans(const FindingKind& kind) {
  if (checker::rule_of(kind) != nullptr) return true;
  return kind.code.starts_with("PLN") || kind.code.starts_with("LAW") ||
         kind.code.starts_with("MBR");
}

void write_rule(reports::Page& page, const checker::Rule& rule) {
  page.entry("mistake", rule.page.mistake);
  page.entry("find", rule.page.find);
  page.entry("fix", rule.page.fix);
  page.entry("avoid", rule.page.avoid);
}

}  // namespace

Exit explain(const std::string& topic, const Console& console) {
  if (is_about_myths(topic)) return explain_myths(topic, console);
  reports::Page page{console.out, console.width, console.colour_out};
  const FindingKind* kind = run::kind_named(topic);
  if (kind == nullptr) {
    const std::vector<const FindingKind*> about = run::kinds_about(topic);
    for (const FindingKind* one : about) page.paragraph(headline_of(*one));
    if (!about.empty()) return Exit::fine;
    const std::string_view meant = run::nearest_kind(topic);
    console.err << fmt::format("rothcheck: there is no finding {}; {}\n", reports::printable(topic),
                               meant.empty() ? "`rothcheck explain` alone lists all that there are"
                                             : fmt::format("did you mean {}?", meant));
    return Exit::usage;
  }
  page.paragraph(headline_of(*kind), 0, 0, reports::Ink::bold);
  page.entry("why", kind->why);
  const checker::Rule* rule = checker::rule_of(*kind);
  if (rule != nullptr) {
    write_rule(page, *rule);
  } else if (!kind->help.empty()) {
    page.entry("fix", kind->help);
  }
  if (!kind->citation.empty()) page.entry("law", kind->citation);
  if (rule != nullptr) page.entry("example", rule->page.example);
  if (is_about_plans(*kind)) page.entry("to waive", waiver_of(*kind));
  return Exit::fine;
}

Exit features(const Console& console) {
  reports::Page page{console.out, console.width, console.colour_out};
  std::string_view block;
  for (const FeatureRow& row : rothcheck::features()) {
    if (row.block != block) {
      if (!block.empty()) page.blank();
      page.paragraph(row.block, 0, 0, reports::Ink::bold);
      block = row.block;
    }
    page.paragraph(fmt::format("{}: {}", row.subject, row.meaning), 2, 4);
  }
  return Exit::fine;
}

}  // namespace rothcheck::cli
