// Text, tree, what belongs together, lines.
#include "dsl/format.hpp"

#include <algorithm>
#include <iterator>

#include "dsl/bind.hpp"
#include "dsl/format_lines.hpp"
#include "dsl/format_tree.hpp"
#include "dsl/parse.hpp"

namespace rothcheck::dsl {
namespace {

/// A value out of range can be laid out; a statement that the language does not have may be
/// anything.
bool is_syntax_error(const Finding& finding) {
  return finding.kind->severity == Severity::error && finding.kind->code.starts_with("SYN");
}

}  // namespace

Outcome<std::string> format(const Sources& sources, std::uint16_t source) {
  const std::string_view text = sources.text(source);
  Faults faults;
  const std::optional<ast::Document> document = parse(text, source, faults);
  if (document) bind(*document, faults);
  const Findings found = faults.sorted();
  Outcome<std::string> outcome;
  std::copy_if(found.begin(), found.end(), std::back_inserter(outcome.findings), is_syntax_error);
  if (outcome.findings.empty()) outcome.value = lines(arrange(text, *document));
  return outcome;
}

}  // namespace rothcheck::dsl
