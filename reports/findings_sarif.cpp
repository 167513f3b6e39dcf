// SARIF 2.1.0, held to what GitHub's code scanning takes: every result has a place in the
// repository, every rule a page, and nothing that comes from a participant file is in it.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <ostream>
#include <string>

#include "reports/findings_report.hpp"
#include "reports/fingerprint.hpp"
#include "reports/json_values.hpp"
#include "reports/sarif_rule.hpp"
#include "reports/version.hpp"

namespace rothcheck::reports {

namespace {

// GitHub refuses a report with more.
constexpr std::ptrdiff_t most_results = 25'000;

void write_number(JsonWriter& json, std::string_view key, std::int64_t value) {
  json.key(key);
  json.number(value);
}

void write_region(JsonWriter& json, const Sources& sources, Span where, bool may_be_empty) {
  const Place place = sources.place(where);
  const bool empty = place.line == place.end_line && place.column == place.end_column;
  json.begin_object();
  write_number(json, "startLine", place.line);
  write_number(json, "startColumn", place.column);
  write_number(json, "endLine", place.end_line);
  write_number(json, "endColumn", place.end_column + (empty && !may_be_empty ? 1 : 0));
  json.end_object();
}

// How many results of each severity there is place for, the severe ones first.
class Places {
 public:
  explicit Places(const Findings& findings) {
    std::ptrdiff_t left = most_results;
    for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
      const std::ptrdiff_t count =
          std::count_if(findings.begin(), findings.end(), [severity](const Finding& finding) {
            return finding.where.somewhere() && finding.kind->severity == severity;
          });
      std::ptrdiff_t& places = of(severity);
      places = std::min(count, left);
      left -= places;
      left_out_ += count - places;
    }
  }

  bool take(const Finding& finding) { return of(finding.kind->severity)-- > 0; }
  std::ptrdiff_t left_out() const { return left_out_; }

 private:
  std::ptrdiff_t& of(Severity severity) { return places_[static_cast<std::size_t>(severity)]; }

  std::array<std::ptrdiff_t, 3> places_{};
  std::ptrdiff_t left_out_ = 0;
};

class SarifWriter {
 public:
  SarifWriter(const FindingsReport& report, std::ostream& out)
      : report_{report},
        out_{out},
        fingerprints_{report.sources, report.repository},
        places_{report.findings} {
    for (const FindingKind* rule : report.rules) rules_.emplace(rule->code, rule);
    for (const Finding& finding : report.findings) rules_.emplace(finding.kind->code, finding.kind);
  }

  void write() {
    json_.begin_object();
    write_text(json_, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    write_text(json_, "version", "2.1.0");
    json_.key("runs");
    json_.begin_array();
    json_.begin_object();
    write_tool();
    json_.key("automationDetails");
    json_.begin_object();
    write_text(json_, "id", "rothcheck/plans/");
    json_.end_object();
    write_invocation();
    write_text(json_, "columnKind", "unicodeCodePoints");
    json_.key("results");
    json_.begin_array();
    for (const Finding& finding : report_.findings) {
      if (!finding.where.somewhere() || !places_.take(finding)) continue;
      write_result(finding);
      out_ << text_;
      text_.clear();
    }
    json_.end_array();
    json_.end_object();
    json_.end_array();
    json_.end_object();
    out_ << text_ << '\n';
  }

 private:
  void write_tool() {
    json_.key("tool");
    json_.begin_object();
    json_.key("driver");
    json_.begin_object();
    write_text(json_, "name", "rothcheck");
    write_text(json_, "semanticVersion", program_version());
    json_.key("rules");
    json_.begin_array();
    for (const auto& [code, kind] : rules_) write_rule(json_, *kind);
    json_.end_array();
    json_.end_object();
    json_.end_object();
  }

  // GitHub refuses a report with a result that stands nowhere: what is about no text, such as a
  // file that cannot be read, is said of the run.
  void write_invocation() {
    bool successful = true;
    for (const Finding& finding : report_.findings) {
      if (!finding.where.somewhere() && finding.kind->severity == Severity::error)
        successful = false;
    }
    json_.key("invocations");
    json_.begin_array();
    json_.begin_object();
    json_.key("executionSuccessful");
    json_.flag(successful);
    json_.key("toolExecutionNotifications");
    json_.begin_array();
    for (const Finding& finding : report_.findings) {
      if (finding.where.somewhere()) continue;
      write_notification(finding.kind->code, finding.kind->severity, sentence(finding.message));
    }
    if (places_.left_out() != 0) {
      write_notification("results", Severity::warning,
                         fmt::format("Left out, the least severe first: {} of the results. GitHub "
                                     "takes {} at most; the format json has them all.",
                                     places_.left_out(), most_results));
    }
    json_.end_array();
    json_.end_object();
    json_.end_array();
  }

  void write_notification(std::string_view id, Severity severity, const std::string& text) {
    json_.begin_object();
    json_.key("descriptor");
    json_.begin_object();
    write_text(json_, "id", id);
    json_.end_object();
    write_text(json_, "level", level_of(severity));
    write_message(json_, "message", text);
    json_.end_object();
  }

  void write_artifact(Span where) {
    json_.key("artifactLocation");
    json_.begin_object();
    write_text(json_, "uri",
               as_uri(name_in(report_.repository, report_.sources.path(where.source))));
    json_.end_object();
  }

  void write_place(Span where) {
    json_.key("physicalLocation");
    json_.begin_object();
    write_artifact(where);
    json_.key("region");
    write_region(json_, report_.sources, where, false);
    json_.end_object();
  }

  std::string message_of(const Finding& finding) const {
    std::string message = sentence(finding.message);
    for (const Note& note : finding.notes) {
      if (!note.where.somewhere()) message += " " + sentence(note.text);
    }
    if (!finding.ask.empty()) message += " Ask the plan administrator: " + sentence(finding.ask);
    return message;
  }

  void write_related(const Finding& finding) {
    json_.key("relatedLocations");
    json_.begin_array();
    for (const Note& note : finding.notes) {
      if (!note.where.somewhere()) continue;
      json_.begin_object();
      write_place(note.where);
      write_message(json_, "message", sentence(note.text));
      json_.end_object();
    }
    json_.end_array();
  }

  // Only a fix that changes no answer may be applied without a person's look.
  void write_fix(const Finding& finding) {
    if (finding.fix.empty() || !finding.fix_is_safe) return;
    std::map<std::uint16_t, std::vector<const Edit*>> by_file;
    for (const Edit& edit : finding.fix) by_file[edit.where.source].push_back(&edit);
    json_.key("fixes");
    json_.begin_array();
    json_.begin_object();
    write_message(json_, "description", help_of(*finding.kind));
    json_.key("artifactChanges");
    json_.begin_array();
    for (const auto& [file, edits] : by_file) {
      json_.begin_object();
      write_artifact({file, 0, 0});
      json_.key("replacements");
      json_.begin_array();
      for (const Edit* edit : edits) {
        json_.begin_object();
        json_.key("deletedRegion");
        write_region(json_, report_.sources, edit->where, true);
        write_message(json_, "insertedContent", edit->text);
        json_.end_object();
      }
      json_.end_array();
      json_.end_object();
    }
    json_.end_array();
    json_.end_object();
    json_.end_array();
  }

  void write_suppression(const Finding& finding) {
    json_.key("suppressions");
    json_.begin_array();
    if (!finding.waived.empty()) {
      json_.begin_object();
      write_text(json_, "kind", "inSource");
      write_text(json_, "status", "accepted");
      write_text(json_, "justification", finding.waived);
      json_.end_object();
    }
    json_.end_array();
  }

  void write_result(const Finding& finding) {
    json_.begin_object();
    write_text(json_, "ruleId", finding.kind->code);
    write_number(json_, "ruleIndex",
                 std::distance(rules_.begin(), rules_.find(finding.kind->code)));
    write_text(json_, "level", level_of(finding.kind->severity));
    write_message(json_, "message", message_of(finding));
    json_.key("locations");
    json_.begin_array();
    json_.begin_object();
    write_place(finding.where);
    json_.end_object();
    json_.end_array();
    write_related(finding);
    write_fix(finding);
    write_suppression(finding);
    json_.key("partialFingerprints");
    json_.begin_object();
    write_text(json_, "primaryLocationLineHash", fingerprints_.next(finding));
    json_.end_object();
    json_.end_object();
  }

  const FindingsReport& report_;
  std::ostream& out_;
  std::string text_;
  JsonWriter json_{text_, JsonWriter::Layout::indented};
  std::map<std::string_view, const FindingKind*> rules_;  // by code
  Fingerprints fingerprints_;
  Places places_;
};

}  // namespace

void write_findings_sarif(const FindingsReport& report, bool, std::ostream& out) {
  SarifWriter{report, out}.write();
}

}  // namespace rothcheck::reports
