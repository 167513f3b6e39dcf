// Reading plans and people for tests: a mistake in a test's own text throws.
#include "tests/checker/asked.hpp"

#include <stdexcept>

#include "dsl/load.hpp"
#include "intake/limits/limits.hpp"

namespace rothcheck::checker {
namespace {

struct Embedded {
  Sources sources;
  LimitTable table = intake::embedded_limits(sources);
};

void set(Participant& into, std::string_view word) {
  const std::size_t sign = word.find('=');
  const std::string_view name = word.substr(0, sign);
  const std::optional<Field> field = field_named(name);
  if (!field || sign == std::string_view::npos)
    throw std::invalid_argument{"no field in: " + std::string{word}};
  if (const auto wrong = set_field(into, *field, word.substr(sign + 1)))
    throw std::invalid_argument{std::string{word} + ": " + *wrong};
}

}  // namespace

const LimitTable& limits() {
  static const Embedded embedded;
  return embedded.table;
}

Money figure(LimitKey key, int year) { return limits().find(year)->money(key).value(); }

Read read_plan(const std::string& text) {
  Read read{std::make_unique<Sources>(), {}};
  const std::uint16_t source = read.sources->add("x.plan", text);
  Outcome<std::vector<Plan>> loaded = dsl::load(*read.sources, source);
  std::string wrong;
  for (const Finding& finding : loaded.findings) {
    if (finding.kind->severity == Severity::error) wrong += said(finding, *read.sources) + "\n";
  }
  if (!wrong.empty() || !loaded || loaded.value->size() != 1)
    throw std::invalid_argument{wrong + text};
  read.plan = std::move(loaded.value->front());
  return read;
}

std::string plan_with(std::string_view body, std::string_view type) {
  return "plan \"x\" {\n  type " + std::string{type} +
         "\n  in-plan-roth-rollover { after-tax allowed }\n" +
         "  in-service-distribution { after-tax not allowed }\n" + std::string{body} + "\n}\n";
}

Participant person(std::string_view words) {
  Participant read;
  read.id = "p";
  while (!words.empty()) {
    const std::size_t end = words.find(' ');
    if (end != 0) set(read, words.substr(0, end));
    if (end == std::string_view::npos) break;
    words.remove_prefix(end + 1);
  }
  return read;
}

Assessment ask(const Plan& plan, std::string_view words, int year) {
  return Checker{plan, year, limits()}.assess(person(words));
}

Assessment ask(const std::string& text, std::string_view words, int year) {
  return ask(read_plan(text).plan, words, year);
}

PlanAnswer ask_plan(const std::string& text, int year) {
  const Read read = read_plan(text);
  return Checker{read.plan, year, limits()}.plan_answer();
}

std::string codes(const Findings& findings) {
  std::string all;
  for (const Finding& finding : findings)
    all += (all.empty() ? "" : " ") + std::string{finding.kind->code};
  return all;
}

std::string said(const Finding& finding, const Sources& sources) {
  const Place place = finding.where.somewhere() ? sources.place(finding.where) : Place{};
  return std::to_string(place.line) + ':' + std::to_string(place.column) + ' ' +
         std::string{finding.kind->code} + ' ' + finding.message;
}

std::string notes_of(const Finding& finding) {
  std::string all;
  for (const Note& note : finding.notes) all += (all.empty() ? "" : "; ") + note.text;
  return all;
}

std::vector<QuestionKind> asked(const std::vector<Question>& questions) {
  std::vector<QuestionKind> kinds;
  for (const Question& question : questions) {
    if (question.kind != QuestionKind::match_stated &&
        question.kind != QuestionKind::nonelective_stated)
      kinds.push_back(question.kind);
  }
  return kinds;
}

std::vector<Money> amounts(const Worksheet& worksheet, LineKind kind) {
  std::vector<Money> found;
  for (const Line& line : worksheet.lines) {
    if (line.kind == kind) found.push_back(line.amount.most);
  }
  return found;
}

}  // namespace rothcheck::checker
