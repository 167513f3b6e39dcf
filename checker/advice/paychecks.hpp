// The paychecks of a person's year: those that have been paid as one sum, those that elections can
// still reach one by one.
#pragma once

#include <string_view>
#include <vector>

#include "model/election_facts.hpp"
#include "model/finding.hpp"
#include "model/participant.hpp"

namespace rothcheck::checker {

struct Paycheck {
  Date on;
  Money regular, bonus;

  Money pay() const { return regular + bonus; }
};

struct PayYear {
  PaySchedule schedule = PaySchedule::biweekly;
  int pay_dates = 0;  // regular ones in the year
  int paychecks = 0;  // those and the days on which only a bonus is paid
  Money regular_so_far, bonus_so_far;
  Date next;
  bool begun = false;  // some paycheck of the year has been paid
  std::vector<Paycheck> left;
  std::vector<std::string_view> assumptions;

  Money so_far() const { return regular_so_far + bonus_so_far; }
  Money regular() const;
  Money bonus() const;
  Money pay() const { return regular() + bonus(); }
};

/// The year's paychecks from what is known of them. No value where a fact is missing that cannot be
/// assumed, or where two disagree.
Outcome<PayYear> pay_year_of(const ElectionFacts& facts, const Participant& person, int year);

}  // namespace rothcheck::checker
