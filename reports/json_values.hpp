// Members of the objects of `check -f json`: what is not known is null, and a clause has its place.
#pragma once

#include <optional>
#include <string_view>

#include "model/finding.hpp"
#include "model/range.hpp"
#include "model/source.hpp"
#include "reports/json_writer.hpp"

namespace rothcheck::reports {

void write_text(JsonWriter& json, std::string_view key, std::string_view text);
void write_text_or_null(JsonWriter& json, std::string_view key, std::string_view text);
void write_flag(JsonWriter& json, std::string_view key, std::optional<bool> flag);
void write_money(JsonWriter& json, std::string_view key, Money amount);
/// The amount, or null while a missing fact leaves it open.
void write_settled(JsonWriter& json, std::string_view key, Range range);
/// `amount`; null with its two bounds behind it while a missing fact leaves it open.
void write_amount(JsonWriter& json, Range range);
/// A clause with its file, line, cite and words; null for nowhere.
void write_clause(JsonWriter& json, std::string_view key, const Sources& sources, Span where);
void write_findings(JsonWriter& json, const Sources& sources, const Findings& findings);

}  // namespace rothcheck::reports
