#include <gtest/gtest.h>

#include "tests/reports/sample.hpp"

namespace rothcheck::reports {
namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

TEST(CheckJson, StartsWithSchemaYearAndLimits) {
  const Sample sample;
  EXPECT_TRUE(
      sample.written(write_check_json)
          .starts_with(
              "{\n  \"schema\": \"rothcheck-check/1\",\n  \"year\": 2026,\n  \"limits\": {\n"
              "    \"source\": \"Notice 2025-67\",\n    \"status\": \"published\"\n  },\n"));
}

TEST(CheckJson, SaysWhenFiguresAreNotThePublishedOnes) {
  Sample sample;
  sample.limits.at(2026).overridden = true;
  EXPECT_TRUE(has(sample.written(write_check_json), "\"status\": \"overridden\""));
}

TEST(CheckJson, HasThePersonWithEveryKeyInOrder) {
  Sample sample;
  sample.add(sample_answer(sample));
  EXPECT_EQ(
      sample.written(write_check_jsonl),
      R"~({"id": "E1", "plan": "Acme 401(k) Savings Plan", "verdict": "available", "room": 15000.00, )~"
      R"~("room_low": 15000.00, "room_high": 15000.00, "remaining": 15000.00, "binding": "plan-limit", )~"
      R"~("binding_at": {"file": "acme.plan", "line": 5, "cite": "SPD \"gold\" p. 10", )~"
      R"~("clause": "limit 10% of pay on after-tax"}, "hce": false, "age": 28, "deferrals": 24500.00, )~"
      R"~("catch_up": 0.00, "roth_catch_up_required": false, "employer": 6000.00, )~"
      R"~("constraints": [{"name": "annual-additions-limit", "amount": 41500.00}, )~"
      R"~({"name": "plan-limit", "amount": 15000.00, "at": {"file": "acme.plan", "line": 5, )~"
      R"~("cite": "SPD \"gold\" p. 10", "clause": "limit 10% of pay on after-tax"}}], )~"
      R"~("steps": [{"label": "annual additions limit", "amount": 72000.00, "law": "IRC 415(c)(1)(A)", )~"
      R"~("source": "Notice 2025-67", "step": "start"}, )~"
      R"~({"label": "less elective deferrals without catch-up", "amount": 24500.00, )~"
      R"~("law": "IRC 415(c)(2)(A)", "source": null, "step": "less"}, )~"
      R"~({"label": "less employer contributions", "amount": 6000.00, "law": "IRC 415(c)(2)(A)", )~"
      R"~("source": null, "step": "less"}, )~"
      R"~({"label": "left under the annual additions limit", "amount": 41500.00, )~"
      R"~("law": "IRC 415(c)(1)(A)", "source": null, "step": "result"}, )~"
      R"~({"label": "the plan's limit", "amount": 15000.00, "law": null, "source": "acme.plan:5", )~"
      R"~("step": "start", "clause": "limit 10% of pay on after-tax"}, )~"
      R"~({"label": "left under the plan's limit", "amount": 15000.00, "law": null, "source": null, )~"
      R"~("step": "result"}, )~"
      R"~({"label": "room for after-tax contributions, rounded down to the cent", "amount": 15000.00, )~"
      R"~("law": "IRC 415(c)(1)", "source": null, "step": "least"}], )~"
      R"~("assumptions": ["deferrals not stated: the most allowed is assumed"], "findings": [], )~"
      R"~("questions": [], "year": 2026, "household": null, "planned": null, )~"
      R"~("possible_more": 0.00, "grade": null, "alternatives": []})~"
      "\n");
}

TEST(CheckJson, LeavesNullWhatAMissingFactKeepsOpen) {
  Sample sample;
  sample.add(open_answer());
  const std::string json = sample.written(write_check_jsonl);
  EXPECT_TRUE(has(
      json,
      R"("room": null, "room_low": 0.00, "room_high": 40500.00, "remaining": null, "binding": null)"));
  EXPECT_TRUE(has(json, R"("hce": null, "age": null)"));
  EXPECT_TRUE(has(json, R"("roth_catch_up_required": null, "employer": null)"));
  EXPECT_TRUE(has(
      json,
      R"({"name": "annual-additions-limit", "amount": null, "amount_low": 33500.00, "amount_high": 40500.00})"));
  EXPECT_TRUE(
      has(json,
          R"("questions": ["what is the figure of the limit that the plan file leaves unknown?")"));
}

TEST(CheckJson, HasNoFigureForWhatNothingBounds) {
  Sample sample;
  Assessment answer = open_answer();
  answer.constraints = {{Binding::pay, {5_usd, Money::ceiling()}, {}}};
  sample.add(answer);
  EXPECT_TRUE(has(sample.written(write_check_jsonl),
                  R"({"name": "pay", "amount": null, "amount_low": 5.00, "amount_high": null})"));
}

TEST(CheckJson, CountsEveryVerdict) {
  Sample sample;
  sample.add(sample_answer(sample));
  sample.add(open_answer());
  sample.report.summary.rows_rejected = 3;
  sample.report.summary.rows_skipped = 2;
  sample.report.summary.rows_read = 6;
  EXPECT_TRUE(has(sample.written(write_check_json),
                  "  \"summary\": {\n    \"participants\": 2,\n    \"available\": 1,\n    "
                  "\"at-separation\": 0,\n"
                  "    \"no-room\": 0,\n    \"not-eligible\": 0,\n    \"not-available\": 0,\n    "
                  "\"undetermined\": 1,\n"
                  "    \"room_total\": 15000.00,\n    \"rows_rejected\": 3,\n"
                  "    \"rows_skipped\": 2,\n    \"rows_read\": 6\n  }"));
}

TEST(CheckJson, LeadsBackToTheRowWhereTwoIdsMayLookAlike) {
  Sample sample;
  Assessment answer = open_answer();
  answer.id = "987-65-4320";
  answer.row = Cell{"people.csv", 9, 0, {}, 7};
  sample.add(answer);
  sample.report.skipped_rows = {3, 12};
  const std::string text = sample.written(write_check_jsonl);
  EXPECT_TRUE(has(text, "\"id\": \"***-**-4320\"")) << text;
  EXPECT_TRUE(has(text, "\"row\": 7")) << text;
  EXPECT_FALSE(has(text, "id_hash")) << text;
  EXPECT_TRUE(
      has(sample.written(write_check_json), "\"skipped_rows\": [\n      3,\n      12\n    ]"))
      << sample.written(write_check_json);
}

TEST(CheckJson, PutsFindingsWithTheirPlaces) {
  Sample sample;
  sample.report.findings = {
      {&sample_kind, "in the census", {}, {}, Cell{"census.csv", 812, 11, "after_tax"}},
      {&sample_kind, "in the plan", sample.span("after-tax allowed")}};
  const std::string json = sample.written(write_check_json);
  EXPECT_TRUE(has(json,
                  "\"file\": \"census.csv\",\n      \"line\": 812,\n      \"column\": 11,\n      "
                  "\"header\": \"after_tax\""));
  EXPECT_TRUE(has(json, "\"file\": \"acme.plan\",\n      \"line\": 4,\n      \"column\": 9\n"));
}

TEST(CheckJson, LinesHoldPeopleAndNothingElse) {
  const Sample sample;
  EXPECT_EQ(sample.written(write_check_jsonl), "");
}

TEST(CheckJson, NeverCarriesAWholeSocialSecurityNumber) {
  Sample sample;
  Assessment answer = open_answer();
  answer.id = "987-65-4320";
  sample.add(answer);
  const std::string json = sample.written(write_check_json);
  EXPECT_TRUE(has(json, "\"id\": \"***-**-4320\""));
  EXPECT_FALSE(has(json, "987"));
}

}  // namespace
}  // namespace rothcheck::reports
