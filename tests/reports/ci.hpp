// Findings made by hand and written in one of the formats for services.
#pragma once

#include <sstream>
#include <string>

#include "reports/findings_report.hpp"

namespace rothcheck::reports {

inline constexpr FindingKind ci_error{"PLN301", "conflicting-clauses",   Severity::error,
                                      "",       "Two clauses disagree.", "keep one of them"};
inline constexpr FindingKind ci_warning{"MBR101",
                                        "after-tax-no-exit",
                                        Severity::warning,
                                        "IRC 402A(c)(4)",
                                        "The money never becomes Roth.",
                                        "look for a way out"};
inline constexpr FindingKind ci_info{"PLN305", "no-scenario",        Severity::info,
                                     "",       "Nothing is tested.", ""};
inline constexpr FindingKind ci_syntax{
    "SYN001", "unexpected-word", Severity::error, "", "Not a word of the language.", "correct it"};

using FindingsWriter = void (*)(const FindingsReport&, bool, std::ostream&);

inline std::string in_format(FindingsWriter write, const FindingsReport& report) {
  std::ostringstream out;
  write(report, false, out);
  return out.str();
}

inline int times(std::string_view text, std::string_view part) {
  int count = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
  return count;
}

}  // namespace rothcheck::reports
