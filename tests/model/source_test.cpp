// Lines and columns, as people and editors count them.
#include "model/source.hpp"

#include <gtest/gtest.h>

namespace rothcheck {
namespace {

/// The span of the first occurrence of `words` in source 1.
Span span_of(const Sources& sources, std::string_view words) {
  const auto begin = static_cast<std::uint32_t>(sources.text(1).find(words));
  return {1, begin, begin + static_cast<std::uint32_t>(words.size())};
}

void expect_place(const Place& place, int line, int column, int end_line, int end_column) {
  EXPECT_EQ(place.line, line);
  EXPECT_EQ(place.column, column);
  EXPECT_EQ(place.end_line, end_line);
  EXPECT_EQ(place.end_column, end_column);
}

TEST(Source, NumbersTextsFromOneAndKeepsThem) {
  Sources sources;
  EXPECT_EQ(sources.add("a.plan", "first"), 1);
  EXPECT_EQ(sources.add("b.plan", "second"), 2);
  const std::string_view first = sources.text(1);
  for (int i = 0; i < 100; ++i) sources.add("more.plan", "text");
  EXPECT_EQ(first, "first");
  EXPECT_EQ(first.data(), sources.text(1).data());
  EXPECT_EQ(sources.path(2), "b.plan");
  EXPECT_EQ(sources.count(), 102u);
}

TEST(Source, CountsLinesAndColumnsFromOne) {
  Sources sources;
  sources.add("a.plan", "plan \"x\" {\n    type 401(k)\n}\n");
  expect_place(sources.place(span_of(sources, "plan")), 1, 1, 1, 5);
  expect_place(sources.place(span_of(sources, "type")), 2, 5, 2, 9);
  expect_place(sources.place(span_of(sources, "}")), 3, 1, 3, 2);
  EXPECT_EQ(sources.place(span_of(sources, "type")).path, "a.plan");
}

TEST(Source, ColumnsCountCodePointsNotBytes) {
  Sources sources;
  sources.add("a.plan", "§ é 漢 👍 limit\n");
  expect_place(sources.place(span_of(sources, "limit")), 1, 9, 1, 14);
  expect_place(sources.place(span_of(sources, "漢")), 1, 5, 1, 6);
}

TEST(Source, ASpanOverLinesHasItsEndOnTheLastOne) {
  Sources sources;
  sources.add("a.plan", "match {\n  50% of\n  all é }\n");
  expect_place(sources.place(span_of(sources, "50% of\n  all é")), 2, 3, 3, 8);
}

TEST(Source, APlaceAtTheEndOfTheTextIsAfterItsLastCharacter) {
  Sources sources;
  sources.add("open.plan", "plan {\n  é");
  const auto size = static_cast<std::uint32_t>(sources.text(1).size());
  expect_place(sources.place({1, size, size}), 2, 4, 2, 4);
  expect_place(sources.place({1, size + 9, size + 9}), 2, 4, 2, 4);
}

TEST(Source, TheEndOfALineBelongsToIt) {
  Sources sources;
  sources.add("a.plan", "ab\ncd\n");
  expect_place(sources.place({1, 2, 2}), 1, 3, 1, 3);
  expect_place(sources.place({1, 3, 3}), 2, 1, 2, 1);
  expect_place(sources.place({1, 6, 6}), 3, 1, 3, 1);
}

TEST(Source, ALineIsShownWithoutItsEnd) {
  Sources sources;
  sources.add("windows.plan", "first\r\n  second\r\nthird");
  EXPECT_EQ(sources.line_at(span_of(sources, "first")), "first");
  EXPECT_EQ(sources.line_at(span_of(sources, "second")), "  second");
  EXPECT_EQ(sources.line_at(span_of(sources, "third")), "third");
  EXPECT_EQ(sources.place(span_of(sources, "second")).column, 3);
}

TEST(Source, OfASpanOverLinesTheFirstIsShown) {
  Sources sources;
  sources.add("a.plan", "one\ntwo\nthree\n");
  EXPECT_EQ(sources.line_at(span_of(sources, "two\nthree")), "two");
  EXPECT_EQ(sources.slice(span_of(sources, "two\nthree")), "two\nthree");
}

TEST(Source, NowhereHasNoTextAndNoPlace) {
  Sources sources;
  sources.add("a.plan", "text");
  EXPECT_FALSE(Span{}.somewhere());
  EXPECT_EQ(sources.slice({}), "");
  EXPECT_EQ(sources.line_at({}), "");
  expect_place(sources.place({}), 0, 0, 0, 0);
}

TEST(Source, AnEmptyTextHasAPlaceToPointAt) {
  Sources sources;
  sources.add("empty.plan", "");
  expect_place(sources.place(sources.start_of(1)), 1, 1, 1, 1);
  EXPECT_EQ(sources.line_at(sources.start_of(1)), "");
}

TEST(Sources, AByteOrderMarkIsNoColumn) {
  Sources sources;
  sources.add("a.plan", "\xEF\xBB\xBFplan x\nyear\n");
  expect_place(sources.place({1, 3, 7}), 1, 1, 1, 5);
  expect_place(sources.place({1, 0, 0}), 1, 1, 1, 1);
  expect_place(sources.place({1, 10, 14}), 2, 1, 2, 5);
}

}  // namespace
}  // namespace rothcheck
