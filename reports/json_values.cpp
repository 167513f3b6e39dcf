// Members of the objects of `check -f json`: what is not known is null, and a clause has its place.
#include "reports/json_values.hpp"

#include "reports/amounts.hpp"
#include "reports/clauses.hpp"

namespace rothcheck::reports {

void write_text(JsonWriter& json, std::string_view key, std::string_view text) {
  json.key(key);
  json.text(text);
}

void write_text_or_null(JsonWriter& json, std::string_view key, std::string_view text) {
  json.key(key);
  text.empty() ? json.null() : json.text(text);
}

void write_flag(JsonWriter& json, std::string_view key, std::optional<bool> flag) {
  json.key(key);
  flag ? json.flag(*flag) : json.null();
}

void write_money(JsonWriter& json, std::string_view key, Money amount) {
  json.key(key);
  json.money(amount);
}

void write_settled(JsonWriter& json, std::string_view key, Range range) {
  json.key(key);
  range.settled() ? json.money(range.least) : json.null();
}

void write_amount(JsonWriter& json, Range range) {
  write_settled(json, "amount", range);
  if (range.settled()) return;
  write_money(json, "amount_low", range.least);
  json.key("amount_high");
  is_boundless(range.most) ? json.null() : json.money(range.most);
}

void write_clause(JsonWriter& json, std::string_view key, const Sources& sources, Span where) {
  json.key(key);
  if (!where.somewhere()) return json.null();
  const Place place = sources.place(where);
  json.begin_object();
  write_text(json, "file", place.path);
  json.key("line");
  json.number(place.line);
  write_text_or_null(json, "cite", clause_cite(sources, where));
  write_text(json, "clause", clause_text(sources, where));
  json.end_object();
}

namespace {

void write_place(JsonWriter& json, const Sources& sources, const Finding& finding) {
  if (finding.where.somewhere()) {
    const Place place = sources.place(finding.where);
    write_text(json, "file", place.path);
    json.key("line");
    json.number(place.line);
    json.key("column");
    json.number(place.column);
  } else if (finding.cell) {
    write_text(json, "file", finding.cell->path);
    json.key("line");
    json.number(static_cast<std::int64_t>(finding.cell->line));
    if (finding.cell->column != 0) {
      json.key("column");
      json.number(finding.cell->column);
      write_text(json, "header", finding.cell->header);
    }
  }
}

}  // namespace

void write_findings(JsonWriter& json, const Sources& sources, const Findings& findings) {
  json.key("findings");
  json.begin_array();
  for (const Finding& finding : findings) {
    json.begin_object();
    write_text(json, "code", finding.kind->code);
    write_text(json, "name", finding.kind->name);
    write_text(json, "severity", to_string(finding.kind->severity));
    write_text(json, "message", finding.message);
    write_place(json, sources, finding);
    json.end_object();
  }
  json.end_array();
}

}  // namespace rothcheck::reports
