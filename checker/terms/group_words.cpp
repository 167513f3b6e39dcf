// Boxes of ages, services, dates of hire, classes and HCE status, joined side by side.
#include "checker/terms/group_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>

namespace rothcheck::checker {
namespace {

enum Fact : std::size_t { age, service, hired, employee_class, hce, fact_count };

/// The values that a fact takes among all people, in order.
struct Values {
  std::vector<int> ages, services;
  std::vector<Date> hired;
  std::vector<std::string_view> classes;
};

/// Which of the values each fact may have, and what these people get.
struct Box {
  std::array<std::vector<std::size_t>, fact_count> values;
  std::size_t kind;
};

template <class T>
std::vector<T> each_once(std::vector<T> values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

template <class T>
std::size_t place(const std::vector<T>& values, const T& value) {
  return static_cast<std::size_t>(std::lower_bound(values.begin(), values.end(), value) -
                                  values.begin());
}

Values values_of(const std::vector<GroupFacts>& facts) {
  Values found;
  for (const GroupFacts& one : facts) {
    found.ages.push_back(one.age);
    found.services.push_back(one.service);
    found.hired.push_back(one.hired);
    found.classes.push_back(one.employee_class);
  }
  return {each_once(std::move(found.ages)), each_once(std::move(found.services)),
          each_once(std::move(found.hired)), each_once(std::move(found.classes))};
}

/// Joins boxes that differ in one fact alone. Ages, services and dates are joined in stretches.
void join(std::vector<Box>& boxes, Fact fact) {
  const bool in_order = fact == age || fact == service || fact == hired;
  std::map<std::pair<std::size_t, std::array<std::vector<std::size_t>, fact_count>>, std::size_t>
      latest;
  std::vector<Box> joined;
  for (Box& box : boxes) {
    auto others = box.values;
    others[fact].clear();
    const auto [known, is_new] = latest.try_emplace({box.kind, std::move(others)}, joined.size());
    if (!is_new) {
      std::vector<std::size_t>& into = joined[known->second].values[fact];
      const std::vector<std::size_t>& more = box.values[fact];
      if (!in_order || into.back() + 1 == more.front()) {
        into.insert(into.end(), more.begin(), more.end());
        continue;
      }
      known->second = joined.size();
    }
    joined.push_back(std::move(box));
  }
  boxes = std::move(joined);
}

std::string years(int months) { return to_number_string(Rate{months, 12}); }

/// `age >= 50 and age < 60`: the bounds of a stretch that some value lies outside of.
template <class T, class Words>
void say_bounds(std::vector<std::string>& words, const std::vector<std::size_t>& stretch,
                const std::vector<T>& values, std::string_view from, std::string_view below,
                Words in_words) {
  if (stretch.front() != 0)
    words.push_back(fmt::format("{} {}", from, in_words(values[stretch.front()])));
  if (stretch.back() + 1 != values.size())
    words.push_back(fmt::format("{} {}", below, in_words(values[stretch.back() + 1])));
}

std::string quoted(std::string_view name) { return fmt::format("\"{}\"", name); }

void say_classes(std::vector<std::string>& words, const std::vector<std::size_t>& members,
                 const std::vector<std::string_view>& all) {
  if (members.size() == all.size()) return;
  const bool others = all[members.front()].empty();
  std::vector<std::string> names;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool member = std::find(members.begin(), members.end(), i) != members.end();
    if (member != others && !all[i].empty()) names.push_back(quoted(all[i]));
  }
  words.push_back(
      fmt::format("{} {}", others ? "any class but" : "class", fmt::join(names, " or ")));
}

std::string words_of(const Box& box, const Values& values) {
  std::vector<std::string> words;
  if (box.values[hce].size() == 1 && box.values[hce].front() != 2)
    words.push_back(box.values[hce].front() == 1 ? "hce" : "nhce");
  say_classes(words, box.values[employee_class], values.classes);
  say_bounds(words, box.values[age], values.ages, "age >=", "age <", years);
  const auto of_service = [](int months) { return years(months) + " years"; };
  say_bounds(words, box.values[service], values.services, "service >=", "service <", of_service);
  const auto on = [](Date day) { return to_string(day); };
  say_bounds(words, box.values[hired], values.hired, "hired from", "hired before", on);
  return words.empty() ? "everybody" : fmt::format("{}", fmt::join(words, " and "));
}

}  // namespace

std::vector<std::pair<std::string, std::size_t>> sets_of_people(
    const std::vector<GroupFacts>& facts, const std::vector<std::size_t>& same) {
  const Values values = values_of(facts);
  const bool asks_hce = std::any_of(facts.begin(), facts.end(),
                                    [](const auto& one) { return one.highly_compensated; });
  std::vector<Box> boxes;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const GroupFacts& one = facts[i];
    // Where nobody asks about HCE status, everybody is of a third one, which has no word.
    const std::size_t status = !asks_hce ? 2 : one.highly_compensated ? 1 : 0;
    boxes.push_back({{{{place(values.ages, one.age)},
                       {place(values.services, one.service)},
                       {place(values.hired, one.hired)},
                       {place(values.classes, one.employee_class)},
                       {status}}},
                     same[i]});
  }
  for (const Fact fact : {age, service, hired, employee_class, hce}) join(boxes, fact);
  std::vector<std::pair<std::string, std::size_t>> sets;
  for (const Box& box : boxes) sets.emplace_back(words_of(box, values), box.kind);
  return sets;
}

}  // namespace rothcheck::checker
