// What holds of every finding that the program knows, whichever folder speaks of it.
#include "run/catalogue.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

#include "checker/lint/rules.hpp"
#include "run/catalogue_page.hpp"
#include "tests/accepted_page.hpp"
#include "tests/places.hpp"

namespace rothcheck::run {
namespace {

bool is_code(std::string_view code) {
  if (code.size() != 6) return false;
  for (std::size_t i = 0; i < 6; ++i) {
    const char c = code[i];
    if (i < 3 ? c < 'A' || c > 'Z' : c < '0' || c > '9') return false;
  }
  return true;
}

bool is_kebab(std::string_view name) {
  char before = '-';
  for (const char c : name) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (!letter && (c != '-' || before == '-')) return false;
    before = c;
  }
  return before != '-';
}

TEST(Catalogue, HasEachCodeAndEachNameOnce) {
  std::set<std::string_view> codes, names;
  for (const FindingKind* kind : catalogue()) {
    EXPECT_TRUE(codes.insert(kind->code).second) << kind->code;
    EXPECT_TRUE(names.insert(kind->name).second) << kind->name;
    EXPECT_TRUE(is_code(kind->code)) << kind->code;
    EXPECT_TRUE(is_kebab(kind->name)) << kind->name;
    EXPECT_LE(kind->name.size(), 40u) << kind->name;
  }
  EXPECT_GE(codes.size(), 150u);
}

TEST(Catalogue, KnowsOnlyItsFamilies) {
  const std::set<std::string_view> families = {"SYN", "TYP", "PLN", "LAW", "MBR",
                                               "LIM", "CEN", "ACP", "CFG", "WVR"};
  for (const FindingKind* kind : catalogue())
    EXPECT_EQ(families.count(kind->code.substr(0, 3)), 1u) << kind->code;
}

TEST(Catalogue, SaysWhyAndWhatHelps) {
  for (const FindingKind* kind : catalogue()) {
    EXPECT_GE(kind->why.size(), 20u) << kind->code;
    EXPECT_TRUE(kind->why.ends_with('.') || kind->why.ends_with('?')) << kind->code;
    EXPECT_GE(kind->help.size(), 10u) << kind->code;
    // Help goes on after a colon, as messages do.
    const bool is_name = kind->help.starts_with("Roth ");
    EXPECT_FALSE(!is_name && kind->help.front() >= 'A' && kind->help.front() <= 'Z') << kind->code;
    EXPECT_FALSE(kind->help.ends_with('.') && !kind->help.ends_with("...")) << kind->code;
    for (std::string_view text : {kind->why, kind->help}) {
      for (const char* word : {"illegal", "invalid", "not permitted"})
        EXPECT_EQ(text.find(word), text.npos) << kind->code << ": " << word;
    }
  }
}

TEST(Catalogue, CitesTheLawForEveryFindingOfTheLaw) {
  for (const FindingKind* kind : catalogue()) {
    if (kind->code.starts_with("LAW")) {
      EXPECT_NE(kind->citation, "") << kind->code;
    }
    EXPECT_FALSE(kind->citation.ends_with('.')) << kind->code;
  }
}

TEST(Catalogue, HasEveryRule) {
  for (const checker::Rule* rule : checker::rules())
    EXPECT_EQ(kind_named(rule->kind.code), &rule->kind);
}

TEST(Catalogue, IsFoundByCodeAndNameInAnyLetters) {
  ASSERT_NE(kind_named("mbr101"), nullptr);
  EXPECT_EQ(kind_named("mbr101")->name, "after-tax-no-exit");
  EXPECT_EQ(kind_named("After-Tax-No-Exit"), kind_named("MBR101"));
  EXPECT_EQ(kind_named("MBR999"), nullptr);
}

TEST(Catalogue, IsThePageInTheDocumentation) {
  std::ostringstream page;
  write_catalogue(page);
  expect_page(tests::project("docs/findings.md"), page.str());
}

}  // namespace
}  // namespace rothcheck::run
