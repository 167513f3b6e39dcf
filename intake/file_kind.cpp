// Telling participant files from what is mistaken for them.
#include "intake/file_kind.hpp"

#include <array>

#include "intake/shown.hpp"

namespace rothcheck::intake {
namespace {

struct Signature {
  std::string_view begins;
  std::string_view description;
};

constexpr std::array<Signature, 8> signatures = {{
    {"%PDF", "this is a PDF, not a table of participants"},
    {"PK\x05\x06", "this is an empty zip archive, not a table of participants"},
    {"\xD0\xCF\x11\xE0", "this is an old workbook (.xls) or another Office file: save it as .xlsx"},
    {"<html", "this is a web page, not a table of participants"},
    {"<HTML", "this is a web page, not a table of participants"},
    {"<!DOCTYPE html", "this is a web page, not a table of participants"},
    {"<!doctype html", "this is a web page, not a table of participants"},
    {"{", "this is JSON, not CSV, TOML, XML or a workbook"},
}};

/// The first line that is neither blank nor a comment.
std::string_view first_line(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = text.find_first_of("\r\n");
    const std::string_view line = trimmed(text.substr(0, end));
    if (!line.empty() && !line.starts_with('#')) return line;
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return {};
}

/// `plan "Acme 401(k)" {`
bool is_plan(std::string_view text) {
  std::string_view line = first_line(text);
  constexpr std::string_view word = "plan";
  if (!line.starts_with(word)) return false;
  line.remove_prefix(word.size());
  return trimmed(line).starts_with('"') && line.find(',') == std::string_view::npos;
}

const Signature* signature_of(std::string_view text) {
  for (const Signature& signature : signatures) {
    if (text.starts_with(signature.begins)) return &signature;
  }
  return nullptr;
}

bool is_toml(std::string_view text) {
  if (text.find("\n[[participant]]") != std::string_view::npos) return true;
  std::string_view line = first_line(text);
  if (line.starts_with('[')) return true;
  constexpr std::string_view participant = "participant";
  if (!line.starts_with(participant)) return false;
  line.remove_prefix(participant.size());
  return trimmed(line).starts_with('=');
}

}  // namespace

FileKind file_kind(std::string_view text) {
  const std::string_view content = trimmed(text);
  if (content.starts_with("PK\x03\x04")) return FileKind::workbook;
  if (signature_of(content) != nullptr) return FileKind::other;
  if (content.starts_with('<')) return FileKind::xml;
  if (text.find('\0') != std::string_view::npos || is_plan(text)) return FileKind::other;
  return is_toml(text) ? FileKind::toml : FileKind::csv;
}

std::string_view description_of_other(std::string_view text) {
  // A workbook with a password is a stream of that name, in UTF-16, in an old Office file.
  constexpr std::string_view protected_stream{"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e", 31};
  if (text.starts_with("\xD0\xCF") && text.find(protected_stream) != std::string_view::npos) {
    return "this workbook is protected by a password: save it without one";
  }
  if (is_plan(text))
    return "this is a plan, not a table of participants: give it without --participants";
  const Signature* signature = signature_of(trimmed(text));
  return signature != nullptr ? signature->description
                              : "the file has NUL bytes: it is not a text file";
}

}  // namespace rothcheck::intake
