// A kind of finding as a rule of SARIF, and the words that its results share.
#pragma once

#include <string>
#include <string_view>

#include "model/finding.hpp"
#include "reports/json_writer.hpp"

namespace rothcheck::reports {

/// `note`, `warning`, `error`.
std::string_view level_of(Severity severity);
/// A capital letter and a full stop, as viewers of SARIF show it.
std::string sentence(std::string text);
/// How to mend it, and the law.
std::string help_of(const FindingKind& kind);

/// `"key": {"text": "..."}`.
void write_message(JsonWriter& json, std::string_view key, std::string_view text);
void write_rule(JsonWriter& json, const FindingKind& kind);

}  // namespace rothcheck::reports
