// Answers in a file: TOML, a key a question.
#include <fmt/format.h>

#include "intake/toml/toml.hpp"
#include "run/findings.hpp"
#include "run/interview/answers.hpp"

namespace rothcheck::run {

namespace {

using intake::TomlEntry;
using intake::TomlValue;

class Reader {
 public:
  explicit Reader(const TomlValue& file) : file_{file} {}

  Outcome<Answers> read() {
    for (const TomlEntry& entry : file_.entries) {
      if (entry.key == "cite" && entry.value.is(TomlValue::Type::table)) continue;
      if (const Question* question = named(entry)) read_one(*question, entry);
    }
    if (const TomlEntry* cites = file_.find("cite")) read_cites(*cites);
    Outcome<Answers> outcome;
    if (findings_.empty()) outcome.value = std::move(answers_);
    outcome.findings = std::move(findings_);
    return outcome;
  }

 private:
  void say(const TomlEntry& entry, std::string message, std::vector<Note> notes = {}) {
    findings_.push_back(
        {&finding::answer_not_read, std::move(message), entry.at.span, std::move(notes)});
  }

  const Question* named(const TomlEntry& entry) {
    const Question* question = question_named(entry.key);
    if (question != nullptr) return question;
    std::vector<std::string_view> keys;
    for (const Question& row : questions()) keys.push_back(row.id);
    const std::string_view meant = nearest(entry.key, keys);
    std::vector<Note> notes;
    if (!meant.empty()) notes.push_back({fmt::format("did you mean {}?", meant)});
    say(entry, fmt::format("there is no question {}", entry.key.substr(0, 40)), notes);
    return nullptr;
  }

  /// A list as it would be typed; empty where it is none.
  static std::optional<std::string> text_of(const TomlValue& value) {
    if (value.is(TomlValue::Type::table)) return std::nullopt;
    if (!value.is(TomlValue::Type::array)) return value.text;
    std::string all;
    for (const TomlValue& item : value.items) {
      if (!item.is(TomlValue::Type::string)) return std::nullopt;
      all += (all.empty() ? "" : ", ") + item.text;
    }
    return all;
  }

  void read_one(const Question& question, const TomlEntry& entry) {
    const std::optional<std::string> text = text_of(entry.value);
    ReadAnswer read = text ? read_answer(question, *text) : ReadAnswer{};
    if (read.answer) {
      answers_.emplace(question.id, std::move(*read.answer));
      return;
    }
    say(entry, fmt::format("{}: this is no answer", question.id),
        {{"expected " + (text ? read.expected : answers_of(question))}});
  }

  void read_cites(const TomlEntry& cites) {
    for (const TomlEntry& entry : cites.value.entries) {
      const Question* question = named(entry);
      if (question == nullptr) continue;
      const auto found = answers_.find(question->id);
      if (found == answers_.end()) {
        say(entry, fmt::format("{} has a place and no answer", question->id));
        continue;
      }
      const ReadAnswer read = entry.value.is(TomlValue::Type::string)
                                  ? read_cite(found->second, entry.value.text)
                                  : ReadAnswer{std::nullopt, "text in quotes, such as \"p. 9\""};
      if (!read.answer) {
        say(entry, fmt::format("{}: this is no place", question->id),
            {{"expected " + read.expected}});
      } else {
        found->second = *read.answer;
      }
    }
  }

  const TomlValue& file_;
  Answers answers_;
  Findings findings_;
};

}  // namespace

Outcome<Answers> read_answers(const Sources& sources, std::uint16_t source) {
  Outcome<TomlValue> file =
      intake::read_toml(sources.text(source), source, finding::answer_not_read);
  if (!file) return {std::nullopt, std::move(file.findings)};
  return Reader{*file.value}.read();
}

std::string write_answers(const Answers& answers) {
  std::string text = "# Answers to `rothcheck new`; `rothcheck new --list` has the questions.\n";
  std::string cites;
  for (const Question& question : questions()) {
    const auto found = answers.find(question.id);
    if (found == answers.end()) continue;
    const Answer& answer = found->second;
    text += fmt::format("{} = {}\n", question.id, intake::toml_text(answer.typed));
    if (!answer.cite.empty())
      cites += fmt::format("{} = {}\n", question.id, intake::toml_text(answer.cite));
  }
  return cites.empty() ? text : text + "\n[cite]\n" + cites;
}

}  // namespace rothcheck::run
