// `-f json` of what is said about files: "rothcheck-findings/1", docs/schemas/findings.schema.json.
// Keys are only ever added.
#include <algorithm>
#include <ostream>
#include <string>

#include "reports/clauses.hpp"
#include "reports/findings_report.hpp"
#include "reports/fingerprint.hpp"
#include "reports/json_values.hpp"
#include "reports/version.hpp"

namespace rothcheck::reports {

namespace {

void write_number(JsonWriter& json, std::string_view key, std::int64_t value) {
  json.key(key);
  json.number(value);
}

void write_span(JsonWriter& json, const Sources& sources, Span where) {
  const Place place = sources.place(where);
  write_number(json, "line", place.line);
  write_number(json, "column", place.column);
  write_number(json, "end_line", place.end_line);
  write_number(json, "end_column", place.end_column);
  write_number(json, "byte", where.begin);
  write_number(json, "end_byte", where.end);
}

void write_place(JsonWriter& json, const FindingsReport& report, const Finding& finding) {
  if (finding.where.somewhere()) {
    write_text(json, "file", report.sources.path(finding.where.source));
    write_span(json, report.sources, finding.where);
  } else if (finding.cell) {
    write_text(json, "file", finding.cell->path);
    write_number(json, "line", static_cast<std::int64_t>(finding.cell->line));
    if (finding.cell->column != 0) write_number(json, "column", finding.cell->column);
  }
}

void write_notes(JsonWriter& json, const FindingsReport& report, const Finding& finding) {
  json.key("notes");
  json.begin_array();
  for (const Note& note : finding.notes) {
    json.begin_object();
    write_text(json, "message", note.text);
    if (note.where.somewhere()) {
      write_text(json, "file", report.sources.path(note.where.source));
      write_span(json, report.sources, note.where);
      write_text_or_null(json, "cite", clause_cite(report.sources, note.where));
    }
    json.end_object();
  }
  json.end_array();
}

void write_fix(JsonWriter& json, const FindingsReport& report, const Finding& finding) {
  json.key("fix");
  if (finding.fix.empty()) return json.null();
  json.begin_object();
  json.key("safe");
  json.flag(finding.fix_is_safe);
  json.key("edits");
  json.begin_array();
  for (const Edit& edit : finding.fix) {
    json.begin_object();
    write_text(json, "file", report.sources.path(edit.where.source));
    write_span(json, report.sources, edit.where);
    write_text(json, "text", edit.text);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write_finding(JsonWriter& json, const FindingsReport& report, const Finding& finding,
                   Fingerprints& fingerprints) {
  json.begin_object();
  write_text(json, "code", finding.kind->code);
  write_text(json, "name", finding.kind->name);
  write_text(json, "severity", to_string(finding.kind->severity));
  write_text(json, "message", finding.message);
  write_place(json, report, finding);
  write_notes(json, report, finding);
  write_text(json, "because", finding.kind->why);
  write_text_or_null(json, "help", finding.kind->help);
  write_text_or_null(json, "ask", finding.ask);
  write_text_or_null(json, "cite", clause_cite(report.sources, finding.where));
  write_text_or_null(json, "law", finding.kind->citation);
  write_fix(json, report, finding);
  write_text_or_null(json, "waived", finding.waived);
  write_text(json, "fingerprint", fingerprints.next(finding));
  json.end_object();
}

void write_summary(JsonWriter& json, const FindingsReport& report) {
  const auto count = [&](std::string_view key, auto matches) {
    write_number(json, key, std::count_if(report.findings.begin(), report.findings.end(), matches));
  };
  const auto open = [](Severity severity) {
    return [severity](const Finding& finding) {
      return finding.kind->severity == severity && finding.waived.empty();
    };
  };
  json.key("summary");
  json.begin_object();
  write_number(json, "files", std::ssize(report.files));
  count("errors", open(Severity::error));
  count("warnings", open(Severity::warning));
  count("infos", open(Severity::info));
  count("waived", [](const Finding& finding) { return !finding.waived.empty(); });
  json.end_object();
}

}  // namespace

void write_findings_json(const FindingsReport& report, bool, std::ostream& out) {
  std::string text;
  JsonWriter json{text, JsonWriter::Layout::indented};
  Fingerprints fingerprints{report.sources, report.repository};
  json.begin_object();
  write_text(json, "schema", "rothcheck-findings/1");
  write_text(json, "version", program_version());
  write_summary(json, report);
  json.key("files");
  json.begin_array();
  for (const std::uint16_t file : report.files) json.text(report.sources.path(file));
  json.end_array();
  json.key("findings");
  json.begin_array();
  for (const Finding& finding : report.findings) {
    write_finding(json, report, finding, fingerprints);
    out << text;
    text.clear();
  }
  json.end_array();
  json.end_object();
  out << text << '\n';
}

}  // namespace rothcheck::reports
