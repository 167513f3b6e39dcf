// Rejected rows as CSV.
#include "intake/census/rejects.hpp"

#include <ostream>
#include <string_view>

#include "model/formula.hpp"
#include "model/money.hpp"

namespace rothcheck::intake {
namespace {

/// Negative amounts begin like formulas and are none.
bool is_formula(std::string_view text) { return runs_as_a_formula(text) && !Money::parse(text); }

void write_cell(std::string_view text, std::ostream& out) {
  const bool formula = is_formula(text);
  const bool plain = !formula && text.find_first_of(",\"\r\n") == std::string_view::npos &&
                     !text.starts_with(' ') && !text.ends_with(' ');
  if (plain) {
    out << text;
    return;
  }
  out << (formula ? "\"'" : "\"");
  for (char c : text) {
    if (c == '"') out << '"';
    out << c;
  }
  out << '"';
}

}  // namespace

void write_rejects(const std::vector<std::string>& headers, const std::vector<Reject>& rejects,
                   std::ostream& out) {
  out << "rejected_line,rejected_because";
  for (const std::string& header : headers) {
    out << ',';
    write_cell(header, out);
  }
  out << '\n';
  for (const Reject& reject : rejects) {
    out << reject.line << ',';
    std::string reasons;
    for (const std::string& reason : reject.reasons) {
      reasons += (reasons.empty() ? "" : "; ") + reason;
    }
    write_cell(reasons, out);
    for (const std::string& cell : reject.cells) {
      out << ',';
      write_cell(cell, out);
    }
    out << '\n';
  }
}

}  // namespace rothcheck::intake
