// The tree keeps everything that is written, with its place.
#include "dsl/parse.hpp"

#include <gtest/gtest.h>

#include <string>

namespace rothcheck::dsl {
namespace {

struct Parsed {
  std::string text;
  Faults faults;
  std::optional<ast::Document> document;

  explicit Parsed(std::string written) : text{std::move(written)} {
    document = parse(text, 1, faults);
  }
  std::string slice(Span span) const { return text.substr(span.begin, span.end - span.begin); }
  const ast::Clause& first() const { return document->clauses.front(); }
};

TEST(Parse, KeepsTheWordsAndTheirPlaces) {
  const Parsed parsed{"  limit 10% of pay on pre-tax, roth for hce in 2025 cite \"SPD\"   # why\n"};
  const ast::Clause& clause = parsed.first();
  ASSERT_EQ(clause.values.size(), 4u);
  EXPECT_EQ(clause.values[0].text, "limit");
  EXPECT_EQ(clause.values[1].shape, ast::Shape::share);
  EXPECT_EQ(clause.values[1].text, "10% of pay");
  EXPECT_EQ(clause.values[3].shape, ast::Shape::list);
  EXPECT_EQ(parsed.slice(clause.values[3].span), "pre-tax, roth");
  ASSERT_EQ(clause.qualifiers.size(), 2u);
  EXPECT_EQ(clause.qualifiers[1].text, "in 2025");
  EXPECT_EQ(clause.cite->text, "\"SPD\"");
  EXPECT_EQ(parsed.slice(clause.head), "limit 10% of pay on pre-tax, roth for hce in 2025");
  EXPECT_EQ(parsed.slice(clause.span),
            "limit 10% of pay on pre-tax, roth for hce in 2025 cite \"SPD\"");
  ASSERT_EQ(parsed.document->comments.size(), 1u);
  EXPECT_EQ(parsed.slice(parsed.document->comments[0]), "# why");
}

TEST(Parse, TellsPhrasesApart) {
  const Parsed parsed{
      "66 2/3% of the first 6% of pay; 50% of the next $3,000; 50% of all; 50% of the 402(g) "
      "limit\n"
      "age 59 1/2; after 24 months; from_x 2026-07-01 12-31 7/1/2026 401(a)(17) >= 2\n"};
  const auto shape = [&parsed](std::size_t clause, std::size_t value) {
    return parsed.document->clauses[clause].values[value].shape;
  };
  EXPECT_EQ(shape(0, 0), ast::Shape::tier);
  EXPECT_EQ(parsed.first().values[0].parts[0].text, "66 2/3%");
  EXPECT_EQ(parsed.first().values[0].parts[2].text, "6% of pay");
  EXPECT_EQ(shape(1, 0), ast::Shape::tier);
  EXPECT_EQ(shape(2, 0), ast::Shape::share);
  EXPECT_EQ(shape(3, 0), ast::Shape::share);
  EXPECT_EQ(parsed.document->clauses[3].values[0].parts[1].text, "402(g) limit");
  EXPECT_EQ(parsed.slice(parsed.document->clauses[3].span), "50% of the 402(g) limit");
  EXPECT_EQ(shape(4, 1), ast::Shape::number);
  EXPECT_EQ(shape(5, 1), ast::Shape::duration);
  EXPECT_EQ(shape(6, 1), ast::Shape::date);
  EXPECT_EQ(shape(6, 2), ast::Shape::month_day);
  EXPECT_EQ(shape(6, 3), ast::Shape::word);
  EXPECT_EQ(shape(6, 4), ast::Shape::word);
  EXPECT_TRUE(parsed.document->clauses[6].broken);
}

TEST(Parse, ReadsBlocksOnOneLineAndOnMany) {
  for (const std::string text : {"a { b; c } d { }\n", "a\n{\n  b\n  c\n}\nd {\n}\n",
                                 "a { b\nc } ; d{}", "\n;;a { ; b ;; c }d {}"}) {
    const Parsed parsed{text};
    ASSERT_TRUE(parsed.document) << text;
    EXPECT_EQ(parsed.faults.count(), 0u) << text;
    ASSERT_EQ(parsed.document->clauses.size(), 2u) << text;
    ASSERT_EQ(parsed.first().blocks.size(), 1u) << text;
    EXPECT_EQ(parsed.first().blocks[0].clauses.size(), 2u) << text;
    EXPECT_EQ(parsed.slice(parsed.first().blocks[0].span).front(), '{');
    EXPECT_EQ(parsed.slice(parsed.first().blocks[0].span).back(), '}');
  }
}

TEST(Parse, TakesWindowsLineEndsTabsMarksAndNoBreakSpaces) {
  const Parsed parsed{
      "\xEF\xBB\xBF"
      "age\t21\r\nservice\xC2\xA0"
      "3\xC2\xA0months\r\n"};
  ASSERT_TRUE(parsed.document);
  EXPECT_EQ(parsed.faults.count(), 0u);
  ASSERT_EQ(parsed.document->clauses.size(), 2u);
  EXPECT_EQ(parsed.slice(parsed.first().head), "age\t21");
  EXPECT_EQ(parsed.document->clauses[1].values[1].shape, ast::Shape::duration);
}

TEST(Parse, KeepsBracesAndCommentsInQuotesOutOfTheStructure) {
  const Parsed parsed{"source \"a } b # c { \\\" d\" # } \"\nage 21\n"};
  ASSERT_TRUE(parsed.document);
  EXPECT_EQ(parsed.faults.count(), 0u);
  EXPECT_EQ(parsed.document->clauses.size(), 2u);
  EXPECT_EQ(parsed.slice(parsed.document->comments[0]), "# } \"");
}

TEST(Parse, GoesOnAfterAMistakeAndKeepsItsBlock) {
  const Parsed parsed{"a for { b }\nc\n"};
  ASSERT_TRUE(parsed.document);
  EXPECT_EQ(parsed.faults.count(), 1u);
  ASSERT_EQ(parsed.document->clauses.size(), 2u);
  EXPECT_TRUE(parsed.first().broken);
  EXPECT_EQ(parsed.first().blocks.size(), 1u);
  EXPECT_FALSE(parsed.document->clauses[1].broken);
}

}  // namespace
}  // namespace rothcheck::dsl
