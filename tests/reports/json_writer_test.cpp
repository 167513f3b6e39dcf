#include "reports/json_writer.hpp"

#include <gtest/gtest.h>

namespace rothcheck::reports {
namespace {

std::string one_line(void (*write)(JsonWriter&)) {
  std::string out;
  JsonWriter json{out, JsonWriter::Layout::one_line};
  write(json);
  return out;
}

TEST(JsonWriter, NestsObjectsAndArrays) {
  EXPECT_EQ(one_line([](JsonWriter& json) {
              json.begin_object();
              json.key("a");
              json.begin_array();
              json.number(1);
              json.number(-2);
              json.end_array();
              json.key("b");
              json.begin_object();
              json.end_object();
              json.key("c");
              json.flag(true);
              json.key("d");
              json.null();
              json.end_object();
            }),
            R"({"a": [1, -2], "b": {}, "c": true, "d": null})");
}

TEST(JsonWriter, WritesMoneyWithTwoDecimals) {
  EXPECT_EQ(one_line([](JsonWriter& json) { json.money(Money::cents(4'050'005)); }), "40500.05");
  EXPECT_EQ(one_line([](JsonWriter& json) { json.money(Money{}); }), "0.00");
  EXPECT_EQ(one_line([](JsonWriter& json) { json.money(Money::cents(-5)); }), "-0.05");
}

TEST(JsonWriter, EscapesQuotesBackslashesAndControls) {
  EXPECT_EQ(one_line([](JsonWriter& json) { json.text("a\"b\\c\n\t\x01\x1b"); }),
            R"("a\"b\\c\n\t\u0001\u001b")");
}

TEST(JsonWriter, KeepsUtf8AndReplacesWhatIsNot) {
  EXPECT_EQ(one_line([](JsonWriter& json) { json.text("caf\xC3\xA9 \xF0\x9F\x92\xB0"); }),
            "\"caf\xC3\xA9 \xF0\x9F\x92\xB0\"");
  EXPECT_EQ(one_line([](JsonWriter& json) { json.text("a\xFFz\xC3"); }),
            "\"a\xEF\xBF\xBDz\xEF\xBF\xBD\"");
}

TEST(JsonWriter, IndentsFourLevelsAndThenStaysOnTheLine) {
  std::string out;
  JsonWriter json{out, JsonWriter::Layout::indented};
  json.begin_object();
  json.key("a");
  json.begin_array();
  json.begin_object();
  json.key("b");
  json.begin_array();
  json.begin_array();
  json.number(1);
  json.number(2);
  json.end_array();
  json.end_array();
  json.end_object();
  json.end_array();
  json.end_object();
  EXPECT_EQ(out, "{\n  \"a\": [\n    {\n      \"b\": [\n        [1, 2]\n      ]\n    }\n  ]\n}");
}

}  // namespace
}  // namespace rothcheck::reports
