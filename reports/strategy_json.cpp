// `convert`, `split` and `backdoor` as trees: the keys that scripts and test cases rely on. Keys
// are only ever added, behind those that are there.
#include "reports/strategy.hpp"

namespace rothcheck::reports {

namespace {

Tree::Value text(std::string_view words) { return std::string{words}; }

Tree::Value text_or_null(std::string_view words) {
  return words.empty() ? Tree::Value{Tree::Null{}} : text(words);
}

Tree::Value number(int value) { return std::int64_t{value}; }

Tree::Value number_or_null(std::optional<int> value) {
  return value ? number(*value) : Tree::Value{Tree::Null{}};
}

Tree::Value percent_or_null(const std::optional<Rate>& rate) {
  return rate ? Tree::Value{to_percent_string(*rate)} : Tree::Value{Tree::Null{}};
}

Tree steps_of(const Derivation& derivation) {
  Tree steps = Tree::list("steps");
  for (const DerivedLine& line : derivation.lines) {
    steps.with(Tree::object()
                   .with("label", line.label)
                   .with("amount", line.amount)
                   .with("law", text_or_null(line.law))
                   .with("source", text_or_null(line.source))
                   .with("made_of", text_or_null(made_of(derivation, line.made))));
  }
  return steps;
}

Tree assumptions_of(const Derivation& derivation) {
  Tree assumptions = Tree::list("assumptions");
  for (const std::string_view each : derivation.assumptions) assumptions.with("", text(each));
  return assumptions;
}

Tree findings_of(const Derivation& derivation) {
  Tree findings = Tree::list("findings");
  for (const Finding& finding : derivation.findings) {
    findings.with(Tree::object()
                      .with("code", text(finding.kind->code))
                      .with("name", text(finding.kind->name))
                      .with("severity", text(to_string(finding.kind->severity)))
                      .with("message", finding.message));
  }
  return findings;
}

void add_derivation(Tree& tree, const Derivation& derivation) {
  tree.with(steps_of(derivation)).with(assumptions_of(derivation)).with(findings_of(derivation));
}

Tree form_of(const Form1099R& form) {
  return Tree::object("form_1099r")
      .with("box_1", form.box_1)
      .with("box_2a", form.box_2a)
      .with("box_5", form.box_5)
      .with("box_7", text_or_null(form.box_7))
      .with("box_4", form.box_4);
}

// Null where nobody asked what waiting costs.
Tree waiting_of(const Conversion& answer) {
  if (answer.waiting.empty()) return {"waiting", Tree::Shape::value, Tree::Null{}, {}};
  Tree months = Tree::list("months");
  for (const Delay& delay : answer.waiting) {
    months.with(Tree::object()
                    .with("month", number(delay.months))
                    .with("earnings", delay.earnings)
                    .with("tax", delay.tax));
  }
  return Tree::object("waiting")
      .with("tax_rate", percent_or_null(answer.tax_rate))
      .with("growth", percent_or_null(answer.growth))
      .with(std::move(months));
}

Tree reverse_rollover_of(const IraBackdoor& answer) {
  if (!answer.reverse_rollover) {
    return {"reverse_rollover", Tree::Shape::value, Tree::Null{}, {}};
  }
  const ReverseRollover& rollover = *answer.reverse_rollover;
  return Tree::object("reverse_rollover")
      .with("amount", rollover.amount)
      .with("nontaxable", rollover.after.nontaxable)
      .with("taxable", rollover.after.taxable)
      .with("basis_carried", rollover.after.basis_carried)
      .with("less_taxable", rollover.less_taxable)
      .with("less_tax", rollover.less_tax);
}

std::optional<Money> amount_of(const std::optional<ProRata>& pro_rata, Money ProRata::* part) {
  return pro_rata ? std::optional{(*pro_rata).*part} : std::nullopt;
}

}  // namespace

Tree tree_of(const Conversion& answer) {
  Tree tree = Tree::object();
  tree.with("schema", text("rothcheck-convert/1"))
      .with("year", number_or_null(answer.year))
      .with("taxable", answer.taxable)
      .with("nontaxable", answer.nontaxable)
      .with(form_of(answer.form))
      .with("to", text(to_string(answer.to)))
      .with("withheld", answer.form.box_4)
      .with("early_tax", answer.early_tax)
      .with(Tree::object("recapture")
                .with("most", answer.recapture)
                .with("ends", number_or_null(answer.recapture_ends)))
      .with("roth_qualifies", number_or_null(answer.roth_qualifies))
      .with("tax", answer.tax)
      .with(waiting_of(answer));
  add_derivation(tree, answer.derivation);
  tree.with("from", text(answer.from_roth ? "roth" : "after-tax"));
  return tree;
}

Tree tree_of(const Split& answer) {
  Tree shares = Tree::list("destinations");
  for (const DestinationShare& share : answer.shares) {
    shares.with(Tree::object()
                    .with("to", text(row_of(share.to).name))
                    .with("pretax", share.pretax)
                    .with("after_tax", share.after_tax));
  }
  Tree tree = Tree::object();
  tree.with("schema", text("rothcheck-split/1"))
      .with("taxable", answer.taxable)
      .with(std::move(shares))
      .with("total", answer.total)
      .with("withheld", answer.withheld)
      .with("early_tax", answer.early_tax);
  add_derivation(tree, answer.derivation);
  return tree;
}

Tree tree_of(const IraBackdoor& answer) {
  Tree tree = Tree::object();
  tree.with("schema", text("rothcheck-backdoor/1"))
      .with("year", number(answer.year))
      .with("roth_ira_limit", answer.roth_ira_limit)
      .with("ira_limit", answer.ira_limit)
      .with("nontaxable", amount_of(answer.pro_rata, &ProRata::nontaxable))
      .with("taxable", amount_of(answer.pro_rata, &ProRata::taxable))
      .with("basis_carried", amount_of(answer.pro_rata, &ProRata::basis_carried))
      .with("phase_out", text(to_string(answer.phase_out)))
      .with("contribution_left", answer.contribution_left)
      .with("pretax_left", answer.pro_rata ? std::optional{answer.pretax_left} : std::nullopt)
      .with(reverse_rollover_of(answer))
      .with("tax", answer.tax);
  add_derivation(tree, answer.derivation);
  return tree;
}

}  // namespace rothcheck::reports
