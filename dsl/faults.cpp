// The wording that all findings on a text share.
#include "dsl/faults.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "dsl/findings.hpp"
#include "model/text.hpp"

namespace rothcheck::dsl {
namespace {

std::string lower_case(std::string_view word) {
  std::string result = lowered(word);
  std::replace(result.begin(), result.end(), '_', '-');
  return result;
}

}  // namespace

void Faults::say(const FindingKind& kind, Span where, std::string message,
                 std::vector<Note> notes) {
  if (!full()) findings_.push_back({&kind, std::move(message), where, std::move(notes)});
}

bool Faults::error_in(Span stretch) const {
  return std::any_of(findings_.begin(), findings_.end(), [stretch](const Finding& finding) {
    return finding.kind->severity == Severity::error && stretch.begin <= finding.where.begin &&
           finding.where.end <= stretch.end;
  });
}

Findings Faults::sorted() const {
  // A multimap keeps what begins at one place in the order in which it was found.
  std::multimap<std::uint32_t, const Finding*> by_place;
  for (const Finding& finding : findings_) by_place.emplace(finding.where.begin, &finding);
  Findings findings;
  for (const auto& [begin, finding] : by_place) findings.push_back(*finding);
  if (full()) {
    findings.push_back(
        {&finding::too_many,
         fmt::format("{} findings are shown, and the file is not read further", most),
         findings.back().where});
  }
  return findings;
}

std::string quoted(std::string_view text) {
  constexpr std::size_t longest = 28;
  text = text.substr(0, text.find('\n'));
  if (text.size() <= longest) return fmt::format("`{}`", text);
  return fmt::format("`{}...`", text.substr(0, cut_before(text, longest)));
}

std::string any_of(const std::vector<std::string_view>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i != 0) text += i + 1 == words.size() ? " or " : ", ";
    text += fmt::format("`{}`", words[i]);
  }
  return text;
}

std::vector<Note> did_you_mean(std::string_view word,
                               const std::vector<std::string_view>& choices) {
  const std::string_view close = nearest(lower_case(word.substr(0, 80)), choices);
  if (close.empty()) return {};
  return {{fmt::format("did you mean `{}`?", close)}};
}

std::vector<Note> suggestions(std::string_view word, const std::vector<std::string_view>& choices) {
  std::vector<Note> notes = did_you_mean(word, choices);
  if (choices.size() > 1 && choices.size() <= 8) notes.push_back({"one of " + any_of(choices)});
  return notes;
}

void say_expected(Faults& faults, Span where, std::string_view what, std::string_view found,
                  std::vector<Note> notes) {
  const std::string seen = found.empty() ? "the end of the statement" : quoted(found);
  faults.say(finding::unexpected, where, fmt::format("expected {}, found {}", what, seen),
             std::move(notes));
}

void say_unknown(Faults& faults, Span where, std::string_view what, std::string_view found,
                 const std::vector<std::string_view>& choices) {
  faults.say(finding::unknown_word, where, fmt::format("unknown {} {}", what, quoted(found)),
             suggestions(found, choices));
}

}  // namespace rothcheck::dsl
