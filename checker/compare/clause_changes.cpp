// Points of one version struck off against those of the other; what is left has changed.
#include "checker/compare/clause_changes.hpp"

#include <algorithm>

#include "checker/compare/clause_words.hpp"

namespace rothcheck::checker {
namespace {

/// Takes out of both what is in both.
template <class T, class Same>
void strike_off(std::vector<T>& before, std::vector<T>& after, Same same) {
  std::erase_if(before, [&](const T& old) {
    const auto found =
        std::find_if(after.begin(), after.end(), [&](const T& one) { return same(old, one); });
    if (found == after.end()) return false;
    after.erase(found);
    return true;
  });
}

bool say_the_same(const Point& a, const Point& b) { return a.words() == b.words(); }

std::vector<std::string> sorted_words(const Points& points) {
  std::vector<std::string> words;
  for (const Point& each : points) words.push_back(each.words());
  std::sort(words.begin(), words.end());
  return words;
}

bool are_alike(const Points& a, const Points& b) { return sorted_words(a) == sorted_words(b); }

/// Where the changes of one feature go.
struct Changes {
  std::string_view block, feature;
  std::vector<ClauseChange>& list;

  void add(const Point* before, const Point* after) {
    ClauseChange one{.block = block, .feature = feature};
    one.change = before == nullptr  ? Change::added
                 : after == nullptr ? Change::removed
                                    : Change::changed;
    if (before != nullptr) {
      one.before = before->words();
      one.before_at = before->where;
    }
    if (after != nullptr) {
      one.after = after->words();
      one.after_at = after->where;
    }
    list.push_back(std::move(one));
  }
};

/// Two points are one that changed where they are about the same thing, as `alike` has it.
template <class Alike>
void pair_off(Points& before, Points& after, Changes& changes, Alike alike) {
  std::erase_if(before, [&](const Point& old) {
    const auto found =
        std::find_if(after.begin(), after.end(), [&](const Point& one) { return alike(old, one); });
    if (found == after.end()) return false;
    changes.add(&old, &*found);
    after.erase(found);
    return true;
  });
}

void compare(Points before, Points after, Changes& changes) {
  strike_off(before, after, say_the_same);
  pair_off(before, after, changes, [](const Point& old, const Point& one) {
    return old.subject == one.subject && old.group == one.group;
  });
  // For other people than before: one clause that changed, where there is no other that it could
  // have been.
  const auto only_one = [](const Points& points, const std::string& subject) {
    return std::count_if(points.begin(), points.end(),
                         [&](const Point& each) { return each.subject == subject; }) == 1;
  };
  const Points old_left = before, new_left = after;
  pair_off(before, after, changes, [&](const Point& old, const Point& one) {
    return old.subject == one.subject && only_one(old_left, old.subject) &&
           only_one(new_left, one.subject);
  });
  for (const Point& old : before) changes.add(&old, nullptr);
  for (const Point& one : after) changes.add(nullptr, &one);
}

void compare(FeaturePoints before, FeaturePoints after, std::vector<ClauseChange>& list) {
  strike_off(before.blocks, after.blocks, are_alike);
  Changes changes{after.block, after.feature, list};
  const std::size_t most = std::max(before.blocks.size(), after.blocks.size());
  before.blocks.resize(most);
  after.blocks.resize(most);
  for (std::size_t i = 0; i < most; ++i)
    compare(std::move(before.blocks[i]), std::move(after.blocks[i]), changes);
}

void compare_heads(const Plan& before, const Plan& after, std::vector<ClauseChange>& list) {
  const auto differ = [&list](std::string_view what, std::string old, Span old_at, std::string one,
                              Span one_at) {
    if (old == one) return;
    const Change change = old.empty()   ? Change::added
                          : one.empty() ? Change::removed
                                        : Change::changed;
    list.push_back({change, "plan", what, std::move(old), std::move(one), old_at, one_at});
  };
  const auto year_words = [](const Plan& plan) {
    return plan.year ? "year " + std::to_string(*plan.year) : std::string{};
  };
  differ("name", "plan \"" + before.name + "\"", before.where, "plan \"" + after.name + "\"",
         after.where);
  differ("type", "type " + to_string(before.type), before.type_at, "type " + to_string(after.type),
         after.type_at);
  differ("year", year_words(before), before.where, year_words(after), after.where);
}

}  // namespace

std::vector<ClauseChange> clause_changes(const Plan& before, PlanYear days_before,
                                         const Plan& after, PlanYear days_after) {
  std::vector<ClauseChange> list;
  compare_heads(before, after, list);
  std::vector<FeaturePoints> old = points_of(before, days_before);
  std::vector<FeaturePoints> now = points_of(after, days_after);
  for (std::size_t i = 0; i < now.size(); ++i) compare(std::move(old[i]), std::move(now[i]), list);
  return list;
}

}  // namespace rothcheck::checker
