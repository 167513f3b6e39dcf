// Each answer to its clauses, and the clauses to blocks.
#include "run/interview/plan_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <vector>

#include "dsl/format.hpp"

namespace rothcheck::run {

namespace {

struct Line {
  std::string text, cite;
};

std::string in_quotes(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + '"';
}

std::string with_value(std::string_view clause, std::string_view value) {
  std::string text{clause};
  const std::size_t slot = text.find("{}");
  if (slot == text.npos) return text;
  text.replace(slot, 2, value);
  while (text.ends_with(' ')) text.pop_back();
  return text;
}

std::string clause_of_choice(const Question& question, std::string_view word) {
  for (const Choice& choice : question.choices) {
    if (choice.word == word) return std::string{choice.clause};
  }
  return {};
}

/// The tiers of a match. `50% up to 6% of pay` is read as the answer to the question after it says.
std::vector<std::string> match_lines(const Answer& match, const Answers& answers) {
  const std::size_t up = match.value.find("% up to ");
  const bool has_two_meanings = up != match.value.npos && match.value.find("discr") != 0;
  if (!has_two_meanings) {
    std::vector<std::string> lines;
    for (std::string_view tier : parts_of(match.value, ';'))
      lines.emplace_back(tier.substr(tier.find_first_not_of(' ')));
    return lines;
  }
  const std::string rate = match.value.substr(0, up + 1), bound = match.value.substr(up + 8);
  const auto reading = answers.find("match-reading");
  const bool open = reading != answers.end() && reading->second.reply != Reply::value;
  if (open) return {"formula unknown"};
  if (reading != answers.end() && reading->second.value == "match")
    return {rate + " of all", "limit " + bound};
  return {rate + " of the first " + bound};
}

std::vector<std::string> item_lines(const Question& question, const Answer& answer) {
  std::vector<std::string> lines;
  for (std::string_view part : parts_of(answer.value, ',')) {
    const std::string_view item = part.substr(part.find_first_not_of(' '));
    const bool group = question.kind == AnswerKind::groups;
    const std::string quoted = group && item == "hce" ? "hce" : in_quotes(item);
    lines.push_back(
        with_value(question.clause, group && item != "hce" ? "class " + quoted : quoted));
  }
  return lines;
}

std::vector<std::string> value_lines(const Question& question, const Answer& answer,
                                     const Answers& answers) {
  switch (question.kind) {
    case AnswerKind::match:
      return match_lines(answer, answers);
    case AnswerKind::groups:
    case AnswerKind::classes:
      return item_lines(question, answer);
    case AnswerKind::text:
      return {with_value(question.clause, in_quotes(answer.value))};
    case AnswerKind::choice:
      return {with_value(question.clause, clause_of_choice(question, answer.value))};
    case AnswerKind::pay_codes:
      if (answer.value == "all") return {};
      break;
    default:
      break;
  }
  return {with_value(question.clause, answer.value)};
}

/// Where the document has a figure, or may have one, and nobody knows it.
std::vector<std::string> unknown_lines(const Question& question) {
  switch (question.kind) {
    case AnswerKind::amount:
      return {with_value(question.clause, "unknown")};
    case AnswerKind::match:
      return {"formula unknown"};
    case AnswerKind::employer:
      return {"unknown"};
    default:
      return {};
  }
}

std::vector<std::string> lines_of(const Question& question, const Answer& answer,
                                  const Answers& answers) {
  // What has a clause of its own nowhere.
  if (question.clause.empty() && question.no.empty() && question.kind != AnswerKind::match)
    return {};
  switch (answer.reply) {
    case Reply::yes:
      return {with_value(question.clause, "")};
    case Reply::no:
      return {std::string{question.no}};
    case Reply::silent: {
      std::string line{question.no};
      const std::size_t allowed = line.find("not allowed");
      if (allowed == line.npos) return {};
      return {line.replace(allowed, 11, "not stated")};
    }
    case Reply::unknown:
      return unknown_lines(question);
    case Reply::value:
      return value_lines(question, answer, answers);
  }
  return {};
}

using Blocks = std::map<std::string_view, std::vector<Line>>;

void add(std::vector<Line>& block, std::string text, const std::string& cite) {
  if (text.empty()) return;
  if (!text.starts_with('^')) {
    block.push_back({std::move(text), cite});
    return;
  }
  if (block.empty()) return;
  Line& before = block.back();
  before.text += " " + text.substr(1);
  const bool same = cite.empty() || before.cite == cite;
  if (!same) before.cite += (before.cite.empty() ? "" : "; ") + cite;
}

/// Pre-tax before Roth before after-tax, permissions before ceilings, as plan files have it.
int place_in_contributions(const Line& line) {
  constexpr std::array<std::string_view, 7> order = {"pre-tax", "roth",    "after-tax", "catch-up",
                                                     "limit",   "minimum", "spillover"};
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (line.text.starts_with(order[i])) return static_cast<int>(i);
  }
  return static_cast<int>(order.size());
}

std::string written(const Line& line) {
  return line.cite.empty() ? line.text : line.text + " cite " + in_quotes(line.cite);
}

void write_block(std::string_view name, const std::vector<Line>& lines, std::string& text) {
  if (lines.empty()) return;
  if (lines.size() == 1 && lines.front().text == "none") {
    const Line none{std::string{name} + " none", lines.front().cite};
    text += "\n" + written(none) + "\n";
    return;
  }
  text += fmt::format("\n{} {{\n", name);
  for (const Line& line : lines) text += written(line) + "\n";
  text += "}\n";
}

/// Whoever is in an example of employer money has served as long as it takes.
std::string service_of_example(const Answers& answers) {
  const auto service = answers.find("employer-service");
  if (service == answers.end() || service->second.reply != Reply::value) return "";
  int count = 0;
  const std::string& value = service->second.value;
  std::from_chars(value.data(), value.data() + value.size(), count);
  const bool years = value.find("year") != value.npos;
  const int least = years ? count : value.find("month") != value.npos ? count / 12 : count / 365;
  return fmt::format("service-years {}\n", least + 1);
}

/// The example as a test, if the document says what must come out.
std::string scenario_of(const Answers& answers, const std::vector<Line>& lines) {
  const bool expects = std::any_of(
      lines.begin(), lines.end(), [](const Line& line) { return line.text.starts_with("expect"); });
  const auto example = answers.find("example");
  if (!expects || example == answers.end()) return "";
  std::string text = "\nscenario " + in_quotes(example->second.value) + " {\n";
  bool facts = true;
  for (const Line& line : lines) {
    // The example is one of the match alone.
    if (facts && line.text.starts_with("expect")) text += service_of_example(answers);
    if (facts && line.text.starts_with("expect employer")) text += "nonelective $0\n";
    facts = facts && !line.text.starts_with("expect");
    text += written(line) + "\n";
  }
  return text + "}\n";
}

/// What nobody knew and no clause can say, so that whoever goes on with the file sees it.
std::string not_known(const std::vector<std::string_view>& open) {
  if (open.empty()) return "";
  std::string text = "\n# Not known yet:\n";
  for (std::string_view about : open) text += fmt::format("# - {}\n", about);
  return text;
}

std::string laid_out(std::string text) {
  Sources sources;
  const std::uint16_t source = sources.add("new.plan", text);
  const Outcome<std::string> formatted = dsl::format(sources, source);
  return formatted ? *formatted.value : text;
}

}  // namespace

std::string plan_text(const Answers& answers) {
  Blocks blocks;
  std::vector<std::string_view> open;
  for (const Question& question : questions()) {
    const auto found = answers.find(question.id);
    if (found == answers.end() || !needs_are_met(question, answers)) continue;
    const Answer& answer = found->second;
    const std::vector<std::string> lines = lines_of(question, answer, answers);
    for (const std::string& line : lines) add(blocks[question.block], line, answer.cite);
    const bool left_open = answer.reply == Reply::unknown && lines.empty();
    if (left_open && question.asked != Asked::example && question.id != "match-reading")
      open.push_back(question.about);
  }
  std::vector<Line>& contributions = blocks["contributions"];
  std::stable_sort(contributions.begin(), contributions.end(), [](const Line& a, const Line& b) {
    return place_in_contributions(a) < place_in_contributions(b);
  });

  const auto name = answers.find("name");
  std::string text = "# Written by `rothcheck new` from answers about the plan's document.\n\n";
  text +=
      fmt::format("plan {} {{\n", in_quotes(name == answers.end() ? "A plan" : name->second.value));
  for (const Line& line : blocks["plan"]) text += written(line) + "\n";
  for (std::string_view block :
       {"eligibility", "compensation", "contributions", "match", "nonelective", "other-additions",
        "in-plan-roth-rollover", "in-service-distribution", "testing"})
    write_block(block, blocks[block], text);
  text += scenario_of(answers, blocks["scenario"]);
  text += not_known(open);
  return laid_out(text + "}\n");
}

}  // namespace rothcheck::run
