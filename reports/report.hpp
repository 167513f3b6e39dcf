// A finished run to bytes: `check` in each of its formats, and findings for people and for tools.
#pragma once

#include <iosfwd>
#include <string_view>
#include <vector>

#include "model/assessment.hpp"
#include "model/finding.hpp"
#include "model/source.hpp"
#include "reports/behind.hpp"
#include "reports/check_csv.hpp"
#include "reports/repository.hpp"

namespace rothcheck::reports {

class Tally;

struct CheckOptions {
  std::string_view explain_id;  // show all steps of this person; empty for nobody
  bool colour = false;
  int width = 96;  // columns of the text format
  Severity fail_level = Severity::error;
  Repository repository = {};
  CsvColumns columns = {};         // of the CSV format; empty for all
  std::string_view id_key = {};    // for `id_hash`; empty for none
  const Behind* behind = nullptr;  // the files, for the formats that tell of them
  /// Of everybody, a tally a plan, where the report has the rows of some people alone.
  const std::vector<Tally>* tallies = nullptr;
};

void write_check_text(const CheckReport& report, const CheckOptions& options, std::ostream& out);
void write_check_json(const CheckReport& report, const CheckOptions& options, std::ostream& out);
/// One participant a line, each an object of `write_check_json`, and nothing else.
void write_check_jsonl(const CheckReport& report, const CheckOptions& options, std::ostream& out);
/// One page, which asks nobody for anything.
void write_check_html(const CheckReport& report, const CheckOptions& options, std::ostream& out);
/// A workbook.
void write_check_xlsx(const CheckReport& report, const CheckOptions& options, std::ostream& out);
/// A comment on a pull request, without a word on one person.
void write_check_markdown(const CheckReport& report, const CheckOptions& options,
                          std::ostream& out);
void write_check_csv(const CheckReport& report, const CheckOptions& options, std::ostream& out);

/// The derivation alone, as a numbered form.
void write_worksheet_text(const Worksheet& worksheet, const Sources& sources,
                          const LimitTable& limits, const CheckOptions& options, std::ostream& out);

/// Findings with the line they point at and a caret under it, for people.
void write_findings_text(const Findings& findings, const Sources& sources, bool colour,
                         std::ostream& out);
/// One line a finding, `file:line:column: severity[CODE] name: message`, which editors parse.
void write_findings_concise(const Findings& findings, const Sources& sources, std::ostream& out);

/// By file, place and code, so that the same input gives the same bytes.
Findings in_reading_order(Findings findings);

}  // namespace rothcheck::reports
