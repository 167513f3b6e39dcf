// `check -f json` and `jsonl`: the shape that scripts rely on. Keys are only ever added, at the end
// of their object.
#include <optional>
#include <ostream>
#include <string>

#include "reports/clauses.hpp"
#include "reports/id_hash.hpp"
#include "reports/json_values.hpp"
#include "reports/json_writer.hpp"
#include "reports/plan_names.hpp"
#include "reports/privacy.hpp"
#include "reports/report.hpp"
#include "reports/sources_of_law.hpp"

namespace rothcheck::reports {

namespace {

void write_questions(JsonWriter& json, const std::vector<Question>& questions) {
  json.key("questions");
  json.begin_array();
  for (const Question& question : questions) json.text(sentence_of(question.kind));
  json.end_array();
}

void write_limits(JsonWriter& json, const CheckReport& report) {
  const YearFigures* year = report.limits->find(report.year);
  json.key("limits");
  json.begin_object();
  write_text_or_null(json, "source", year ? source_of_year(*year) : "");
  write_text(json, "status", year && year->overridden ? "overridden" : "published");
  json.end_object();
}

void write_routes(JsonWriter& json, const std::vector<Route>& routes) {
  json.key("routes");
  json.begin_array();
  for (const Route route : routes) json.text(to_string(route));
  json.end_array();
}

void write_assumptions(JsonWriter& json, const Assumptions& assumptions) {
  json.key("assumptions");
  json.begin_array();
  for (const Assumption assumption : assumptions.list()) json.text(sentence_of(assumption));
  json.end_array();
}

void write_groups(JsonWriter& json, const Sources& sources,
                  const std::vector<GroupAnswer>& groups) {
  json.key("groups");
  json.begin_array();
  for (const GroupAnswer& group : groups) {
    json.begin_object();
    write_text(json, "group", group.group);
    write_text(json, "verdict", to_string(group.verdict));
    write_clause(json, "decided_by", sources, group.decided_by);
    write_routes(json, group.routes);
    write_questions(json, group.questions);
    json.end_object();
  }
  json.end_array();
}

void write_acp(JsonWriter& json, const std::optional<AcpOfPlan>& acp) {
  json.key("acp");
  if (!acp) return json.null();
  json.begin_object();
  write_flag(json, "tested", acp->untested.empty());
  write_text_or_null(json, "because", acp->untested);
  if (acp->outcome) {
    const AcpOutcome& outcome = *acp->outcome;
    const auto bound = [&json](std::string_view key, Money amount) {
      if (amount == Money::ceiling()) {
        json.key(key);
        return json.null();
      }
      write_money(json, key, amount);
    };
    write_text(json, "result", to_string(outcome.result));
    write_money(json, "hce_acp", Money::cents(outcome.hce.count));
    write_money(json, "nhce_acp", Money::cents(outcome.nhce.count));
    write_money(json, "limit", Money::cents(outcome.limit.count));
    bound("excess_low", outcome.excess_low);
    bound("excess_high", outcome.excess_high);
    json.key("people_back");
    json.number(outcome.people_back);
    json.key("people_left_out");
    json.number(outcome.people_left_out);
  }
  json.end_object();
}

void write_plan(JsonWriter& json, const Sources& sources, const PlanAnswer& plan) {
  json.begin_object();
  write_text(json, "name", plan.name);
  write_text(json, "file", file_of(plan, sources));
  write_text(json, "verdict", to_string(plan.verdict));
  write_routes(json, plan.routes);
  json.key("frictions");
  json.begin_array();
  for (const Friction& friction : plan.frictions) json.text(friction.text);
  json.end_array();
  write_questions(json, plan.questions);
  json.key("year");
  json.number(plan.year);
  write_clause(json, "decided_by", sources, plan.decided_by);
  write_findings(json, sources, plan.findings);
  write_text_or_null(json, "grade", plan.grade ? to_string(*plan.grade) : "");
  write_groups(json, sources, plan.groups);
  write_assumptions(json, plan.assumptions);
  write_acp(json, plan.acp);
  json.end_object();
}

void write_constraints(JsonWriter& json, const Sources& sources,
                       const std::vector<Constraint>& constraints) {
  json.key("constraints");
  json.begin_array();
  for (const Constraint& constraint : constraints) {
    json.begin_object();
    write_text(json, "name", to_string(constraint.name));
    write_amount(json, constraint.amount);
    if (constraint.where.somewhere()) write_clause(json, "at", sources, constraint.where);
    json.end_object();
  }
  json.end_array();
}

void write_steps(JsonWriter& json, const CheckReport& report, const Worksheet& worksheet) {
  json.key("steps");
  json.begin_array();
  for (const Line& line : worksheet.lines) {
    json.begin_object();
    write_text(json, "label", label_of(line.kind));
    write_amount(json, line.amount);
    write_text_or_null(json, "law", law_behind(line));
    const std::string notice = notice_behind(line, *report.limits);
    write_text_or_null(json, "source",
                       notice.empty() ? line_place(*report.sources, line.where) : notice);
    write_text(json, "step", to_string(line.step));
    if (line.where.somewhere())
      write_text(json, "clause", clause_text(*report.sources, line.where));
    json.end_object();
  }
  json.end_array();
}

// The room that an owner would have with another employer contribution.
void write_alternatives(JsonWriter& json, const std::vector<Alternative>& alternatives) {
  json.key("alternatives");
  json.begin_array();
  for (const Alternative& alternative : alternatives) {
    json.begin_object();
    write_text(json, "label", alternative.label);
    write_money(json, "employer", alternative.employer);
    write_money(json, "room", alternative.room);
    json.end_object();
  }
  json.end_array();
}

/// What leads back to the person, where the id may be another's as well.
void write_row(JsonWriter& json, const Assessment& answer, std::string_view id_key) {
  if (answer.row && answer.row->row != 0) {
    json.key("row");
    json.number(static_cast<std::int64_t>(answer.row->row));
  }
  if (!id_key.empty() && is_masked(answer.id))
    write_text(json, "id_hash", id_hash(id_key, answer.id));
}

/// The plan's file is told where its name alone does not tell the plan.
void write_participant(JsonWriter& json, const CheckReport& report, const CheckOptions& options,
                       const Assessment& answer, bool with_file) {
  const PlanAnswer& plan = report.plans[answer.plan];
  json.begin_object();
  write_text(json, "id", shown_id(answer.id));
  write_text(json, "plan", plan.name);
  write_text(json, "verdict", to_string(answer.verdict));
  write_settled(json, "room", answer.room);
  write_money(json, "room_low", answer.room.least);
  write_money(json, "room_high", answer.room.most);
  write_settled(json, "remaining", answer.remaining);
  write_text_or_null(json, "binding", answer.binding ? to_string(*answer.binding) : "");
  write_clause(json, "binding_at", *report.sources, answer.binding_at);
  write_flag(json, "hce", answer.highly_compensated);
  json.key("age");
  answer.age ? json.number(*answer.age) : json.null();
  write_settled(json, "deferrals", answer.deferrals);
  write_settled(json, "catch_up", answer.catch_up);
  if (answer.tells_special_catch_up)
    write_settled(json, "special_catch_up", answer.special_catch_up);
  write_flag(json, "roth_catch_up_required", answer.roth_catch_up_required);
  if (answer.roth_catch_up_short.most > Money{}) {
    write_settled(json, "roth_catch_up_short", answer.roth_catch_up_short);
    write_settled(json, "roth_catch_up_to_correct", answer.roth_catch_up_to_correct);
  }
  if (answer.tells_kinds) {
    write_settled(json, "pre_tax_deferrals", *answer.pre_tax_deferrals);
    write_settled(json, "roth_deferrals", *answer.roth_deferrals);
  }
  write_settled(json, "employer", answer.employer);
  if (answer.counts_pay_in_part) write_settled(json, "plan_pay", answer.plan_pay);
  write_constraints(json, *report.sources, answer.constraints);
  write_steps(json, report, answer.worksheet);
  write_assumptions(json, answer.assumptions);
  write_findings(json, *report.sources, answer.findings);
  write_questions(json, answer.questions);
  json.key("year");
  json.number(plan.year);
  write_text_or_null(json, "household", shown_id(answer.household));
  json.key("planned");
  answer.planned&& answer.planned->settled() ? json.money(answer.planned->least) : json.null();
  write_money(json, "possible_more", answer.possible_more);
  write_text_or_null(json, "grade", answer.grade ? to_string(*answer.grade) : "");
  write_alternatives(json, answer.alternatives);
  if (report.asks_room_after_acp) {
    json.key("room_after_acp");
    answer.room_after_acp ? json.money(*answer.room_after_acp) : json.null();
    write_text_or_null(json, "acp_constraint", acp_constraint_of(answer));
  }
  if (with_file) write_text(json, "plan_file", file_of(plan, *report.sources));
  write_row(json, answer, options.id_key);
  json.end_object();
}

void write_summary(JsonWriter& json, const CheckReport& report) {
  const Summary& summary = report.summary;
  json.key("summary");
  json.begin_object();
  json.key("participants");
  json.number(summary.participants);
  for (int verdict = 0; verdict < verdict_count; ++verdict) {
    json.key(to_string(static_cast<Verdict>(verdict)));
    json.number(summary.by_verdict[verdict]);
  }
  write_money(json, "room_total", summary.room_total);
  if (report.asks_room_after_acp) {
    json.key("room_after_acp");
    summary.room_after_acp ? json.money(*summary.room_after_acp) : json.null();
  }
  json.key("rows_rejected");
  json.number(summary.rows_rejected);
  json.key("rows_skipped");
  json.number(summary.rows_skipped);
  json.key("rows_read");
  json.number(summary.rows_read);
  if (!report.skipped_rows.empty()) {
    json.key("skipped_rows");
    json.begin_array();
    for (const std::uint64_t row : report.skipped_rows) json.number(static_cast<std::int64_t>(row));
    json.end_array();
  }
  json.end_object();
}

// Hands over what is written so far, so that a large report is never whole in memory.
void hand_over(std::string& text, std::ostream& out) {
  out << text;
  text.clear();
}

}  // namespace

void write_check_json(const CheckReport& report, const CheckOptions& options, std::ostream& out) {
  std::string text;
  JsonWriter json{text, JsonWriter::Layout::indented};
  json.begin_object();
  write_text(json, "schema", "rothcheck-check/1");
  json.key("year");
  json.number(report.year);
  write_limits(json, report);
  json.key("plans");
  json.begin_array();
  for (const PlanAnswer& plan : report.plans) write_plan(json, *report.sources, plan);
  json.end_array();
  json.key("participants");
  json.begin_array();
  const bool with_files = names_repeat(report.plans);
  for (const Assessment& answer : report.participants) {
    write_participant(json, report, options, answer, with_files);
    hand_over(text, out);
  }
  json.end_array();
  write_summary(json, report);
  write_findings(json, *report.sources, report.findings);
  json.end_object();
  text += '\n';
  hand_over(text, out);
}

void write_check_jsonl(const CheckReport& report, const CheckOptions& options, std::ostream& out) {
  const bool with_files = names_repeat(report.plans);
  for (const Assessment& answer : report.participants) {
    std::string text;
    JsonWriter json{text, JsonWriter::Layout::one_line};
    write_participant(json, report, options, answer, with_files);
    text += '\n';
    hand_over(text, out);
  }
}

}  // namespace rothcheck::reports
