// What makes a row fast, and nothing of the law: the terms of a group remembered, what is unusual
// left out of the straight way, and all of that way compiled in one piece.
#include "checker/judge/batch.hpp"

#include <algorithm>

#include "checker/acp/stated.hpp"
#include "checker/acp/sums.hpp"
#include "checker/judge/ready.hpp"
#include "checker/judge/remarks.hpp"
#include "checker/judge/way.hpp"

// With all it calls in one piece, a row takes a quarter fewer instructions (what is rare is marked
// `noinline` or `cold`). Only a release has the time to compile that piece.
#if defined(ROTHCHECK_ONE_PIECE)
#define ONE_PIECE [[gnu::flatten]]
#else
#define ONE_PIECE
#endif

namespace rothcheck::checker {
namespace {

template <class T>
std::size_t rank(const std::vector<T>& breakpoints, T value) {
  std::size_t reached = 0;
  while (reached < breakpoints.size() && breakpoints[reached] <= value) ++reached;
  return reached;
}

std::size_t rank(const std::vector<std::string>& classes, std::string_view name) {
  const auto found = std::find_if(classes.begin(), classes.end(),
                                  [name](const std::string& one) { return same_class(one, name); });
  return static_cast<std::size_t>(found - classes.begin());
}

/// Whether some money or limit goes by hours, or stops at 415(c).
bool has_rare_words(const Terms& terms) {
  return std::any_of(terms.matches.begin(), terms.matches.end(),
                     [](const MatchTerm& match) { return match.stops_at_415 || match.hours; }) ||
         std::any_of(terms.limits.begin(), terms.limits.end(),
                     [](const LimitTerm& limit) { return limit.per_hour; });
}

/// Whether nothing applies that few plans and few people have.
bool is_usual(const Terms& terms, const Person& person, const Figures& law) {
  const auto may_be = [&terms](Kind kind) {
    return terms.contribution(kind).answer != Answer::not_allowed;
  };
  return !person.self_employed && !person.solo && person.employer_money && person.most_favourable &&
         !law.is_457b() && !law.second_year && person.deferrals_elsewhere == Money{} &&
         person.special_catch_up == Money{} && person.other_plans.none() && may_be(Kind::pre_tax) &&
         may_be(Kind::roth) && terms.contribution(Kind::after_tax).share == Rate::whole(1) &&
         terms.at_pay_limit == AtPayLimit::stop_nothing && !terms.only_after_402g &&
         !terms.spills_to_after_tax && terms.minimums.empty() && terms.nonelectives.empty() &&
         terms.other_additions.empty() && terms.deferral_limits.empty() && !has_rare_words(terms);
}

/// The law for everybody else, apart from the piece.
[[gnu::noinline]] YearResult assess_unusual(const Terms& terms, const Person& person,
                                            const Figures& law) {
  Unexplained quiet;
  return assess(terms, person, law, quiet);
}

}  // namespace

struct Batch::Cache {
  const Checker& checker;
  const Checker::Ready& ready;
  std::vector<std::optional<Terms>> terms;
  bool only_hce_asked = ready.inquiry.breakpoints.none_but_highly_compensated();

  /// People of several classes are few, and fit no place between the breakpoints.
  bool is_of_several_classes(const GroupFacts& facts) const {
    return !ready.inquiry.breakpoints.classes.empty() &&
           facts.employee_class.find(between_classes) != std::string_view::npos;
  }

  /// People between the same breakpoints have the same terms.
  std::size_t group_number(const GroupFacts& facts) const {
    std::size_t number = facts.highly_compensated ? 1 : 0;
    // Most plans ask about little, and what nobody asks about tells no two groups apart.
    if (only_hce_asked) return number;
    const Breakpoints& asked = ready.inquiry.breakpoints;
    const auto digit = [&number](const auto& values, const auto& value) {
      if (!values.empty()) number = number * (values.size() + 1) + rank(values, value);
    };
    digit(asked.ages, facts.age);
    digit(asked.services, facts.service);
    digit(asked.points, facts.age + facts.service);
    digit(asked.hired, facts.hired);
    digit(asked.classes, facts.employee_class);
    return number;
  }

  const Terms& terms_of(const GroupFacts& facts) {
    const std::size_t number = group_number(facts);
    if (number >= terms.size()) terms.resize(number + 1);
    std::optional<Terms>& known = terms[number];
    if (!known) known = terms_for(ready.plan, facts, ready.law);
    return *known;
  }
};

Batch::Batch(const Checker& checker) : cache_{new Cache{checker, checker.ready(), {}}} {}
Batch::~Batch() = default;
Batch::Batch(Batch&&) noexcept = default;

const Terms& Batch::terms_of(const GroupFacts& group) { return cache_->terms_of(group); }

/// The way of a row: terms from the cache, no lines, findings without their words.
struct Batch::Row {
  Cache& cache;
  BriefAnswer& answer;
  Unexplained record = {};

  const Terms& terms_of(const GroupFacts& group) { return cache.terms_of(group); }
  // It is the same law. Where the compiler can tell that nothing unusual applies, it leaves out
  // what deals with it.
  YearResult year(const Terms& terms, const Person& person, const Figures& law) {
    return is_usual(terms, person, law) ? checker::assess(terms, person, law, record)
                                        : assess_unusual(terms, person, law);
  }
  // The amounts first: they are not held in registers while findings are looked for.
  void keep(const Participant& participant, const Person& person, const Judged& judged,
            const Terms& terms, const Figures& law) {
    const YearResult& result = judged.result;
    answer.verdict = judged.verdict;
    answer.room = exactly(result.room);
    answer.remaining = exactly(result.remaining);
    answer.deferrals = exactly(result.deferrals);
    answer.catch_up = exactly(result.catch_up);
    answer.employer = exactly(result.employer);
    answer.binding = result.binding;
    answer.binding_at = result.binding_at;
    note_findings_on(participant, person, result, terms, law, answer.findings);
  }
};

ONE_PIECE void Batch::assess(const Participant& participant, BriefAnswer& answer) {
  const auto& [plan, law, inquiry, plan_answer, acp] = cache_->ready;
  answer.findings.clear();
  Resolution resolution = resolve(plan, inquiry, law, participant);
  if (!resolution.open.empty() || cache_->is_of_several_classes(resolution.person.group))
      [[unlikely]]
    return shorten(cache_->checker.assess(participant), answer);

  answer.highly_compensated = resolution.highly_compensated;
  answer.age = resolution.age;
  Row row{*cache_, answer};
  judge(plan, law, participant, resolution.person, row);
  if (answer.verdict == Verdict::not_eligible) answer.binding_at = resolution.excluded_by;
}

void Batch::add_to_test(const Participant& participant, AcpSums& sums) {
  const Checker::Ready& ready = cache_->ready;
  Resolution resolution = resolve(ready.plan, ready.inquiry, ready.law, participant);
  if (!is_counted(ready, participant, resolution)) return;
  const GroupFacts group = tested_group(resolution);
  Assumptions assumptions;
  std::optional<Terms> own;
  if (cache_->is_of_several_classes(group)) own = terms_for(ready.plan, group, ready.law);
  const Terms& terms = own ? *own : cache_->terms_of(group);
  add(sums, tested_employee(ready, terms, group, participant, resolution, assumptions),
      resolution.highly_compensated.has_value(), excludables_of(ready.plan, ready.law.plan_year),
      ready.acp.left_out);
}

}  // namespace rothcheck::checker

#undef ONE_PIECE
