// `test -f json`: "rothcheck-test/1", docs/schemas/test.schema.json. Keys are only ever added.
#include <algorithm>
#include <ostream>
#include <string>

#include "reports/clauses.hpp"
#include "reports/json_values.hpp"
#include "reports/test_report.hpp"
#include "reports/version.hpp"

namespace rothcheck::reports {

namespace {

void write_place(JsonWriter& json, const Sources& sources, Span where) {
  if (!where.somewhere()) return;
  const Place place = sources.place(where);
  write_text(json, "file", place.path);
  json.key("line");
  json.number(place.line);
}

void write_names(JsonWriter& json, std::string_view key, const std::vector<std::string>& names) {
  json.key(key);
  json.begin_array();
  for (const std::string& name : names) json.text(name);
  json.end_array();
}

void write_record(JsonWriter& json, const TestReport& report, const TestRecord& record) {
  json.begin_object();
  write_text(json, "name", record.name);
  write_text_or_null(json, "plan", record.plan);
  write_place(json, report.sources, record.where);
  write_text(json, "outcome", to_string(record.outcome));
  json.key("mismatches");
  json.begin_array();
  for (const Mismatch& mismatch : record.mismatches) {
    json.begin_object();
    write_text(json, "message", mismatch.text);
    write_place(json, report.sources, mismatch.where);
    json.end_object();
  }
  json.end_array();
  write_text_or_null(json, "reason", record.reason);
  json.end_object();
}

void write_clause(JsonWriter& json, const TestReport& report, const ClauseCoverage& clause) {
  json.begin_object();
  write_text(json, "subject", clause.subject);
  write_place(json, report.sources, clause.where);
  write_text(json, "clause", clause_text(report.sources, clause.where));
  write_names(json, "used_by", clause.used_by);
  if (clause.is_boundary) write_names(json, "decides_in", clause.bound_by);
  json.end_object();
}

void write_coverage(JsonWriter& json, const TestReport& report) {
  json.key("coverage");
  if (!report.with_coverage) return json.null();
  json.begin_array();
  for (const PlanCoverage& plan : report.coverage) {
    json.begin_object();
    write_text(json, "plan", plan.plan);
    write_place(json, report.sources, plan.where);
    json.key("scenarios");
    json.number(plan.scenarios);
    json.key("clauses");
    json.begin_array();
    for (const ClauseCoverage& clause : plan.clauses) write_clause(json, report, clause);
    json.end_array();
    json.end_object();
  }
  json.end_array();
}

void write_summary(JsonWriter& json, const TestReport& report) {
  const auto count = [&](std::string_view key, TestOutcome outcome) {
    json.key(key);
    json.number(
        std::count_if(report.tests.begin(), report.tests.end(),
                      [outcome](const TestRecord& test) { return test.outcome == outcome; }));
  };
  json.key("summary");
  json.begin_object();
  json.key("tests");
  json.number(std::ssize(report.tests));
  count("passed", TestOutcome::passed);
  count("failed", TestOutcome::failed);
  count("waiting", TestOutcome::waits);
  json.end_object();
}

}  // namespace

void write_test_json(const TestReport& report, bool, std::ostream& out) {
  std::string text;
  JsonWriter json{text, JsonWriter::Layout::indented};
  json.begin_object();
  write_text(json, "schema", "rothcheck-test/1");
  write_text(json, "version", program_version());
  write_summary(json, report);
  json.key("tests");
  json.begin_array();
  for (const TestRecord& record : report.tests) write_record(json, report, record);
  json.end_array();
  write_coverage(json, report);
  write_findings(json, report.sources, report.findings);
  json.end_object();
  out << text << '\n';
}

}  // namespace rothcheck::reports
