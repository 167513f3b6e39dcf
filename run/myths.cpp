// The questions of myths.def, asked of the same code that answers users.
#include "run/myths.hpp"

#include <fmt/format.h>

#include <functional>
#include <utility>

#include "checker/acp/acp.hpp"
#include "checker/judge/check.hpp"
#include "dsl/load.hpp"
#include "reports/acp.hpp"
#include "reports/strategy.hpp"
#include "run/cases/expectations.hpp"
#include "run/strategies.hpp"

namespace rothcheck::run {

namespace {

#define ALL_ALLOWED \
  "contributions { pre-tax allowed; roth allowed; after-tax allowed; catch-up allowed }\n"
#define CONVERTS "in-plan-roth-rollover { after-tax allowed; automatic daily }\n"
#define NOT_PAID_OUT "in-service-distribution { after-tax not allowed }\n"

constexpr std::string_view open_plan = ALL_ALLOWED CONVERTS;
constexpr std::string_view matched_plan =
    ALL_ALLOWED CONVERTS "match { 100% of the first 4% of pay }\n";
constexpr std::string_view no_way_out =
    ALL_ALLOWED NOT_PAID_OUT "in-plan-roth-rollover { after-tax not allowed }\n";
constexpr std::string_view no_roth_paid_out =
    "contributions { pre-tax allowed; roth not allowed; after-tax allowed; catch-up allowed }\n"
    "in-plan-roth-rollover { after-tax not allowed }\n"
    "in-service-distribution { after-tax allowed }\n";
constexpr std::string_view no_roth_in_plan =
    "contributions { pre-tax allowed; roth not allowed; after-tax allowed; catch-up allowed }\n"
    "in-plan-roth-rollover { after-tax allowed }\n" NOT_PAID_OUT;
constexpr std::string_view ten_percent =
    "contributions { pre-tax allowed; roth allowed; after-tax allowed; catch-up allowed\n"
    "limit 10% of pay on after-tax }\n" CONVERTS;
constexpr std::string_view solo_plan = ALL_ALLOWED CONVERTS "nonelective { 25% of pay }\n";
constexpr std::string_view safe_harbor_plan = ALL_ALLOWED CONVERTS
    "match { 100% of the first 4% of pay }\n"
    "testing { safe-harbor enhanced-match; acp current-year }\n";
constexpr std::string_view tested_plan = ALL_ALLOWED CONVERTS "testing { acp current-year }\n";

constexpr std::string_view hce_alone =
    "A age=45 pay=360000 prior_year_pay=360000 after_tax=36000 pre_tax=0 roth=0;"
    "B age=30 pay=60000 prior_year_pay=60000 after_tax=0 pre_tax=0 roth=0";
// Law reading R6.7: ratios of 10%, 8% and 3%, held to an average of 5%.
constexpr std::string_view three_hces =
    "A age=45 pay=360000 hce=yes after_tax=36000 pre_tax=0 roth=0;"
    "B age=45 pay=200000 hce=yes after_tax=16000 pre_tax=0 roth=0;"
    "E age=45 pay=180000 hce=yes after_tax=5400 pre_tax=0 roth=0;"
    "N age=30 pay=100000 hce=no after_tax=3000 pre_tax=0 roth=0";

#undef NOT_PAID_OUT
#undef CONVERTS
#undef ALL_ALLOWED

std::vector<std::string_view> parts_of(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(mark), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

/// `age=52 pay=140000`; a first word without a sign is the id. Empty where a fact cannot be read.
std::optional<Participant> person_of(std::string_view facts) {
  Participant person;
  for (const std::string_view fact : parts_of(facts, ' ')) {
    const std::size_t sign = fact.find('=');
    if (sign == fact.npos) {
      person.id = std::string{fact};
      continue;
    }
    const std::optional<Field> field = field_named(fact.substr(0, sign));
    if (!field || set_field(person, *field, fact.substr(sign + 1))) return std::nullopt;
  }
  return person;
}

NamedFacts named(std::string_view facts) {
  std::vector<std::string> words;
  for (const std::string_view fact : parts_of(facts, ' ')) words.emplace_back(fact);
  return named_facts(words);
}

/// A plan of a few words, and the checker over it.
struct Asked {
  Sources sources;
  std::optional<Plan> plan;
  std::optional<checker::Checker> checker;

  Asked(int year, std::string_view type, std::string_view body, const LimitTable& limits) {
    const std::uint16_t source = sources.add(
        "a plan", fmt::format("plan \"a plan\" {{\ntype {}\nyear {}\n{}\n}}\n", type, year, body));
    Outcome<std::vector<Plan>> loaded = dsl::load(sources, source);
    if (!loaded || loaded.value->empty()) return;
    plan = std::move(loaded.value->front());
    if (!has_error(checker::year_is_known(limits, *plan, year)))
      checker.emplace(*plan, year, limits);
  }
};

/// Where answers go, and what later questions and the sentence read them from.
class Answering {
 public:
  explicit Answering(const LimitTable& limits) : limits_{limits} {}

  void figure(std::string_view label, int year, LimitKey key) {
    MythAnswer answer{.label = label};
    const YearFigures* figures = limits_.find(year);
    if (figures != nullptr && (*figures)[key]) {
      answer.source = (*figures)[key]->source;
      set(answer, figures->money(key));
    }
    answers.push_back(std::move(answer));
  }

  void check(std::string_view label, int year, std::string_view type, std::string_view body,
             std::string_view facts, std::string_view key) {
    MythAnswer answer{.label = label};
    const Asked asked{year, type, body, limits_};
    const std::optional<Participant> person = person_of(facts);
    if (asked.checker && person) {
      const Assessment found = asked.checker->assess(*person);
      if (const std::optional<Range> amount = amount_of(key, found)) {
        if (amount->settled()) set(answer, amount->most);
      } else {
        answer.text = word_of(key, found).value_or("");
      }
    }
    answers.push_back(std::move(answer));
  }

  void plan(std::string_view label, int year, std::string_view type, std::string_view body) {
    MythAnswer answer{.label = label};
    const Asked asked{year, type, body, limits_};
    if (asked.checker) answer.text = to_string(asked.checker->plan_answer().verdict);
    answers.push_back(std::move(answer));
  }

  void convert(std::string_view label, int year, std::string_view facts, std::string_view path) {
    from_tree(label, convert_with(named(facts), year), path);
  }

  void backdoor(std::string_view label, int year, std::string_view facts, std::string_view path) {
    from_tree(label, backdoor_with(named(facts), year, limits_), path);
  }

  void acp(std::string_view label, int year, std::string_view type, std::string_view body,
           std::string_view people, std::string_view path) {
    const Asked asked{year, type, body, limits_};
    std::vector<Participant> census;
    for (const std::string_view facts : parts_of(people, ';')) {
      if (std::optional<Participant> person = person_of(facts))
        census.push_back(std::move(*person));
    }
    MythAnswer answer{.label = label};
    if (asked.checker)
      set(answer, reports::tree_of(checker::acp_test(*asked.checker, census, {})), path);
    answers.push_back(std::move(answer));
  }

  void sum(std::string_view label, std::size_t one, std::size_t other) {
    MythAnswer answer{.label = label};
    const std::optional<Money> a = answers.at(one - 1).amount, b = answers.at(other - 1).amount;
    if (a && b) set(answer, *a + *b);
    answers.push_back(std::move(answer));
  }

  std::vector<MythAnswer> answers;

 private:
  static void set(MythAnswer& answer, std::optional<Money> amount) {
    answer.amount = amount;
    if (amount) answer.text = to_string(*amount);
  }

  static void set(MythAnswer& answer, const reports::Tree& tree, std::string_view path) {
    const reports::Tree* there = find(tree, path);
    if (there == nullptr) return;
    if (const Money* amount = std::get_if<Money>(&there->value)) set(answer, *amount);
    if (const std::string* text = std::get_if<std::string>(&there->value)) answer.text = *text;
  }

  template <class T>
  void from_tree(std::string_view label, const Outcome<T>& found, std::string_view path) {
    MythAnswer answer{.label = label};
    if (found) set(answer, reports::tree_of(*found.value), path);
    answers.push_back(std::move(answer));
  }

  const LimitTable& limits_;
};

/// A row of the table, its questions not asked yet.
struct Row {
  int number;
  std::string_view name, claim, fact, law;
  std::vector<std::function<void(Answering&)>> questions;
};

const std::vector<Row>& rows() {
  static const std::vector<Row> table = [] {
    std::vector<Row> list;
    const auto ask = [&list](std::function<void(Answering&)> question) {
      list.back().questions.push_back(std::move(question));
    };
#define MYTH(number, name, claim, fact, law) list.push_back({number, name, claim, fact, law, {}});
#define FIGURE(label, year, key) ask([](Answering& a) { a.figure(label, year, LimitKey::key); });
#define CHECK(label, year, type, body, facts, key) \
  ask([](Answering& a) { a.check(label, year, type, body, facts, key); });
#define PLAN(label, year, type, body) ask([](Answering& a) { a.plan(label, year, type, body); });
#define CONVERT(label, year, facts, path) \
  ask([](Answering& a) { a.convert(label, year, facts, path); });
#define BACKDOOR(label, year, facts, path) \
  ask([](Answering& a) { a.backdoor(label, year, facts, path); });
#define ACP(label, year, type, body, people, path) \
  ask([](Answering& a) { a.acp(label, year, type, body, people, path); });
#define SUM(label, one, other) ask([](Answering& a) { a.sum(label, one, other); });
#include "run/myths.def"
#undef SUM
#undef ACP
#undef BACKDOOR
#undef CONVERT
#undef PLAN
#undef CHECK
#undef FIGURE
#undef MYTH
    return list;
  }();
  return table;
}

/// `{2}` is the second answer.
std::string filled_in(std::string_view sentence, const std::vector<MythAnswer>& answers) {
  std::string text{sentence};
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const std::string mark = fmt::format("{{{}}}", i + 1);
    for (std::size_t at; (at = text.find(mark)) != text.npos;)
      text.replace(at, mark.size(), answers[i].text);
  }
  return text;
}

}  // namespace

int myth_count() { return static_cast<int>(rows().size()); }

std::optional<int> myth_named(std::string_view topic) {
  for (const Row& row : rows()) {
    const std::string number = std::to_string(row.number);
    if (topic == row.name || topic == number || topic == "myth-" + number) return row.number;
  }
  return std::nullopt;
}

Myth answered_myth(int number, const LimitTable& limits) {
  const Row& row = rows().at(static_cast<std::size_t>(number - 1));
  Answering answering{limits};
  for (const auto& question : row.questions) question(answering);
  return {.number = row.number,
          .name = row.name,
          .claim = row.claim,
          .law = row.law,
          .fact = filled_in(row.fact, answering.answers),
          .answers = std::move(answering.answers)};
}

}  // namespace rothcheck::run
