#include "reports/tree.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace rothcheck::reports {
namespace {

Tree sample() {
  return Tree::object()
      .with("year", Tree::Value{std::int64_t{2026}})
      .with("taxable", 100_usd)
      .with("tax", std::optional<Money>{})
      .with(Tree::object("form").with("box", Tree::Value{std::string{"G"}}))
      .with(
          Tree::list("parts")
              .with(Tree::object().with("to", Tree::Value{std::string{"cash"}}).with("sum", 5_usd))
              .with(Tree::object().with("id", Tree::Value{std::string{"A"}}).with("sum", 7_usd)));
}

TEST(Tree, IsWrittenAsJsonInTheOrderGiven) {
  std::ostringstream out;
  write_json(sample(), out);
  EXPECT_EQ(out.str(),
            "{\n  \"year\": 2026,\n  \"taxable\": 100.00,\n  \"tax\": null,\n"
            "  \"form\": {\n    \"box\": \"G\"\n  },\n"
            "  \"parts\": [\n    {\n      \"to\": \"cash\",\n      \"sum\": 5.00\n    },\n"
            "    {\n      \"id\": \"A\",\n      \"sum\": 7.00\n    }\n  ]\n}\n");
}

TEST(Tree, AValueIsFoundByItsPath) {
  const Tree tree = sample();
  ASSERT_NE(find(tree, "form.box"), nullptr);
  EXPECT_EQ(find(tree, "form.box")->value, Tree::Value{std::string{"G"}});
  EXPECT_EQ(find(tree, "taxable")->value, Tree::Value{100_usd});
  EXPECT_EQ(find(tree, "tax")->value, Tree::Value{Tree::Null{}});
}

TEST(Tree, AMemberOfAListGoesByItsNameOrNumber) {
  const Tree tree = sample();
  EXPECT_EQ(find(tree, "parts.cash.sum")->value, Tree::Value{5_usd});
  EXPECT_EQ(find(tree, "parts.A.sum")->value, Tree::Value{7_usd});
  EXPECT_EQ(find(tree, "parts.1.sum")->value, Tree::Value{7_usd});
}

TEST(Tree, WhatIsNotThereIsNotFound) {
  const Tree tree = sample();
  for (const char* path : {"nothing", "form.box.more", "parts.gold.sum", "parts.2"}) {
    EXPECT_EQ(find(tree, path), nullptr) << path;
  }
}

}  // namespace
}  // namespace rothcheck::reports
