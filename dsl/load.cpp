// Text, tree, plans.
#include "dsl/load.hpp"

#include "dsl/bind.hpp"
#include "dsl/parse.hpp"
#include "dsl/trade_words.hpp"

namespace rothcheck::dsl {

Outcome<std::vector<Plan>> load(const Sources& sources, std::uint16_t source) {
  Faults faults;
  Outcome<std::vector<Plan>> outcome;
  if (const std::optional<ast::Document> document = parse(sources.text(source), source, faults)) {
    outcome.value = bind(*document, faults);
  }
  outcome.findings = faults.sorted();
  add_trade_words(sources.text(source), outcome.findings);
  return outcome;
}

}  // namespace rothcheck::dsl
