// A kind of finding as a rule of SARIF.
#include "reports/sarif_rule.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/text.hpp"
#include "reports/json_values.hpp"

namespace rothcheck::reports {

namespace {

// What GitHub calls the level, beside SARIF's own.
std::string_view problem_severity(Severity severity) {
  return severity == Severity::info ? "recommendation" : to_string(severity);
}

// `after-tax-no-exit` as AfterTaxNoExit.
std::string pascal_case(std::string_view name) {
  std::string words;
  bool starts = true;
  for (const char c : name) {
    if (c != '-') words += starts ? upper(c) : c;
    starts = c == '-';
  }
  return words;
}

std::string spaced(std::string_view name) {
  std::string words{name};
  std::replace(words.begin(), words.end(), '-', ' ');
  return words;
}

}  // namespace

std::string_view level_of(Severity severity) {
  switch (severity) {
    case Severity::info:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "";
}

std::string sentence(std::string text) {
  if (text.empty()) return text;
  text[0] = upper(text[0]);
  if (!text.ends_with('.') && !text.ends_with('?')) text += '.';
  return text;
}

void write_message(JsonWriter& json, std::string_view key, std::string_view text) {
  json.key(key);
  json.begin_object();
  write_text(json, "text", text);
  json.end_object();
}

std::string help_of(const FindingKind& kind) {
  std::string help = kind.help.empty() ? fmt::format("See `rothcheck explain {}`.", kind.code)
                                       : sentence(std::string{kind.help});
  if (!kind.citation.empty()) help += fmt::format(" Law: {}.", kind.citation);
  return help;
}

void write_rule(JsonWriter& json, const FindingKind& kind) {
  json.begin_object();
  write_text(json, "id", kind.code);
  write_text(json, "name", pascal_case(kind.name));
  write_message(json, "shortDescription", sentence(spaced(kind.name)));
  write_message(json, "fullDescription", sentence(std::string{kind.why}));
  json.key("help");
  json.begin_object();
  write_text(json, "text", help_of(kind));
  write_text(json, "markdown",
             fmt::format("**{} {}**\n\n{}\n\n{}", kind.code, kind.name, kind.why, help_of(kind)));
  json.end_object();
  json.key("defaultConfiguration");
  json.begin_object();
  write_text(json, "level", level_of(kind.severity));
  json.end_object();
  json.key("properties");
  json.begin_object();
  json.key("tags");
  json.begin_array();
  json.text(kind.code.substr(0, 3));
  json.end_array();
  write_text(json, "precision", "very-high");
  write_text(json, "problem.severity", problem_severity(kind.severity));
  json.end_object();
  json.end_object();
}

}  // namespace rothcheck::reports
