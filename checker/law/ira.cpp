#include "checker/law/ira.hpp"

#include "checker/law/ages.hpp"

namespace rothcheck::checker {
namespace {

/// 219(g)(2)(C)
constexpr Money reduction_step = 10_usd;
/// 219(g)(2)(B)
constexpr Money least_left = 200_usd;

}  // namespace

bool has_ira_catch_up(int age) { return age >= statutory_age::ira_catch_up; }

Money ira_limit_of(int age, const YearFigures& year) {
  const Money base = *year.money(LimitKey::ira_limit_219b5A);
  return has_ira_catch_up(age) ? base + *year.money(LimitKey::ira_catch_up_219b5B) : base;
}

bool half_of_year_decides(int age, int year) {
  const Rate half_past = Rate::whole(age) + Rate{1, 2};
  return year <= statutory_age::last_year_of_ira_bar && half_past == statutory_age::ira_bar;
}

bool is_barred_by_age(int age, bool born_by_june_30, int year) {
  if (half_of_year_decides(age, year)) return born_by_june_30;
  return year <= statutory_age::last_year_of_ira_bar && Rate::whole(age) >= statutory_age::ira_bar;
}

LimitKey roth_phase_out_of(FilingStatus status, bool lived_apart) {
  switch (status) {
    case FilingStatus::joint:
      return LimitKey::roth_ira_phaseout_joint;
    case FilingStatus::separate:
      if (!lived_apart) return LimitKey::roth_ira_phaseout_separate;
      break;
    case FilingStatus::single:
    case FilingStatus::head_of_household:
      break;
  }
  return LimitKey::roth_ira_phaseout_single_hoh;
}

PhaseOut standing(Range phase_out, Money magi) {
  if (magi <= phase_out.least) return PhaseOut::below;
  return magi >= phase_out.most ? PhaseOut::above : PhaseOut::inside;
}

Money phased_out(Money limit, Range phase_out, Money magi) {
  switch (standing(phase_out, magi)) {
    case PhaseOut::below:
      return limit;
    case PhaseOut::above:
      return {};
    case PhaseOut::inside:
      break;
  }
  const Money over = magi - phase_out.least;
  const Money width = phase_out.most - phase_out.least;
  const Money exact = portion(Rate{over.in_cents(), width.in_cents()}, limit, Round::down);
  // A reduction that is no multiple of $10 goes to the next lower one.
  const Money reduction =
      Money::cents(exact.in_cents() / reduction_step.in_cents() * reduction_step.in_cents());
  return lesser(limit, greater(least_left, limit - reduction));
}

}  // namespace rothcheck::checker
