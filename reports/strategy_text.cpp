// `convert`, `split` and `backdoor` as text: the answer, what it rests on, and its derivation as a
// numbered form.
#include <fmt/format.h>

#include <ostream>

#include "reports/check_text.hpp"
#include "reports/page.hpp"
#include "reports/strategy.hpp"

namespace rothcheck::reports {

namespace {

Ink ink_of(Money taxable) { return taxable == Money{} ? Ink::good : Ink::unsure; }

std::string taxable_word(Money taxable) {
  return taxable == Money{} ? "NOTHING TAXABLE" : to_string(taxable) + " TAXABLE";
}

std::string basis_of(const Derivation& derivation, const DerivedLine& line) {
  std::string basis = made_of(derivation, line.made);
  for (const std::string* part : {&line.law, &line.source}) {
    if (part->empty()) continue;
    if (!basis.empty()) basis += "; ";
    basis += *part;
  }
  return basis;
}

void write_lines(Page& page, const Derivation& derivation) {
  int number = 0;
  for (const DerivedLine& line : derivation.lines) {
    page.amount_line(++number, line.label, to_string(line.amount), line.result);
    const std::string basis = basis_of(derivation, line);
    if (!basis.empty()) page.paragraph(basis, 10, 0, Ink::faint);
  }
}

// What every answer ends with.
void write_rest(Page& page, const Derivation& derivation) {
  std::string_view label = "assumed";
  for (const std::string_view each : derivation.assumptions) {
    page.entry(label, each);
    label = "";
  }
  write_finding_entries(page, Sources{}, derivation.findings);
  page.blank();
  page.paragraph("Worksheet", 0, 0, Ink::bold);
  write_lines(page, derivation);
}

std::string_view place_of(PaidTo to) {
  switch (to) {
    case PaidTo::in_plan_roth:
      return "converted to the plan's Roth account";
    case PaidTo::roth_ira:
      return "rolled over to a Roth IRA";
    case PaidTo::person:
      return "paid to the person";
  }
  return "";
}

void write_form(Page& page, const Conversion& answer) {
  const Form1099R& form = answer.form;
  const std::string code =
      form.box_7.empty() ? "depends on the age" : fmt::format("code {}", form.box_7);
  page.entry("Form 1099-R",
             fmt::format("box 1 {}, box 2a {}, box 5 {}, box 7 {}", to_string(form.box_1),
                         to_string(form.box_2a), to_string(form.box_5), code));
  page.entry("tax return", "Form 1040 lines 5a and 5b; no Form 8606 for this payment");
  page.entry("withheld", answer.to == PaidTo::person
                             ? fmt::format("{} (box 4)", to_string(form.box_4))
                             : "nothing: the money never reaches the person");
}

void write_clocks(Page& page, const Conversion& answer) {
  const bool in_plan = answer.to == PaidTo::in_plan_roth;
  const std::string account = in_plan ? "the plan's Roth account" : "all Roth IRAs";
  if (answer.roth_qualifies) {
    page.entry("five years",
               fmt::format("earnings of {} can be tax-free from {} on (and from 59 1/2, at "
                           "disability or death)",
                           account, *answer.roth_qualifies));
  }
  const std::string until = answer.recapture_ends
                                ? fmt::format("before January 1, {}", *answer.recapture_ends)
                                : "before the fifth January 1 after the conversion";
  if (answer.from_roth) return;
  page.entry("taken early", answer.recapture == Money{}
                                ? "taking the converted money out again costs no 10% tax"
                                : fmt::format("out again {} and under 59 1/2: at most {}, the 10% "
                                              "tax on what was taxable; no income tax again",
                                              until, to_string(answer.recapture)));
}

void write_waiting(Page& page, const Conversion& answer, std::ostream& out) {
  if (answer.waiting.empty()) return;
  page.blank();
  page.paragraph(
      fmt::format("Cost of waiting, with growth of {} a year and tax at {}",
                  to_percent_string(*answer.growth), to_percent_string(*answer.tax_rate)),
      0, 0, Ink::bold);
  out << fmt::format("    {:>6}  {:>20}  {:>20}\n", "months", "earnings until then", "tax on them");
  for (const Delay& delay : answer.waiting) {
    out << fmt::format("    {:>6}  {:>20}  {:>20}\n", delay.months, to_string(delay.earnings),
                       to_string(delay.tax));
  }
}

void write_early_tax(Page& page, const std::optional<Money>& early_tax) {
  if (!early_tax || *early_tax == Money{}) return;
  page.entry("early", fmt::format("{} of additional tax on the payment before 59 1/2",
                                  to_string(*early_tax)));
}

std::string roth_limit_words(const IraBackdoor& answer) {
  const std::string range =
      fmt::format("the phase-out from {} to {}", to_string(answer.phase_out_range.least),
                  to_string(answer.phase_out_range.most));
  switch (answer.phase_out) {
    case PhaseOut::below:
      return fmt::format("{}; income of {} is below {}", to_string(answer.roth_ira_limit),
                         to_string(answer.magi), range);
    case PhaseOut::inside:
      return fmt::format("{} of {}; income of {} is in {}", to_string(answer.roth_ira_limit),
                         to_string(answer.ira_limit), to_string(answer.magi), range);
    case PhaseOut::above:
      return fmt::format("nothing; income of {} is above {}", to_string(answer.magi), range);
  }
  return "";
}

void write_conversion(Page& page, const IraBackdoor& answer) {
  if (!answer.pro_rata) return;
  page.entry("tax-free",
             fmt::format("{} of the {} converted", to_string(answer.pro_rata->nontaxable),
                         to_string(*answer.amount)));
  page.entry("carried", fmt::format("{} of basis, to Form 8606 of the next year",
                                    to_string(answer.pro_rata->basis_carried)));
  if (answer.tax) page.entry("tax", fmt::format("{} on the conversion", to_string(*answer.tax)));
  if (!answer.reverse_rollover) return;
  const ReverseRollover& rollover = *answer.reverse_rollover;
  const std::string tax =
      rollover.less_tax ? fmt::format(", and {} less tax this year", to_string(*rollover.less_tax))
                        : "";
  page.entry("into a plan",
             fmt::format("with {} of pre-tax IRA money rolled into a plan that takes it: {} "
                         "taxable, {} less{}",
                         to_string(rollover.amount), to_string(rollover.after.taxable),
                         to_string(rollover.less_taxable), tax));
}

}  // namespace

void write_strategy_text(const Conversion& answer, const CheckOptions& options, std::ostream& out) {
  Page page{out, options.width, options.colour};
  page.headline("", taxable_word(answer.taxable), ink_of(answer.taxable),
                fmt::format("of {} {}", to_string(answer.amount), place_of(answer.to)));
  if (answer.from_roth && answer.to == PaidTo::roth_ira) {
    page.entry("tax-free",
               fmt::format("all of it, {} of basis among it", to_string(answer.form.box_5)));
  } else if (answer.from_roth && answer.taxable == Money{}) {
    page.entry("tax-free", fmt::format("all of it, {} of earnings among it",
                                       to_string(answer.amount - answer.form.box_5)));
  } else {
    page.entry("tax-free", fmt::format("{} of basis", to_string(answer.nontaxable)));
  }
  if (answer.tax) {
    page.entry("tax", fmt::format("{} on the {}", to_string(*answer.tax),
                                  answer.from_roth ? "payment" : "conversion"));
  }
  write_form(page, answer);
  write_early_tax(page, answer.early_tax);
  if (answer.to != PaidTo::person) write_clocks(page, answer);
  write_rest(page, answer.derivation);
  write_waiting(page, answer, out);
}

void write_strategy_text(const Split& answer, const CheckOptions& options, std::ostream& out) {
  Page page{out, options.width, options.colour};
  page.headline("", taxable_word(answer.taxable), ink_of(answer.taxable),
                fmt::format("of {} distributed", to_string(answer.total)));
  for (const DestinationShare& share : answer.shares) {
    page.entry(share.to == answer.shares.front().to ? "goes to" : "",
               fmt::format("{}: {} pre-tax and {} after-tax", row_of(share.to).label,
                           to_string(share.pretax), to_string(share.after_tax)));
  }
  if (answer.withheld > Money{}) {
    page.entry("withheld",
               fmt::format("{} of what is paid to the person", to_string(answer.withheld)));
  }
  write_early_tax(page, answer.early_tax);
  write_rest(page, answer.derivation);
}

void write_strategy_text(const IraBackdoor& answer, const CheckOptions& options,
                         std::ostream& out) {
  Page page{out, options.width, options.colour};
  const std::string year = std::to_string(answer.year);
  if (answer.pro_rata) {
    const Money taxable = answer.pro_rata->taxable;
    page.headline(year, taxable_word(taxable), ink_of(taxable),
                  fmt::format("of {} converted to a Roth IRA", to_string(*answer.amount)));
  } else {
    page.headline(year, to_string(answer.roth_ira_limit),
                  answer.roth_ira_limit > Money{} ? Ink::good : Ink::bad,
                  "may go to a Roth IRA directly");
  }
  page.entry("Roth IRA", roth_limit_words(answer));
  page.entry(
      "all IRAs",
      answer.contribution_left == answer.ira_limit
          ? fmt::format("{} may be contributed, deducted or not", to_string(answer.ira_limit))
          : fmt::format("{} of {} may still be contributed", to_string(answer.contribution_left),
                        to_string(answer.ira_limit)));
  write_conversion(page, answer);
  write_rest(page, answer.derivation);
}

void write_derivation_text(const Derivation& derivation, const CheckOptions& options,
                           std::ostream& out) {
  Page page{out, options.width, options.colour};
  write_lines(page, derivation);
}

}  // namespace rothcheck::reports
