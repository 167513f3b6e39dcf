// What goes back after a failed ACP test, for the payroll desk: a line a person, amounts without
// signs.
#include <ostream>

#include "model/formula.hpp"
#include "reports/acp.hpp"
#include "reports/privacy.hpp"

namespace rothcheck::reports {
namespace {

std::string cell(std::string_view text) {
  const bool defused = runs_as_a_formula(text);
  const bool plain = !defused && text.find_first_of(",\";\r\n") == text.npos;
  if (plain) return std::string{text};
  std::string quoted = defused ? "\"'" : "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string cell(const std::optional<Money>& amount) {
  return amount ? to_plain_string(*amount) : std::string{};
}

void write_row(const AcpReport& report, const AcpReturned& returned, std::ostream& out) {
  out << cell(shown_id(returned.id)) << ',';
  if (returned.row != 0) out << returned.row;
  out << ',' << cell(report.plan) << ',' << report.year;
  for (const std::optional<Money>& amount :
       {std::optional{returned.amount}, std::optional{returned.after_tax_unmatched},
        std::optional{returned.after_tax_matched}, std::optional{returned.match_distributed},
        std::optional{returned.match_forfeited}, std::optional{returned.related_match_forfeited},
        returned.earnings, returned.box_1, returned.box_2a, std::optional{returned.box_5}})
    out << ',' << cell(amount);
  out << ",8,";
  if (report.deadlines)
    out << rothcheck::to_string(report.deadlines->without_tax) << ','
        << rothcheck::to_string(report.deadlines->last);
  out << '\n';
}

}  // namespace

void write_acp_csv(const std::vector<AcpReport>& reports, std::ostream& out) {
  out << "id,row,plan,year,amount,after_tax_unmatched,after_tax_matched,match_distributed,"
         "match_forfeited,related_match_forfeited,earnings,form_1099r_box_1,form_1099r_box_2a,"
         "form_1099r_box_5,form_1099r_box_7,without_tax,last\n";
  for (const AcpReport& report : reports) {
    for (const AcpReturned& returned : report.corrections) write_row(report, returned, out);
  }
}

}  // namespace rothcheck::reports
