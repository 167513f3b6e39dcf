// Asking the checker about the same people under two plans.
#include "run/interview/knowledge.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>
#include <vector>

#include "checker/acp/acp.hpp"
#include "checker/judge/check.hpp"
#include "dsl/load.hpp"
#include "run/interview/plan_text.hpp"

namespace rothcheck::run {

namespace {

/// People who together come to every clause that a question can write: paid little, so
/// much that not all are among the top-paid, beyond the limit on pay, in bonuses, over 50 and over
/// 60, young, leaving, with a student loan, saving little, early, and without telling; and new
/// people whose service is long enough only behind the year's last quarter day. YEAR is the plan's,
/// LAST the one before.
constexpr std::array<std::string_view, 17> people = {
    "age=40 hire_date=2000-01-01 pay=60000 prior_year_pay=60000 pre_tax=5%",
    "age=40 hire_date=2000-01-01 pay=150000 prior_year_pay=150000 pre_tax=10%",
    "age=30 hire_date=2000-01-01 pay=90000 prior_year_pay=90000",
    "age=52 hire_date=2000-01-01 pay=400000 prior_year_pay=400000 prior_year_fica_wages=180000 "
    "pre_tax=20%",
    "age=61 hire_date=2000-01-01 pay=200000 prior_year_pay=200000 prior_year_fica_wages=100000",
    "age=19 hire_date=2000-01-01 pay=30000 prior_year_pay=30000 pre_tax=5%",
    "age=45 hire_date=2000-01-01 pay=120000 base_pay=70000 bonus=20000 commission=20000 "
    "overtime=10000 prior_year_pay=120000 pre_tax=5%",
    "age=40 hire_date=2000-01-01 pay=50000 prior_year_pay=50000 pre_tax=2% "
    "student_loan_payments=4000 class=interns",
    "age=40 hire_date=2000-01-01 pay=30000 prior_year_pay=60000 pre_tax=5% "
    "termination_date=YEAR-06-30",
    "age=44 hire_date=2000-01-01 pay=170000 prior_year_pay=170000 pre_tax=5%",
    "age=46 hire_date=2000-01-01 pay=180000 prior_year_pay=180000 pre_tax=5%",
    "age=35 hire_date=YEAR-11-15 pay=10000 prior_year_pay=0 pre_tax=5%",
    "age=35 hire_date=YEAR-10-15 pay=20000 prior_year_pay=0 pre_tax=5%",
    "age=35 hire_date=YEAR-09-15 pay=30000 prior_year_pay=0 pre_tax=5%",
    "age=35 hire_date=YEAR-08-15 pay=40000 prior_year_pay=0 pre_tax=5%",
    "age=35 hire_date=YEAR-05-15 pay=50000 prior_year_pay=0 pre_tax=5%",
    "age=35 hire_date=LAST-11-15 pay=60000 prior_year_pay=0 pre_tax=5%"};

Participant person_of(std::string_view facts, int year) {
  Participant person;
  for (std::string_view fact : parts_of(facts, ' ')) {
    const std::size_t equals = fact.find('=');
    std::string value{fact.substr(equals + 1)};
    if (value.starts_with("YEAR")) value.replace(0, 4, std::to_string(year));
    if (value.starts_with("LAST")) value.replace(0, 4, std::to_string(year - 1));
    if (const auto field = field_named(fact.substr(0, equals)))
      (void)set_field(person, *field, value);
  }
  return person;
}

std::vector<Participant> people_of(int year) {
  std::vector<Participant> all;
  for (std::string_view facts : people) {
    all.push_back(person_of(facts, year));
    all.back().id = std::to_string(all.size());
  }
  return all;
}

/// Elects after-tax money, so that a test over all of them has something to compare.
constexpr std::string_view elected_after_tax = "3%";

std::string words_of(const PlanAnswer& answer) {
  std::string text{to_string(answer.verdict)};
  text += '\n';
  for (const GroupAnswer& group : answer.groups) {
    text += fmt::format("{} {}", group.group, to_string(group.verdict));
    for (const Route route : group.routes) text += fmt::format(" {}", to_string(route));
    for (const rothcheck::Question& question : group.questions)
      text += fmt::format(" ?{}", static_cast<int>(question.kind));
    text += '\n';
  }
  for (const Friction& friction : answer.frictions)
    text += fmt::format("{} {}\n", friction.text, static_cast<int>(friction.grade));
  if (answer.annual_additions)
    text += fmt::format("{} {}\n", to_string(answer.annual_additions->amount),
                        answer.annual_additions->year);
  return text + (answer.acp ? std::string{answer.acp->untested} : "-") + '\n';
}

std::string words_of(const Range& range) {
  return fmt::format(" {}..{}", to_string(range.least), to_string(range.most));
}

std::string words_of(const Assessment& answer) {
  return std::string{to_string(answer.verdict)} + words_of(answer.room) +
         words_of(answer.deferrals) + words_of(answer.catch_up) + words_of(answer.employer) +
         words_of(answer.most_deferrals) + '\n';
}

std::string words_of(const AcpReport& test) {
  std::string text = fmt::format("{} {}", to_string(test.result), test.method);
  for (const AcpElection& way : test.elections)
    text += fmt::format(" {} {} {} {} {}", way.method, way.match, way.nhce.count, way.hce.count,
                        way.limit.count);
  return text + '\n';
}

}  // namespace

const std::string& Knowledge::known(const Answers& answers) {
  static const std::string nothing;
  const std::string text = plan_text(answers);
  if (const auto seen = seen_.find(text); seen != seen_.end()) return seen->second;
  Sources sources;
  const Outcome<std::vector<Plan>> loaded = dsl::load(sources, sources.add("new.plan", text));
  if (!loaded || loaded.value->size() != 1) return nothing;
  const Plan& plan = loaded.value->front();
  if (!plan.year || has_error(checker::year_is_known(limits_, plan, *plan.year))) return nothing;
  const checker::Checker checker{plan, *plan.year, limits_};
  std::string words = words_of(checker.plan_answer());
  // Where no after-tax money goes in for anybody, whom it is not for and what else they have is not
  // what the plan file is asked.
  if (checker.plan_answer().verdict == Verdict::not_available)
    return seen_.emplace(text, to_string(Verdict::not_available)).first->second;
  std::vector<Participant> census = people_of(*plan.year);
  for (const Assessment& answer : checker::check(checker, plan, *plan.year, limits_, census))
    words += words_of(answer);
  for (Participant& person : census) (void)set_field(person, Field::after_tax, elected_after_tax);
  words += words_of(checker::acp_test(checker, census, {}));
  return seen_.emplace(text, std::move(words)).first->second;
}

bool Knowledge::can_change(const Question& question, const Answers& answers) {
  if (rules_it_out(answers)) return false;
  const std::string* first = nullptr;
  for (std::string_view sample : parts_of(question.samples)) {
    const ReadAnswer read = read_answer(question, sample);
    if (!read.answer) continue;
    Answers with = answers;
    with[question.id] = *read.answer;
    const std::string& known_then = known(with);
    if (known_then.empty() || (first != nullptr && *first != known_then)) return true;
    first = &known_then;
  }
  return false;
}

bool Knowledge::rules_it_out(const Answers& answers) {
  return known(answers).starts_with(to_string(Verdict::not_available));
}

}  // namespace rothcheck::run
