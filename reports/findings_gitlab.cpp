// GitLab's code quality report: a list of findings, each with a fingerprint of its own.
#include <ostream>
#include <string>

#include "reports/findings_report.hpp"
#include "reports/fingerprint.hpp"
#include "reports/json_values.hpp"

namespace rothcheck::reports {

namespace {

std::string_view severity_in_gitlab(Severity severity) {
  switch (severity) {
    case Severity::info:
      return "info";
    case Severity::warning:
      return "minor";
    case Severity::error:
      return "major";
  }
  return "";
}

void write_position(JsonWriter& json, std::string_view key, int line, int column) {
  json.key(key);
  json.begin_object();
  json.key("line");
  json.number(line);
  json.key("column");
  json.number(column);
  json.end_object();
}

// Every entry needs a place: what is about no file stands at the start of the first one.
void write_location(JsonWriter& json, const FindingsReport& report, const Finding& finding) {
  Place place{.path = ".", .line = 1, .column = 1, .end_line = 1, .end_column = 1};
  if (finding.where.somewhere()) {
    place = report.sources.place(finding.where);
  } else if (!report.files.empty()) {
    place.path = report.sources.path(report.files.front());
  }
  json.key("location");
  json.begin_object();
  write_text(json, "path", name_in(report.repository, place.path));
  json.key("positions");
  json.begin_object();
  write_position(json, "begin", place.line, place.column);
  write_position(json, "end", place.end_line, place.end_column);
  json.end_object();
  json.end_object();
}

}  // namespace

void write_findings_gitlab(const FindingsReport& report, bool, std::ostream& out) {
  std::string text;
  JsonWriter json{text, JsonWriter::Layout::indented};
  Fingerprints fingerprints{report.sources, report.repository};
  json.begin_array();
  for (const Finding& finding : report.findings) {
    if (!finding.waived.empty()) continue;
    json.begin_object();
    write_text(json, "description", finding.message);
    write_text(json, "check_name",
               std::string{finding.kind->code} + " " + std::string{finding.kind->name});
    write_text(json, "fingerprint", fingerprints.next(finding));
    write_text(json, "severity", severity_in_gitlab(finding.kind->severity));
    write_location(json, report, finding);
    json.end_object();
  }
  json.end_array();
  out << text << '\n';
}

}  // namespace rothcheck::reports
