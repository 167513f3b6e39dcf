#include "run/advise/worth.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "checker/acp/acp_of_plan.hpp"

namespace rothcheck::run {

namespace {

struct Band {
  Money from, below;
  std::string_view words;
};
constexpr Band bands[] = {
    {Money{}, 50'000_usd, "pay under $50,000"},
    {50'000_usd, 100'000_usd, "pay of $50,000 to under $100,000"},
    {100'000_usd, 160'000_usd, "pay of $100,000 to under $160,000"},
    {160'000_usd, Money::ceiling(), "pay of $160,000 and more"},
};

/// Adds up those whom `is_in` takes; nothing where it takes nobody.
template <class IsIn>
void add_group(std::vector<AdviceWorth>& all, std::string words, const Rooms& before,
               const Rooms& after, IsIn is_in) {
  AdviceWorth group{.group = std::move(words)};
  for (std::size_t i = 0; i < before.room.size(); ++i) {
    if (!is_in(i)) continue;
    ++group.people;
    group.before += before.room[i];
    group.after += after.room[i];
    if (after.room[i] > before.room[i]) ++group.gain;
    if (after.room[i] < before.room[i]) ++group.lose;
  }
  if (group.people != 0) all.push_back(std::move(group));
}

/// What a document leaves open about after-tax money itself; other facts leave an amount open.
bool is_on_access(const Question& question) {
  switch (question.kind) {
    case QuestionKind::after_tax:
    case QuestionKind::after_tax_exit:
    case QuestionKind::in_plan_rollover:
    case QuestionKind::in_service:
    case QuestionKind::roth_program:
      return true;
    default:
      return false;
  }
}

/// Whether the strategy is open to a person however the missing facts turn out.
bool is_open(const Assessment& answer, const PlanAnswer& plan) {
  if (answer.verdict == Verdict::available) return true;
  if (answer.verdict != Verdict::undetermined) return false;
  const bool waits_somewhere =
      std::any_of(plan.groups.begin(), plan.groups.end(), [](const GroupAnswer& group) {
        return group.verdict == Verdict::at_separation || group.verdict == Verdict::undetermined;
      });
  return !waits_somewhere &&
         std::none_of(answer.questions.begin(), answer.questions.end(), is_on_access);
}

}  // namespace

People::People(const Plan& plan, const AdviceAsked& asked, std::vector<Participant> model_people)
    : asked_{asked}, models_{std::move(model_people)} {
  const checker::Checker checker{plan, asked_.year, asked_.limits};
  for (const Assessment& answer : checker::check(checker, plan, asked_.year, asked_.limits, list()))
    hce_.push_back(answer.highly_compensated);
}

Rooms People::rooms_under(const Plan& version) const {
  const checker::Checker checker{version, asked_.year, asked_.limits};
  Rooms rooms;
  for (const Assessment& answer :
       checker::check(checker, version, asked_.year, asked_.limits, list())) {
    rooms.room.push_back(is_open(answer, checker.plan_answer()) ? answer.room.least : Money{});
    rooms.total += rooms.room.back();
    rooms.employer += answer.employer.most < 1'000'000'000_usd ? answer.employer.most : Money{};
  }
  if (asked_.census == nullptr) return rooms;
  const auto after = checker::rooms_after_acp(checker, *asked_.census, asked_.acp);
  if (!after) {
    const AcpReport test = checker::acp_test(checker, *asked_.census, asked_.acp);
    if (test.result == AcpResult::exempt) rooms.left = rooms.total;
    return rooms;
  }
  rooms.rate = after->rate;
  Money left = rooms.total;
  for (const checker::RoomAfterAcp& one : after->people) {
    const Money own = rooms.room[one.person];
    if (one.room < own) {
      rooms.hce_within_rate = false;
      left -= own - one.room;
    }
  }
  rooms.left = left;
  return rooms;
}

std::vector<AdviceWorth> People::worth(const Rooms& before, const Rooms& after) const {
  std::vector<AdviceWorth> all;
  const std::vector<Participant>& people = list();
  add_group(all, "everybody", before, after, [](std::size_t) { return true; });
  if (all.empty()) all.push_back({.group = "everybody"});
  if (asked_.census == nullptr) return all;
  add_group(all, "highly compensated", before, after,
            [&](std::size_t i) { return hce_[i] == true; });
  add_group(all, "not highly compensated", before, after,
            [&](std::size_t i) { return hce_[i] == false; });
  add_group(all, "not known to be either", before, after,
            [&](std::size_t i) { return !hce_[i].has_value(); });
  std::vector<std::string> classes;
  for (const Participant& person : people) {
    const auto& name = person.employee_class;
    const bool known =
        !name || std::any_of(classes.begin(), classes.end(),
                             [&](const std::string& other) { return same_class(other, *name); });
    if (!known) classes.push_back(*name);
  }
  std::sort(classes.begin(), classes.end());
  for (const std::string& name : classes) {
    add_group(all, fmt::format("class \"{}\"", name), before, after, [&](std::size_t i) {
      return people[i].employee_class && same_class(*people[i].employee_class, name);
    });
  }
  for (const Band& band : bands) {
    add_group(all, std::string{band.words}, before, after, [&](std::size_t i) {
      return people[i].pay && *people[i].pay >= band.from && *people[i].pay < band.below;
    });
  }
  return all;
}

}  // namespace rothcheck::run
