// The answer of `rothcheck elect`: what to elect on the paychecks left, by style and by every way
// in which a silent plan can be read.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/assessment.hpp"
#include "model/election_facts.hpp"

namespace rothcheck {

/// One paycheck and what goes in with it. `to_date` amounts count the year so far and this one.
struct PaycheckRow {
  Date on;
  Money pay;
  Elected deferral_elected, after_tax_elected;
  Money deferral, after_tax;
  Money match;  // that this pay date brings; a month's or a quarter's match comes with its last
  Money deferrals_to_date, after_tax_to_date;
  Money additions_to_date;  // that count under 415(c): deferrals without catch-up, after-tax, match
};

/// An election that stays the same from one pay date to another.
struct ElectionStep {
  Date from, until;
  int paychecks = 0;
  Elected deferral, after_tax;
};

/// A limit and the pay date, or December 31, that brings the year to it.
struct LimitReached {
  std::string_view limit;  // "elective-deferral-limit"
  Money amount;
  Date on;
};

/// One kind of money over the year: what it should come to, and what the elections bring it to.
struct Reach {
  Money target;
  Money reached;              // never more than the target
  std::optional<Money> last;  // in dollars on the last paycheck: what would take the rest too
  bool out_of_pay = false;    // every paycheck left is at the most that it may be

  Money left() const { return remainder(target, reached); }
};

struct ElectionPlan {
  std::string_view name;  // "even", "front", "front-keeping-match", "late", "late-keeping-match"
  Style style = Style::even;
  bool keeps_match = true;  // each paycheck first has what its match needs
  std::vector<ElectionStep> steps;
  std::vector<PaycheckRow> rows;
  Reach deferrals, after_tax;  // of the whole year
  Money catch_up;
  Money match;           // of the whole year
  Money at_year_end;     // of it, allocated as of December 31: a true-up, or a yearly match
  Money match_cost;      // less than the best of the styles earns
  Money other_employer;  // nonelective money and other additions
  Money room;            // of after-tax money in the year, with this match
  std::optional<Binding> binding;
  Span binding_at;
  std::vector<LimitReached> limits;  // in the order in which they are reached
};

/// Where the year would end with what is elected now.
struct AsElected {
  std::vector<PaycheckRow> rows;
  Reach deferrals;
  Money after_tax, room;
  Money match, match_cost, at_year_end;
  Money over;                   // after-tax money beyond the room
  Money crowded_out;            // match that no longer fits under the annual additions limit
  std::optional<Date> full_on;  // when the annual additions limit is reached
  std::vector<LimitReached> limits;
};

/// What comes of one way to read what the plan is silent on.
struct ElectionReading {
  // The ways that come to this, none where the plan leaves nothing open: "there is a true-up".
  std::vector<std::string> takes;
  Money whole_match;  // the formula over the whole year's pay and contributions
  std::vector<ElectionPlan> plans;
  std::optional<AsElected> now;
};

struct ElectionAnswer {
  int year = 0;
  std::string plan;
  PaySchedule schedule = PaySchedule::biweekly;
  Grain grain = Grain::percent;
  Style style = Style::even;
  int pay_dates = 0;  // of the year
  Date next;          // the first pay date that the elections reach
  Money pay, pay_so_far;
  Money deferrals_so_far, after_tax_so_far, match_so_far;
  Money deferral_limit;   // above it a deferral is catch-up: 402(g), or the plan's own
  Money deferral_most;    // with catch-up
  Money additions_limit;  // 415(c): dollars or pay
  Money pay_limit;        // 401(a)(17)
  std::vector<ElectionReading> readings;
  // The first reading whose elections hold to the limits under all of them.
  std::optional<std::size_t> safe_reading;
  Worksheet worksheet;  // of the plan chosen, in the first reading
  std::vector<std::string_view> assumptions;
  Findings findings;
};

/// The plan of the style asked for that keeps the match where there is one that does.
const ElectionPlan& chosen(const ElectionAnswer& answer, const ElectionReading& reading);

}  // namespace rothcheck
