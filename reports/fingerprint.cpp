// What makes a finding the same finding in the next run.
#include "reports/fingerprint.hpp"

#include <fmt/format.h>

#include <cstdint>

namespace rothcheck::reports {

namespace {

// FNV-1a: small, and the same on every machine.
std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return hash;
}

// A new layout is no new finding.
std::string without_blanks(std::string_view line) {
  std::string words;
  for (const char c : line) {
    if (c != ' ' && c != '\t' && c != '\r') words += c;
  }
  return words;
}

}  // namespace

std::string Fingerprints::next(const Finding& finding) {
  std::string text{finding.kind->code};
  if (finding.where.somewhere()) {
    text += '\n' + name_in(repository_, sources_.path(finding.where.source));
    text += '\n' + without_blanks(sources_.line_at(finding.where));
  }
  const std::string hash = fmt::format("{:016x}", hash_of(text));
  return fmt::format("{}:{}", hash, ++seen_[hash]);
}

}  // namespace rothcheck::reports
