// Age, service, day of hire, class and status: which of them are missing, and the values that the
// plan or the law tells apart.
#include <algorithm>
#include <memory>

#include "checker/law/catch_up.hpp"
#include "checker/year/open_facts.hpp"

namespace rothcheck::checker {
namespace {

void unite(std::vector<int>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

int completed_months(Rate years) {
  return static_cast<int>(divide(Wide{years.numerator()} * 12, years.denominator(), Round::down));
}

/// A whole number of years that was given as such, and the months within that year at which a
/// clause changes.
std::vector<int> within_the_year(Rate years, const std::vector<int>& points) {
  const int known = completed_months(years);
  std::vector<int> values{known};
  if (years.denominator() != 1) return values;
  for (int point : points) {
    if (point > known && point < known + 12) values.push_back(point);
  }
  unite(values);
  return values;
}

/// What people are taken to have so that they are eligible, they have in every group. Values from
/// `least` up; below it only where nothing else is left.
void keep_eligible(std::vector<int>& values, int least) {
  const auto below = std::lower_bound(values.begin(), values.end(), least);
  values.erase(values.begin(), below);
  if (values.empty()) values.push_back(least);
}

/// The service that a person who gives it in whole years, or not at all, may have at the least and
/// at the most, so far as that tells ages apart by points.
std::vector<int> known_services(const Figures& law, const Participant& participant) {
  if (participant.service_years) {
    const int months = completed_months(*participant.service_years);
    return participant.service_years->denominator() == 1 ? std::vector<int>{months, months + 11}
                                                         : std::vector<int>{months};
  }
  if (participant.hire_date) return {service_in_months(*participant.hire_date, law.next_year)};
  return {};
}

/// The ages a person may have, in months: the one known, or one for every range that the plan or
/// the law tells apart.
[[gnu::noinline, gnu::cold]] std::vector<int> ages_of(const Plan& plan, const Inquiry& inquiry,
                                                      const Figures& law,
                                                      const Participant& participant) {
  std::vector<int> points = inquiry.ages_told_apart;
  for (int total : inquiry.breakpoints.points) {
    for (int service : inquiry.breakpoints.services) points.push_back(total - service);
    for (int service : known_services(law, participant)) points.push_back(total - service);
    points.push_back(total);
  }
  if (participant.age) {
    const int youngest = youngest_age(plan, inquiry.eligibility_parts);
    std::vector<int> ages = within_the_year(Rate::whole(*participant.age), points);
    if (youngest < (*participant.age + 1) * 12) {
      if (youngest > ages.front()) ages.push_back(youngest);
      unite(ages);
      keep_eligible(ages, youngest);
    }
    return ages;
  }
  for (int age : {statutory_age::catch_up, statutory_age::higher_catch_up_from,
                  statutory_age::higher_catch_up_to + 1}) {
    points.push_back(age * 12);
  }
  return one_of_each_range(youngest_taken(plan, inquiry), std::move(points));
}

[[gnu::noinline, gnu::cold]] std::vector<int> services_of(const Plan& plan, const Inquiry& inquiry,
                                                          const Participant& participant,
                                                          const std::vector<int>& ages) {
  std::vector<int> points = inquiry.services_told_apart;
  for (int total : inquiry.breakpoints.points) {
    for (int age : ages) points.push_back(total - age);
  }
  const int least = shortest_service(plan, inquiry.eligibility_parts);
  if (participant.service_years) {
    std::vector<int> services = within_the_year(*participant.service_years, points);
    const bool whole = participant.service_years->denominator() == 1;
    if (least > services.front() && whole && least < services.front() + 12)
      keep_eligible(services, least);
    return services;
  }
  return one_of_each_range(least, std::move(points));
}

void set_age(Person& person, int months) {
  person.group.age = months;
  person.catch_up_age = catch_up_age(months / 12);
  person.next_catch_up_age = catch_up_age(months / 12 + 1);
}

/// The class that a clause names where this is nearly its name; empty where it is one, or none.
std::string_view class_meant(const Inquiry& inquiry, std::string_view stated) {
  const std::vector<std::string>& named = inquiry.breakpoints.classes;
  const auto is_named = [stated](const std::string& name) { return is_of_class(stated, name); };
  if (named.empty() || std::any_of(named.begin(), named.end(), is_named)) return {};
  const std::string_view close =
      nearest(class_key(stated), {inquiry.class_keys.begin(), inquiry.class_keys.end()});
  if (close.empty()) return {};
  const auto key = std::find(inquiry.class_keys.begin(), inquiry.class_keys.end(), close);
  return named[static_cast<std::size_t>(key - inquiry.class_keys.begin())];
}

/// Of a person of several classes one may be meant for another name: all of them as they may be
/// meant.
void open_one_of_several(Resolution& resolution, const Inquiry& inquiry, std::string_view cell) {
  std::string meant;
  bool differs = false;
  for (const std::string_view name : classes_in(cell)) {
    const std::string_view other = class_meant(inquiry, name);
    differs = differs || !other.empty();
    if (!meant.empty()) meant += between_classes;
    meant += other.empty() ? name : other;
  }
  if (!differs) return;
  const auto kept = std::make_shared<const std::string>(std::move(meant));
  open(resolution, QuestionKind::class_meant, std::vector<bool>{false, true},
       [kept](Person& person, bool as_meant) {
         if (as_meant) person.group.employee_class = *kept;
       });
}

/// A class that no clause names, but nearly: it may be meant for the one that a clause does.
void open_class(Resolution& resolution, const Inquiry& inquiry, std::string_view stated) {
  if (inquiry.breakpoints.classes.empty()) return;
  if (stated.find(between_classes) != stated.npos) [[unlikely]]
    return open_one_of_several(resolution, inquiry, stated);
  const std::string_view meant = class_meant(inquiry, stated);
  if (meant.empty()) return;
  open(resolution, QuestionKind::class_meant, std::vector<std::string_view>{stated, meant},
       [](Person& person, std::string_view name) { person.group.employee_class = name; });
}

/// Whether one of these is reached in the year that ends with that many months.
bool reached_in_year(const std::vector<int>& points, int months, int in_a_year) {
  return std::any_of(points.begin(), points.end(),
                     [&](int point) { return point > months - in_a_year && point <= months; });
}

}  // namespace

bool is_of_several_classes(const Participant& participant) {
  return participant.employee_class &&
         participant.employee_class->find(between_classes) != std::string::npos;
}

void open_disagreeing_classes(Resolution& resolution, const Plan& plan, const Figures& law,
                              const Inquiry& inquiry) {
  const GroupFacts& facts = resolution.person.group;
  if (terms_for(plan, facts, law).conflicts.empty()) return;
  std::vector<std::string_view> classes;
  for (const std::string_view name : classes_in(facts.employee_class)) {
    const auto is_named = [name](const std::string& other) { return same_class(name, other); };
    if (std::any_of(inquiry.breakpoints.classes.begin(), inquiry.breakpoints.classes.end(),
                    is_named))
      classes.push_back(name);
  }
  if (!classes.empty())
    open(resolution, QuestionKind::class_disagrees, classes,
         [](Person& person, std::string_view name) { person.group.employee_class = name; });
}

void tell_changes_of_group(Resolution& resolution, const Inquiry& inquiry,
                           const Participant& participant) {
  const Breakpoints& asked = inquiry.breakpoints;
  const GroupFacts& facts = resolution.person.group;
  const bool age_told = participant.birth_date || participant.age;
  const bool service_told = participant.hire_date || participant.service_years;
  if (age_told && (reached_in_year(inquiry.ages_told_apart, facts.age, 12) ||
                   (service_told && reached_in_year(asked.points, facts.age + facts.service, 24))))
    resolution.assumptions.add(Assumption::age_at_year_end);
  if ((participant.hire_date && !asked.services.empty()) ||
      (service_told && reached_in_year(asked.services, facts.service, 12)))
    resolution.assumptions.add(Assumption::service_at_year_end);
}

void open_group_facts(Resolution& resolution, const Plan& plan, const Inquiry& inquiry,
                      const Figures& law, const Participant& participant) {
  // What the census tells is set straight away; only what is missing costs more than that.
  std::vector<int> ages;
  if (participant.birth_date) {
    set_age(resolution.person, age_in_months(*participant.birth_date, date(law.year, 12, 31)));
  } else {
    ages = ages_of(plan, inquiry, law, participant);
    open(resolution, QuestionKind::age, ages, set_age);
  }

  const auto set_service = [](Person& person, int months) { person.group.service = months; };
  if (!inquiry.asks_service) {
    set_service(resolution.person, 0);
  } else if (participant.hire_date && !participant.service_years) {
    set_service(resolution.person, service_in_months(*participant.hire_date, law.next_year));
  } else {
    if (ages.empty()) ages = {resolution.person.group.age};
    open(resolution, QuestionKind::service, services_of(plan, inquiry, participant, ages),
         set_service);
  }

  if (participant.hire_date) {
    resolution.person.group.hired = *participant.hire_date;
  } else if (!inquiry.breakpoints.hired.empty()) {
    std::vector<Date> hired = inquiry.breakpoints.hired;
    hired.insert(hired.begin(), day_before(hired.front()));
    // Who was hired too late to be eligible is not whom the answer is for.
    const auto too_late = [&](Date day) {
      Participant hired_then = participant;
      hired_then.hire_date = day;
      return !eligibility_of(plan, law, hired_then, resolution.person.group,
                             inquiry.eligibility_parts)
                  .eligible;
    };
    while (hired.size() > 1 && too_late(hired.back())) hired.pop_back();
    open(resolution, QuestionKind::hire_date, hired,
         [](Person& person, Date day) { person.group.hired = day; });
  }

  if (participant.employee_class) {
    resolution.person.group.employee_class = *participant.employee_class;
    open_class(resolution, inquiry, *participant.employee_class);
  } else if (!inquiry.breakpoints.classes.empty()) {
    std::vector<std::string_view> classes{""};
    for (const std::string& name : inquiry.breakpoints.classes) {
      const bool excluded =
          std::any_of(plan.excluded_classes.begin(), plan.excluded_classes.end(),
                      [&name](const auto& clause) { return same_class(clause.value, name); });
      if (!excluded) classes.push_back(name);
    }
    open(resolution, QuestionKind::employee_class, classes,
         [](Person& person, std::string_view name) { person.group.employee_class = name; });
  }
}

void open_hce(Resolution& resolution, const Inquiry& inquiry, const Figures& law,
              const Participant& participant) {
  const HceStatus status = hce_status(participant, law);
  resolution.highly_compensated = status.highly_compensated;
  if (inquiry.breakpoints.highly_compensated) resolution.assumptions.add(status.assumptions);
  if (status.highly_compensated || !inquiry.breakpoints.highly_compensated) {
    resolution.person.group.highly_compensated = status.highly_compensated.value_or(false);
    return;
  }
  open(resolution, status.question.value_or(QuestionKind::hce_status),
       std::vector<bool>{false, true},
       [](Person& person, bool hce) { person.group.highly_compensated = hce; });
}

}  // namespace rothcheck::checker
