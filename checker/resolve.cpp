// Which facts are missing, and the ways they could turn out that the plan or the law tells apart.
#include "checker/resolve.hpp"

#include <algorithm>

#include "checker/law/annual_additions.hpp"
#include "checker/law/catch_up.hpp"

namespace rothcheck::checker {
namespace {

bool asks_participation(const Plan& plan) {
  const auto on_line = [](const auto& clause) {
    return clause.value.conditions.participation.has_value();
  };
  const auto on_block = [](const auto& clause) { return clause.value.participation.has_value(); };
  return std::any_of(plan.distributions.begin(), plan.distributions.end(), on_line) ||
         std::any_of(plan.distribution_conditions.begin(), plan.distribution_conditions.end(),
                     on_block);
}

bool stated_for_all(const std::vector<Provision<Permission>>& stated, Kind kind) {
  return std::any_of(stated.begin(), stated.end(), [kind](const Provision<Permission>& clause) {
    return clause.value.kind == kind && clause.value.answer != Answer::not_stated &&
           clause.scope == Scope{};
  });
}

bool allowed_for_all(const std::vector<Provision<Permission>>& stated, Kind kind) {
  return std::any_of(stated.begin(), stated.end(), [kind](const Provision<Permission>& clause) {
    return clause.value.kind == kind && clause.value.answer == Answer::allowed &&
           clause.scope == Scope{};
  });
}

bool forbids(const std::vector<Provision<Permission>>& stated, Kind kind) {
  return std::any_of(stated.begin(), stated.end(), [kind](const Provision<Permission>& clause) {
    return clause.value.kind == kind && clause.value.answer == Answer::not_allowed;
  });
}

/// Whether a limit holds one of the two kinds of deferral and leaves the other free.
bool limits_alone(const Plan& plan, Kind held, Kind free) {
  return std::any_of(plan.limits.begin(), plan.limits.end(), [&](const auto& limit) {
    return limit.value.kinds.has(held) && !limit.value.kinds.has(free);
  });
}

template <class T>
bool speaks(const std::vector<Provision<T>>& stated, const Figures& law) {
  return std::any_of(stated.begin(), stated.end(), [&law](const Provision<T>& clause) {
    return meets(clause.scope, law.plan_year);
  });
}

/// A name of a class in small letters without blanks, to look for the nearest.
std::string normalised(std::string_view name) {
  std::string key;
  for (const char c : name) {
    if (c == ' ' || c == '\t') continue;
    key += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return key;
}

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
[[gnu::cold]] std::vector<int> ages_of(const Plan& plan, const Inquiry& inquiry, const Figures& law,
                                       const Participant& participant) {
  std::vector<int> points = inquiry.ages_told_apart;
  int youngest = youngest_age(plan, inquiry.eligibility_parts);
  for (int total : inquiry.breakpoints.points) {
    for (int service : inquiry.breakpoints.services) points.push_back(total - service);
    for (int service : known_services(law, participant)) points.push_back(total - service);
    points.push_back(total);
  }
  if (participant.age) {
    std::vector<int> ages = within_the_year(Rate::whole(*participant.age), points);
    if (youngest < (*participant.age + 1) * 12) {
      if (youngest > ages.front()) ages.push_back(youngest);
      unite(ages);
      keep_eligible(ages, youngest);
    }
    return ages;
  }
  youngest = std::max(youngest, 18 * 12);
  for (int age : {50, 60, 64}) points.push_back(age * 12);
  std::vector<int> ages{youngest};
  for (int point : points) {
    if (point > youngest) ages.push_back(point);
  }
  unite(ages);
  return ages;
}

[[gnu::cold]] std::vector<int> services_of(const Plan& plan, const Inquiry& inquiry,
                                           const Participant& participant,
                                           const std::vector<int>& ages) {
  std::vector<int> points = inquiry.breakpoints.services;
  for (const auto& clause : plan.employer_money_service)
    points.push_back(whole_months(clause.value));
  for (const auto& clause : plan.distributions) {
    if (clause.value.conditions.participation)
      points.push_back(clause.value.conditions.participation->months);
  }
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
  std::vector<int> services{least};
  for (int point : points) {
    if (point > least) services.push_back(point);
  }
  unite(services);
  return services;
}

template <class T, class Use>
[[gnu::noinline, gnu::cold]] void open(Resolution& resolution, QuestionKind question,
                                       const std::vector<T>& values, Use use) {
  use(resolution.person, values.front());
  if (values.size() == 1) return;
  OpenFact fact{.questions = {{question}}, .ways = {}};
  for (const T& value : values)
    fact.ways.push_back([use, value](Person& person) { use(person, value); });
  resolution.open.push_back(std::move(fact));
}

/// An amount that lies between nothing and the most it can be.
template <class Use>
[[gnu::noinline, gnu::cold]] void open_amount(Resolution& resolution, QuestionKind question,
                                              Use use) {
  open(resolution, question, std::vector<bool>{false, true}, use);
  resolution.open.back().amount = true;
}

void set_age(Person& person, int months) {
  person.group.age = months;
  person.catch_up_age = catch_up_age(months / 12);
  person.next_catch_up_age = catch_up_age(months / 12 + 1);
}

/// A class that no clause names, but nearly: it may be meant for the one that a clause does.
void open_class(Resolution& resolution, const Inquiry& inquiry, std::string_view stated) {
  const std::vector<std::string>& named = inquiry.breakpoints.classes;
  const auto is_named = [stated](const std::string& name) { return same_class(name, stated); };
  if (named.empty() || std::any_of(named.begin(), named.end(), is_named)) return;
  const std::string_view close =
      nearest(normalised(stated), {inquiry.class_keys.begin(), inquiry.class_keys.end()});
  if (close.empty()) return;
  const auto key = std::find(inquiry.class_keys.begin(), inquiry.class_keys.end(), close);
  const std::string& meant = named[static_cast<std::size_t>(key - inquiry.class_keys.begin())];
  open(resolution, QuestionKind::class_meant, std::vector<std::string_view>{stated, meant},
       [](Person& person, std::string_view name) { person.group.employee_class = name; });
}

/// Whether one of these is reached in the year that ends with that many months.
bool reached_in_year(const std::vector<int>& points, int months, int in_a_year) {
  return std::any_of(points.begin(), points.end(),
                     [&](int point) { return point > months - in_a_year && point <= months; });
}

/// The groups of a person who passes from one into another during the year are those at its end.
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

  const int wait = inquiry.employer_money_wait ? whole_months(*inquiry.employer_money_wait) : 0;
  const auto set_service = [wait](Person& person, int months) {
    person.group.service = months;
    person.employer_money = months >= wait;
  };
  if (!inquiry.asks_service) {
    set_service(resolution.person, 0);
  } else if (participant.hire_date && !participant.service_years) {
    set_service(resolution.person, service_in_months(*participant.hire_date, law.next_year));
    // A date of hire tells a wait in days too, which whole months do not.
    if (inquiry.employer_money_wait) {
      resolution.person.employer_money =
          after(*participant.hire_date, *inquiry.employer_money_wait) <= law.next_year;
    }
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

void open_roth_program(Resolution& resolution) {
  open(resolution, QuestionKind::roth_program, std::vector<bool>{true, false},
       [](Person& person, bool allowed) { person.if_roth_silent = allowed; });
}

bool is_open(const Resolution& resolution, QuestionKind kind) {
  return std::any_of(resolution.open.begin(), resolution.open.end(),
                     [kind](const OpenFact& fact) { return fact.questions.front().kind == kind; });
}

/// 414(v)(7): prior-year FICA wages from this employer above the threshold.
void open_roth_catch_up(Resolution& resolution, const Inquiry& inquiry, const Figures& law,
                        const Participant& participant) {
  const bool may_be_fifty = !resolution.age || *resolution.age >= 50;
  if (!law.roth_catch_up_wages || !may_be_fifty) {
    resolution.roth_catch_up_required = false;
    return;
  }
  if (participant.prior_year_fica_wages) {
    resolution.roth_catch_up_required =
        *participant.prior_year_fica_wages > law.roth_catch_up_wages->amount;
  } else if (is_self_employed(participant)) {
    resolution.roth_catch_up_required = false;
    resolution.assumptions.add(Assumption::no_fica_wages);
  } else if (participant.hire_date && *participant.hire_date >= law.plan_year.first) {
    resolution.roth_catch_up_required = false;
  }
  // Catch-up that must be Roth is none where the plan takes no Roth deferrals.
  if (inquiry.roth_silent && !elects(participant.roth) &&
      resolution.roth_catch_up_required != false)
    open_roth_program(resolution);
  if (resolution.roth_catch_up_required || !inquiry.roth_uncertain) {
    resolution.person.roth_catch_up_required = resolution.roth_catch_up_required.value_or(false);
    return;
  }
  open(resolution, QuestionKind::fica_wages, std::vector<bool>{false, true},
       [](Person& person, bool required) { person.roth_catch_up_required = required; });
}

/// The year's deferrals, where they are stated in dollars alone.
std::optional<Money> deferred_in_dollars(const Participant& participant) {
  Money sum;
  for (const auto& election : {participant.pre_tax, participant.roth}) {
    if (!election) continue;
    const auto* amount = std::get_if<Money>(&election->value);
    if (amount == nullptr) return std::nullopt;
    sum += *amount;
  }
  if (!participant.pre_tax && !participant.roth) return std::nullopt;
  return sum;
}

/// A limitation year over two calendar years: deferrals of each, as they are told, or what is left
/// of all of them.
[[gnu::noinline, gnu::cold]] void take_calendar_years(Person& person,
                                                      const Participant& participant) {
  const auto& first = participant.deferrals_first_year;
  const auto& second = participant.deferrals_second_year;
  if (!first && !second) return;
  const Money all = deferred_in_dollars(participant).value_or(Money{});
  person.by_calendar_year = {first ? *first : remainder(all, *second),
                             second ? *second : remainder(all, *first)};
}

/// Deferrals with two employers may together be over the person's limit; then this plan may have
/// paid some back.  Reg. 1.402(g)-1(e)(1)(ii)
void open_excess(Resolution& resolution, const Figures& law, const Participant& participant) {
  if (!participant.deferrals_elsewhere || participant.excess_returned || law.is_457b()) return;
  const bool stated =
      participant.pre_tax || participant.roth || resolution.person.by_calendar_year.has_value();
  const std::optional<Money> here = deferred_in_dollars(participant);
  const bool within =
      here && *here + *participant.deferrals_elsewhere <= law.deferrals.amount && !law.second_year;
  if (!stated || within) return;
  open_amount(resolution, QuestionKind::excess_returned,
              [](Person& person, bool most) { person.returns_excess = most; });
}

/// The limit is one of each calendar year: who may have catch-up has some of it sooner if deferrals
/// lie in one of the two.
void open_calendar_years(Resolution& resolution, const Figures& law,
                         const Participant& participant) {
  if (!law.second_year || resolution.person.by_calendar_year) return;
  const bool stated = participant.pre_tax || participant.roth;
  const bool may_be_fifty = !resolution.age || *resolution.age + 1 >= 50;
  if (!stated || !may_be_fifty) return;
  open_amount(resolution, QuestionKind::calendar_years,
              [](Person& person, bool most) { person.deferred_in_one_year = most; });
}

/// Additions in other plans of the employer count together with those here, against the pay of all
/// its members; in a 403(b) they may be those of a business with pay of its own.
void open_other_pay(Resolution& resolution, const Figures& law, const Participant& participant) {
  if (!participant.additions_aggregated || participant.pay_aggregated || law.is_457b()) return;
  const Money aggregated = *participant.additions_aggregated;
  const bool dollars_decide = participant.pay && *participant.pay >= law.annual_additions.amount;
  if (aggregated == Money{} || dollars_decide) return;
  if (law.family != PlanFamily::b403)
    return resolution.assumptions.add(Assumption::no_pay_aggregated);
  open_amount(resolution, QuestionKind::pay_aggregated, [aggregated](Person& person, bool most) {
    person.pay_aggregated = most ? aggregated : Money{};
  });
}

void open_silences(Resolution& resolution, const Inquiry& inquiry, PlanType type,
                   const Participant& participant) {
  const auto silent = [&](bool is, QuestionKind question, bool Person::* taken) {
    if (!is) return;
    open(resolution, question, std::vector<bool>{true, false},
         [taken](Person& person, bool allowed) { person.*taken = allowed; });
  };
  silent(inquiry.after_tax_silent, QuestionKind::after_tax, &Person::if_after_tax_silent);
  if (inquiry.roth_decides && !elects(participant.roth) &&
      !is_open(resolution, QuestionKind::roth_program))
    open_roth_program(resolution);
  silent(inquiry.catch_up_silent, QuestionKind::catch_up, &Person::if_catch_up_silent);
  // A 401(a) plan that says nothing of deferrals takes none.  READING.md R8.3
  if (type.family == PlanFamily::a401) {
    resolution.person.if_deferrals_silent = false;
  } else {
    silent(inquiry.deferrals_silent, QuestionKind::deferrals, &Person::if_deferrals_silent);
  }
}

void open_money(Resolution& resolution, const Plan& plan, const Inquiry& inquiry,
                const Participant& participant) {
  // Where all pay counts and is told, there is nothing to ask.
  const bool all_told =
      participant.pay && !resolution.person.self_employed && !inquiry.counts_pay_codes;
  if (all_told && inquiry.open_money.empty()) return;
  if (std::vector<Question> about_pay =
          all_told ? std::vector<Question>{} : pay_questions(plan, participant);
      !about_pay.empty()) {
    OpenFact fact{.questions = std::move(about_pay), .ways = {}, .amount = true};
    for (UnknownPay way : {UnknownPay::most_room, UnknownPay::least_room, UnknownPay::large})
      fact.ways.push_back([way](Person& person) { person.unknown_pay = way; });
    resolution.open.push_back(std::move(fact));
  }
  std::vector<Question> questions;
  for (const Question& question : inquiry.open_money) {
    const bool stated =
        (question.kind == QuestionKind::nonelective_amount && participant.nonelective) ||
        ((question.kind == QuestionKind::match_amount ||
          question.kind == QuestionKind::match_formula || question.kind == QuestionKind::true_up) &&
         participant.match);
    if (!stated) questions.push_back(question);
  }
  if (questions.empty()) return;
  OpenFact fact{.questions = std::move(questions), .ways = {}, .amount = true};
  for (bool generous : {true, false}) {
    fact.ways.push_back([generous](Person& person) { person.generous = generous; });
  }
  resolution.open.push_back(std::move(fact));
}

}  // namespace

bool elects(const std::optional<Election>& election) {
  if (!election) return false;
  const auto* amount = std::get_if<Money>(&election->value);
  return amount == nullptr || *amount > Money{};
}

bool is_silent_on_match(const Plan& plan, const Figures& law) {
  return !speaks(plan.matches, law) && !speaks(plan.no_match, law);
}

bool is_silent_on_nonelective(const Plan& plan, const Figures& law) {
  return !speaks(plan.nonelectives, law) && !speaks(plan.no_nonelective, law);
}

bool implies_roth_program(const Plan& plan) {
  // A 401(a) plan has no elective deferrals, and so no Roth program.  IRC 402A(b)(1)
  if (plan.type.family == PlanFamily::a401) return false;
  return std::any_of(plan.rollovers.begin(), plan.rollovers.end(), [](const auto& clause) {
    return clause.value.answer == Answer::allowed && clause.scope == Scope{};
  });
}

Inquiry inquiry_of(const Plan& plan, const Figures& law) {
  Inquiry inquiry{.breakpoints = breakpoints_of(plan),
                  .surely_eligible = surely_eligible(plan, law),
                  .eligibility_parts = eligibility_parts(plan, law.plan_year),
                  .ages_told_apart = {},
                  .class_keys = {},
                  .open_money = {}};
  inquiry.ages_told_apart = inquiry.breakpoints.ages;
  const auto add_age = [&inquiry](const Conditions& conditions) {
    if (conditions.at_age) inquiry.ages_told_apart.push_back(months_of(*conditions.at_age));
  };
  for (const auto& clause : plan.distributions) add_age(clause.value.conditions);
  for (const auto& clause : plan.distribution_conditions) add_age(clause.value);
  for (const std::string& name : inquiry.breakpoints.classes)
    inquiry.class_keys.push_back(normalised(name));
  for (const auto& limit : plan.limits) {
    if (limit.value.amount.basis == Amount::Basis::unknown) {
      inquiry.open_money.push_back({QuestionKind::limit_amount, limit.where});
    }
  }
  for (const auto& match : plan.matches) {
    if (match.value.formula_unknown)
      inquiry.open_money.push_back({QuestionKind::match_formula, match.where});
    if (match.value.discretionary) {
      inquiry.open_money.push_back({QuestionKind::match_amount, match.value.discretionary->where});
    }
    for (const auto& limit : match.value.limits) {
      if (limit.value.basis != Amount::Basis::unknown) continue;
      inquiry.open_money.push_back({QuestionKind::limit_amount, limit.where});
    }
    const bool by_period = match.value.period && *match.value.period != Period::year;
    if (by_period && !match.value.true_up)
      inquiry.open_money.push_back({QuestionKind::true_up, match.where});
  }
  for (const auto& line : plan.nonelectives) {
    if (line.value.discretionary || line.value.amount.basis == Amount::Basis::unknown) {
      inquiry.open_money.push_back({QuestionKind::nonelective_amount, line.where});
    }
  }
  for (const auto& clause : plan.employer_money_service) {
    if (meets(clause.scope, {law.plan_year.last, law.plan_year.last}))
      inquiry.employer_money_wait = clause.value;
  }
  inquiry.tells_time_apart = !inquiry.ages_told_apart.empty() ||
                             !inquiry.breakpoints.services.empty() ||
                             !inquiry.breakpoints.points.empty();
  inquiry.asks_service = inquiry.employer_money_wait || !inquiry.breakpoints.services.empty() ||
                         !inquiry.breakpoints.points.empty() || asks_participation(plan);
  inquiry.counts_pay_codes = !plan.counted_pay.empty() || !plan.match_counted_pay.empty() ||
                             !plan.nonelective_counted_pay.empty();
  inquiry.after_tax_silent = !stated_for_all(plan.contributions, Kind::after_tax);
  inquiry.catch_up_silent = !stated_for_all(plan.contributions, Kind::catch_up);
  const bool implied = implies_roth_program(plan);
  const bool roth_allowed = allowed_for_all(plan.contributions, Kind::roth) ||
                            (implied && !forbids(plan.contributions, Kind::roth));
  const bool pre_tax_silent = !stated_for_all(plan.contributions, Kind::pre_tax);
  inquiry.deferrals_silent =
      pre_tax_silent && (!roth_allowed || limits_alone(plan, Kind::roth, Kind::pre_tax));
  inquiry.roth_uncertain = !roth_allowed;
  inquiry.roth_silent = !implied && !stated_for_all(plan.contributions, Kind::roth);
  inquiry.roth_decides = inquiry.roth_silent && (forbids(plan.contributions, Kind::pre_tax) ||
                                                 limits_alone(plan, Kind::pre_tax, Kind::roth));
  return inquiry;
}

Resolution resolve(const Plan& plan, const Inquiry& inquiry, const Figures& law,
                   const Participant& participant) {
  Resolution resolution;
  Person& person = resolution.person;
  // On the last day of a year everybody has had a birthday in it.
  if (participant.birth_date) resolution.age = law.year - year_of(*participant.birth_date);
  if (!resolution.age) resolution.age = participant.age;
  person.self_employed = is_self_employed(participant);
  person.solo = plan.type.family == PlanFamily::solo_401k;
  if (person.solo && !participant.business && !person.self_employed) {
    resolution.assumptions.add(Assumption::business_not_stated);
  }
  person.pre_tax = participant.pre_tax;
  person.roth = participant.roth;
  person.after_tax = participant.after_tax;
  person.after_tax_so_far = participant.after_tax_ytd.value_or(Money{});
  person.match = participant.match;
  person.nonelective = participant.nonelective;
  person.forfeitures = participant.forfeitures.value_or(Money{});
  person.other_additions = participant.other_additions.value_or(Money{});
  person.student_loan_payments = participant.student_loan_payments.value_or(Money{});
  person.elsewhere = participant.deferrals_elsewhere.value_or(Money{});
  person.excess_returned = participant.excess_returned;
  if (law.second_year) [[unlikely]]
    take_calendar_years(person, participant);
  person.aggregated = participant.additions_aggregated.value_or(Money{});
  person.pay_aggregated = participant.pay_aggregated.value_or(Money{});
  // A 403(b) is the participant's own: only another employer's plan stands beside it.
  if (counts_with_403b(plan.type.family)) {
    person.additions_403b = participant.additions_403b.value_or(Money{});
    person.pay_403b = participant.pay_403b;
  }
  person.pay_periods = participant.pay_periods.value_or(26);
  person.left = participant.termination_date;

  if (inquiry.counts_pay_codes && pay_parts_missing(plan, participant))
    resolution.assumptions.add(Assumption::pay_parts);
  if (plan.type.family == PlanFamily::b403 && !participant.additions_aggregated) {
    resolution.assumptions.add(Assumption::aggregation_403b);
  }
  if (law.short_year) resolution.assumptions.add(Assumption::short_year_fraction);

  open_group_facts(resolution, plan, inquiry, law, participant);
  open_hce(resolution, inquiry, law, participant);
  if (inquiry.tells_time_apart) tell_changes_of_group(resolution, inquiry, participant);
  if (!inquiry.surely_eligible.is(participant)) {
    const Eligibility eligibility =
        eligibility_of(plan, law, participant, person.group, inquiry.eligibility_parts);
    person.eligible = eligibility.eligible;
    resolution.excluded_by = eligibility.decided_by;
    resolution.assumptions.add(eligibility.assumptions);
  }
  open_roth_catch_up(resolution, inquiry, law, participant);
  open_silences(resolution, inquiry, plan.type, participant);
  if (participant.deferrals_elsewhere) [[unlikely]]
    open_excess(resolution, law, participant);
  if (law.second_year) [[unlikely]]
    open_calendar_years(resolution, law, participant);
  if (participant.additions_aggregated) [[unlikely]]
    open_other_pay(resolution, law, participant);
  open_money(resolution, plan, inquiry, participant);
  return resolution;
}

}  // namespace rothcheck::checker
