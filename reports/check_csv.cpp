// `check -f csv`: one line a participant, an empty cell for what is not known.
#include "reports/check_csv.hpp"

#include <ostream>

#include "reports/privacy.hpp"
#include "reports/report.hpp"

namespace rothcheck::reports {

namespace {

// A spreadsheet runs a cell that begins with one of these; the last four are their full-width
// forms.
bool looks_like_a_formula(std::string_view text) {
  for (const std::string_view start : {"=", "+", "-", "@", "\t", "\r", "\n", "\xEF\xBC\x9D",
                                       "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"}) {
    if (text.starts_with(start)) return true;
  }
  return text.starts_with('\0');
}

bool needs_quotes(std::string_view text) {
  if (text.empty()) return false;
  return text.front() == ' ' || text.back() == ' ' || text.find_first_of(",\";\r\n") != text.npos;
}

// Only text can be a formula: the numbers we write ourselves go out as they are.
void append_text(std::string_view text, std::string& out) {
  const bool defused = looks_like_a_formula(text);
  if (!defused && !needs_quotes(text)) {
    out += text;
    return;
  }
  out += '"';
  if (defused) out += '\'';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

void append_settled(Range range, std::string& out) {
  if (range.settled()) out += to_plain_string(range.least);
}

void append_codes(const Findings& findings, std::string& out) {
  for (const Finding& finding : findings) {
    if (&finding != &findings.front()) out += ';';
    out += finding.kind->code;
  }
}

}  // namespace

std::string_view csv_header() {
  return "id,plan,verdict,room,remaining,room_low,room_high,binding,hce,age,deferrals,catch_up,"
         "employer,findings\n";
}

void append_csv_row(const Assessment& answer, std::string_view plan_name, std::string& out) {
  append_text(shown_id(answer.id), out);
  out += ',';
  append_text(plan_name, out);
  out += ',';
  out += to_string(answer.verdict);
  out += ',';
  append_settled(answer.room, out);
  out += ',';
  append_settled(answer.remaining, out);
  out += ',';
  out += to_plain_string(answer.room.least);
  out += ',';
  out += to_plain_string(answer.room.most);
  out += ',';
  if (answer.binding) out += to_string(*answer.binding);
  out += ',';
  if (answer.highly_compensated) out += *answer.highly_compensated ? "true" : "false";
  out += ',';
  if (answer.age) out += std::to_string(*answer.age);
  out += ',';
  append_settled(answer.deferrals, out);
  out += ',';
  append_settled(answer.catch_up, out);
  out += ',';
  append_settled(answer.employer, out);
  out += ',';
  append_codes(answer.findings, out);
  out += '\n';
}

void write_check_csv(const CheckReport& report, const CheckOptions&, std::ostream& out) {
  out << csv_header();
  std::string row;
  for (const Assessment& answer : report.participants) {
    row.clear();
    append_csv_row(answer, report.plans[answer.plan].name, row);
    out << row;
  }
}

}  // namespace rothcheck::reports
