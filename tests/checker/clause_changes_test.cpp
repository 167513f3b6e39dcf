// What counts as a change of a plan: every clause of the real plans does, and nothing else.
#include "checker/compare/clause_changes.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "checker/compare/clause_words.hpp"
#include "checker/lint/clauses.hpp"
#include "checker/terms/groups.hpp"
#include "dsl/load.hpp"
#include "tests/places.hpp"

namespace rothcheck::checker {
namespace {

std::vector<Plan> load(Sources& sources, const std::string& text) {
  Outcome<std::vector<Plan>> loaded = dsl::load(sources, sources.add("x.plan", text));
  return loaded && !has_error(loaded.findings) ? std::move(*loaded.value) : std::vector<Plan>{};
}

std::vector<std::string> texts_of_real_plans() {
  std::vector<std::string> texts;
  for (const auto& file : std::filesystem::recursive_directory_iterator{tests::project("plans")}) {
    if (file.path().extension() != ".plan") continue;
    std::ifstream in{file.path(), std::ios::binary};
    std::ostringstream text;
    text << in.rdbuf();
    texts.push_back(text.str());
  }
  return texts;
}

std::vector<ClauseChange> changes(const Plan& before, const Plan& after) {
  const PlanYear days = calendar_year(before.year.value_or(2026));
  return clause_changes(before, days, after, days);
}

bool is_in(const Scope& scope, PlanYear days) {
  return (!scope.from || *scope.from <= days.last) && (!scope.until || *scope.until >= days.first);
}

TEST(ClauseChanges, AreNoneBetweenAPlanAndItself) {
  Sources sources;
  for (const std::string& text : texts_of_real_plans()) {
    for (const Plan& plan : load(sources, text)) EXPECT_TRUE(changes(plan, plan).empty());
  }
}

// Takes each clause in force out of its plan: the comparison must notice, and say it both ways.
TEST(ClauseChanges, NoticeEveryClauseOfTheRealPlans) {
  int noticed = 0;
  for (const std::string& text : texts_of_real_plans()) {
    Sources sources;
    const std::vector<Plan> plans = load(sources, text);
    ASSERT_FALSE(plans.empty());
    for (std::size_t i = 0; i < plans.size(); ++i) {
      const PlanYear days = calendar_year(plans[i].year.value_or(2026));
      for_each_scope(plans[i], [&](const Scope& scope, Span where) {
        const std::string clause{sources.slice(where)};
        if (!is_in(scope, days) || clause.find("not stated") != clause.npos) return;
        const Edit edit = without_clause(sources, where);
        std::string changed = text;
        changed.replace(edit.where.begin, edit.where.end - edit.where.begin, edit.text);
        const std::vector<Plan> without = load(sources, changed);
        // The head of a block cannot go without the block.
        if (without.size() != plans.size()) return;
        const auto removed = changes(plans[i], without[i]), added = changes(without[i], plans[i]);
        EXPECT_FALSE(removed.empty()) << plans[i].name << ": " << clause;
        EXPECT_EQ(removed.size(), added.size()) << plans[i].name << ": " << clause;
        ++noticed;
      });
    }
  }
  EXPECT_GT(noticed, 150);
}

// The wording is the language's own: a plan of those words alone says the same.
TEST(ClauseChanges, AreToldInWordsThatThePlanLanguageReads) {
  Sources sources;
  int read_again = 0;
  for (const std::string& text : texts_of_real_plans()) {
    for (const Plan& plan : load(sources, text)) {
      const PlanYear days = calendar_year(plan.year.value_or(2026));
      std::string body;
      bool has_greatest = false;
      for (const FeaturePoints& feature : points_of(plan, days)) {
        for (const Points& block : feature.blocks) {
          const std::string head{feature.block};
          // Automatic enrolment is one clause, worded with the head of its block.
          const bool worded = !block.empty() && block.front().value.starts_with(head + " {");
          const bool bare = head == "plan" || worded;
          body += bare ? "" : head + " {\n";
          for (const Point& point : block) {
            // Lines of one formula share their words for whom and when.
            std::string value = point.value;
            const std::string tail = point.words().substr(value.size());
            has_greatest = has_greatest || value.starts_with("greatest of");
            for (std::size_t at = 0; (at = value.find("; ", at)) != value.npos;) {
              value.replace(at, 2, tail + "\n");
              at += tail.size() + 1;
            }
            body += "  " + value + tail + "\n";
          }
          body += bare ? "" : "}\n";
        }
      }
      if (has_greatest) continue;
      const std::string again = "plan \"" + plan.name + "\" {\ntype " + to_string(plan.type) +
                                "\nyear " + std::to_string(plan.year.value_or(2026)) + "\n" + body +
                                "}\n";
      const std::vector<Plan> read = load(sources, again);
      ASSERT_EQ(read.size(), 1u) << again;
      for (const ClauseChange& change : changes(plan, read.front()))
        ADD_FAILURE() << plan.name << ": " << change.before << " -> " << change.after;
      ++read_again;
    }
  }
  EXPECT_GE(read_again, 15);
}

}  // namespace
}  // namespace rothcheck::checker
