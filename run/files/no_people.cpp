#include "run/files/no_people.hpp"

#include <string_view>

#include "intake/participants_seen.hpp"
#include "run/files/files.hpp"
#include "run/findings.hpp"

namespace rothcheck::run {

namespace {

constexpr std::string_view people = "it looks like a participant file; give it with --participants";

}  // namespace

std::string why_not_read(const std::string& text) {
  return std::string{intake::looks_like_participants(text) ? people : std::string_view{}};
}

const FindingKind& unread_kind(const std::string& reason) {
  return reason == people ? finding::people_not_here : finding::unreadable_file;
}

std::optional<std::string> read_no_people(const std::string& path, std::string& reason) {
  std::optional<std::string> text = read_file(path, reason);
  if (!text) return text;
  reason = why_not_read(*text);
  if (!reason.empty()) return std::nullopt;
  return text;
}

}  // namespace rothcheck::run
