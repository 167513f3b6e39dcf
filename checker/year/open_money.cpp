// Money that the census or the plan leaves open: each amount lies between two ends.
#include <algorithm>

#include "checker/law/ages.hpp"
#include "checker/year/open_facts.hpp"

namespace rothcheck::checker {
namespace {

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
  const bool may_be_fifty = !resolution.age || *resolution.age + 1 >= statutory_age::catch_up;
  if (!stated || !may_be_fifty) return;
  open_amount(resolution, QuestionKind::calendar_years,
              [](Person& person, bool most) { person.deferred_in_one_year = most; });
}

/// Additions in other plans of the employer count together with those here, against the pay of all
/// its members; in a 403(b) they may be those of a business with pay of its own.
void open_other_pay(Resolution& resolution, const Figures& law, const Participant& participant) {
  if (!participant.additions_aggregated || participant.pay_aggregated || law.is_457b()) return;
  const Money additions = *participant.additions_aggregated;
  const bool dollars_decide = participant.pay && *participant.pay >= law.annual_additions.amount;
  if (additions == Money{} || dollars_decide) return;
  if (law.family != PlanFamily::b403)
    return resolution.assumptions.add(Assumption::no_pay_aggregated);
  open_amount(resolution, QuestionKind::pay_aggregated, [additions](Person& person, bool most) {
    person.other_plans.pay = most ? additions : Money{};
  });
}

}  // namespace

void open_other_plans(Resolution& resolution, const Figures& law, const Participant& participant) {
  if (law.second_year) [[unlikely]]
    take_calendar_years(resolution.person, participant);
  if (participant.deferrals_elsewhere) [[unlikely]]
    open_excess(resolution, law, participant);
  if (law.second_year) [[unlikely]]
    open_calendar_years(resolution, law, participant);
  if (participant.additions_aggregated) [[unlikely]]
    open_other_pay(resolution, law, participant);
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
        (question.kind == QuestionKind::hours && participant.hours) ||
        (question.kind == QuestionKind::nonelective_amount && participant.nonelective) ||
        ((question.kind == QuestionKind::match_amount ||
          question.kind == QuestionKind::match_formula || question.kind == QuestionKind::true_up) &&
         participant.match);
    if (!stated) questions.push_back(question);
  }
  if (questions.empty()) return;
  OpenFact fact{.questions = std::move(questions), .ways = {}, .amount = true};
  for (bool most_favourable : {true, false}) {
    fact.ways.push_back(
        [most_favourable](Person& person) { person.most_favourable = most_favourable; });
  }
  resolution.open.push_back(std::move(fact));
}

}  // namespace rothcheck::checker
