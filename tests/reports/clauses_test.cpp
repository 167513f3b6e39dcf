#include "reports/clauses.hpp"

#include <gtest/gtest.h>

#include "tests/reports/sample.hpp"

namespace rothcheck::reports {
namespace {

Span span_of(const Sources& sources, std::string_view words) {
  const std::size_t at = sources.text(1).find(words);
  return {1, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

TEST(Clauses, AreQuotedWithTheirPlaceAndCite) {
  const Sample sample;
  const Span where = sample.span("limit 10% of pay   on after-tax");
  EXPECT_EQ(line_place(sample.sources, where), "acme.plan:5");
  EXPECT_EQ(clause_text(sample.sources, where), "limit 10% of pay on after-tax");
  EXPECT_EQ(clause_cite(sample.sources, where), "SPD \"gold\" p. 10");
  EXPECT_EQ(quoted_clause(sample.sources, where),
            "\"limit 10% of pay on after-tax\" (acme.plan:5; SPD \"gold\" p. 10)");
}

TEST(Clauses, WithoutACiteSayOnlyTheirPlace) {
  const Sample sample;
  EXPECT_EQ(quoted_clause(sample.sources, sample.span("automatic daily")),
            "\"automatic daily\" (acme.plan:7)");
}

TEST(Clauses, OfSeveralLinesBecomeOneWithoutComments) {
  Sources sources;
  sources.add("a.plan", "match {   # \"both\" kinds\n\n    100% of all\n\t}\ncite \"elsewhere\"");
  const Span where = span_of(sources, "match {   # \"both\" kinds\n\n    100% of all\n\t}");
  EXPECT_EQ(clause_text(sources, where), "match { 100% of all }");
  EXPECT_EQ(clause_cite(sources, where), "");
}

TEST(Clauses, WithQuotesInThemStandInSingleOnes) {
  Sources sources;
  sources.add("a.plan", "exclude class \"leased\"");
  EXPECT_EQ(quoted_clause(sources, {1, 0, 22}), "'exclude class \"leased\"' (a.plan:1)");
}

TEST(Clauses, OfNowhereAreEmpty) {
  const Sources sources;
  EXPECT_EQ(line_place(sources, {}), "");
  EXPECT_EQ(clause_text(sources, {}), "");
  EXPECT_EQ(quoted_clause(sources, {}), "");
}

}  // namespace
}  // namespace rothcheck::reports
