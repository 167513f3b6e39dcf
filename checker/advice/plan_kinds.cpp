#include "checker/advice/plan_kinds.hpp"

#include <algorithm>

#include "checker/judge/group_verdicts.hpp"
#include "checker/law/figures.hpp"
#include "checker/terms/group_words.hpp"
#include "checker/year/plan_groups.hpp"

namespace rothcheck::checker {

struct PlanKinds::Kinds {
  Kinds(const Plan& plan, int year, const LimitTable& limits)
      : law{figures_for(plan, year, limits)},
        access{access_of(plan)},
        inquiry{inquiry_of(access, law)} {
    for (const GroupTerms& group : groups_of(access, inquiry, law))
      if (!is_excluded(access, group.facts)) facts.push_back(group.facts);
  }
  Kinds(const Kinds&) = delete;
  Kinds& operator=(const Kinds&) = delete;

  Figures law;
  Plan access;
  Inquiry inquiry;
  std::vector<GroupFacts> facts;  // the classes are views into `inquiry`
};

namespace {

/// `wanted` where it lies in the stretch that begins at `from`, else the beginning.
int within(int from, int wanted, const std::vector<GroupFacts>& all, int GroupFacts::* fact) {
  if (wanted < from) return from;
  for (const GroupFacts& other : all) {
    if (other.*fact > from && other.*fact <= wanted) return from;
  }
  return wanted;
}

bool tells_hired_apart(const std::vector<GroupFacts>& all) {
  return std::any_of(all.begin(), all.end(),
                     [&](const GroupFacts& other) { return other.hired != all.front().hired; });
}

/// The first day of a month so many months before the last one of the year.
Date months_before_end(Date last, int months) {
  const int month = year_of(last) * 12 + static_cast<int>(unsigned{last.month()}) - 1 - months;
  return date(month / 12, static_cast<unsigned>(month % 12) + 1, 1);
}

}  // namespace

PlanKinds::PlanKinds(const Plan& plan, int year, const LimitTable& limits)
    : kinds_{std::make_unique<Kinds>(plan, year, limits)} {}
PlanKinds::~PlanKinds() = default;

std::size_t PlanKinds::count() const { return kinds_->facts.size(); }

PlanYear PlanKinds::plan_year() const { return kinds_->law.plan_year; }

std::vector<GroupAnswer> PlanKinds::answers(const Plan& version) const {
  std::vector<GroupAnswer> all;
  for (const GroupFacts& facts : kinds_->facts) {
    GroupTerms group{facts, terms_for(version, facts, kinds_->law), {}};
    group.routes = routes_of(group.terms, version.type, facts);
    all.push_back(answer_for(group, version.type));
  }
  return all;
}

std::vector<std::pair<std::string, std::size_t>> PlanKinds::in_words(
    const std::vector<std::size_t>& same) const {
  return sets_of_people(kinds_->facts, same);
}

std::vector<Participant> PlanKinds::model_people() const {
  constexpr int forty_years = 480, ten_years = 120;
  std::vector<Participant> people;
  const bool by_hire = tells_hired_apart(kinds_->facts);
  for (const GroupFacts& facts : kinds_->facts) {
    Participant person;
    person.id = "model " + std::to_string(people.size() + 1);
    person.birth_date =
        months_before_end(kinds_->law.plan_year.last,
                          within(facts.age, forty_years, kinds_->facts, &GroupFacts::age));
    const int service = within(facts.service, ten_years, kinds_->facts, &GroupFacts::service);
    if (by_hire && facts.hired != GroupFacts{}.hired) {
      person.hire_date = facts.hired;
    } else {
      person.service_years = Rate{service, 12};
    }
    person.employee_class = std::string{facts.employee_class};
    person.hce = facts.highly_compensated;
    person.pay = facts.highly_compensated ? 200'000_usd : 100'000_usd;
    people.push_back(std::move(person));
  }
  return people;
}

}  // namespace rothcheck::checker
