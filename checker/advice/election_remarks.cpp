// Findings on elections, and their derivation.
#include "checker/advice/election_remarks.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "checker/advice/election_rows.hpp"
#include "checker/findings.hpp"

namespace rothcheck::checker {

namespace {

class Remarks {
 public:
  Remarks(const ElectionYear& year, const ElectionAnswer& answer) : year_{year}, answer_{answer} {}

  Findings all() {
    for (const ElectionReading& reading : answer_.readings) {
      earlier_ = found_.size();
      const ElectionPlan& plan = chosen(answer_, reading);
      on_match(reading, plan);
      on_reach(plan);
      on_year_end(plan);
      if (reading.now) on_now(*reading.now);
    }
    on_readings();
    on_percent_limits(chosen(answer_, answer_.readings.front()));
    return std::move(found_);
  }

 private:
  int in() const { return answer_.year; }

  /// Once, however many readings come to it: the first has the most match.
  void say(const FindingKind& kind, std::string message, std::string note = "", Span where = {}) {
    const auto earlier = found_.begin() + static_cast<std::ptrdiff_t>(earlier_);
    const bool said = std::any_of(found_.begin(), earlier,
                                  [&kind](const Finding& other) { return other.kind == &kind; });
    if (said) return;
    found_.push_back({&kind, std::move(message), where});
    if (!note.empty()) found_.back().notes.push_back({std::move(note)});
  }

  void on_match(const ElectionReading& reading, const ElectionPlan& plan) {
    // A match on every dollar misses what the grain leaves over; that is no matter of time.
    if (plan.match_cost > plan.deferrals.left() + plan.after_tax.left()) {
      say(finding::elections_cost_match,
          fmt::format("elections that are {} cost {} of the {} match of {}", plan.name,
                      to_string(plan.match_cost), to_string(plan.match + plan.match_cost), in()));
    }
    Money best;
    for (const ElectionPlan& other : reading.plans) best = greater(best, other.match);
    const Money gone = remainder(reading.whole_match, best);
    if (gone > Money{} && year_.pay().begun) {
      say(finding::match_gone, fmt::format("{} of the {} match of {} cannot be earned any more",
                                           to_string(gone), to_string(reading.whole_match), in()));
    }
  }

  void on_reach(const ElectionPlan& plan) {
    const auto cannot = [&](const Reach& reach, std::string_view what) {
      if (!reach.out_of_pay || reach.left() == Money{}) return;
      say(finding::elections_cannot_reach,
          fmt::format("{} reach {} of {} in {}: no paycheck left holds more", what,
                      to_string(reach.reached), to_string(reach.target), in()));
    };
    cannot(plan.deferrals, "deferrals");
    cannot(plan.after_tax, "after-tax elections");
  }

  void on_year_end(const ElectionPlan& plan) {
    if (plan.at_year_end > Money{}) {
      say(finding::match_at_year_end,
          fmt::format("{} of match comes as of December 31, {}", to_string(plan.at_year_end), in()),
          fmt::format("it counts under the {} limit of {}, whenever it is paid in; these elections "
                      "leave it its place",
                      to_string(answer_.additions_limit), in()));
    }
    if (plan.rows.empty() || plan.rows.back().on != date(in(), 12, 31)) return;
    if (plan.rows.back().match == Money{}) return;
    say(finding::match_at_year_end,
        fmt::format("{} of match comes with the pay date December 31, {}",
                    to_string(plan.rows.back().match), in()),
        fmt::format("ask payroll whether that paycheck, its elections and its match count for {}",
                    in()));
  }

  void on_now(const AsElected& now) {
    if (now.crowded_out > Money{}) {
      say(finding::after_tax_crowds_out,
          fmt::format("as elected now, {} of match no longer fits under {} in {}",
                      to_string(now.crowded_out), to_string(answer_.additions_limit), in()),
          now.full_on
              ? fmt::format("the annual additions limit is full on {}, and match comes after "
                            "it",
                            to_string(*now.full_on))
              : "");
    } else if (now.over > Money{}) {
      say(finding::planned_over_room,
          fmt::format("as elected now, {} goes in after tax, and the room of {} is {}",
                      to_string(now.after_tax), in(), to_string(now.room)));
    }
    if (now.match_cost > Money{}) {
      say(finding::match_lost,
          fmt::format("as elected now, {} of the {} match of {} is not earned",
                      to_string(now.match_cost), to_string(now.match + now.match_cost), in()));
    }
  }

  void on_readings() {
    if (answer_.readings.size() < 2) return;
    Money least = Money::ceiling(), most;
    for (const ElectionReading& reading : answer_.readings) {
      for (const ElectionPlan& plan : reading.plans) {
        least = lesser(least, plan.match);
        most = greater(most, plan.match);
      }
    }
    Span where;
    for (const MatchTerm& match : year_.terms().matches) where = match.where;
    const std::string_view silent = says_when_matched()
                                        ? "what the match does at the 401(a)(17) limit"
                                        : "when its match is figured";
    // Readings with one match have other paychecks.
    const std::string match = least == most
                                  ? fmt::format("{} either way", to_string(least))
                                  : fmt::format("{} to {}", to_string(least), to_string(most));
    say(finding::match_timing_silent,
        fmt::format("the plan does not say {}: {} in {}", silent, match, in()),
        "each reading has its elections; ask the plan which one is right", where);
  }

  bool says_when_matched() const {
    const std::vector<MatchTerm>& matches = year_.terms().matches;
    return std::all_of(matches.begin(), matches.end(), [](const MatchTerm& match) {
      const bool by_year = match.period == Period::year || match.true_up == true;
      return match.formulas.empty() || by_year || (match.period && match.true_up);
    });
  }

  /// Payroll may hold each paycheck to a limit that the plan states in percent of pay.
  void on_percent_limits(const ElectionPlan& plan) {
    for (const LimitTerm& limit : year_.terms().limits) {
      const Rate rate = limit.amount.of_pay;
      if (rate.is_zero() || limit.amount.unknown || limit.of_base_pay) continue;
      const bool deferrals = limit.kinds.has(Kind::pre_tax) && limit.kinds.has(Kind::roth);
      for (std::size_t i = 0; i < plan.rows.size(); ++i) {
        Money covered;
        if (deferrals) covered += plan.rows[i].deferral;
        if (limit.kinds.has(Kind::after_tax)) covered += plan.rows[i].after_tax;
        const Money counted = year_.deferral_holds()[i].counted;
        if (covered <= portion(rate, counted, Round::up)) continue;
        say(finding::election_over_percent,
            fmt::format("{} of the paycheck of {} is over {} of its pay of {}", to_string(covered),
                        to_string(plan.rows[i].on), to_percent_string(rate), to_string(counted)),
            "", limit.amount.where);
        break;
      }
    }
  }

  const ElectionYear& year_;
  const ElectionAnswer& answer_;
  Findings found_;
  std::size_t earlier_ = 0;  // how many of them the readings before have brought
};

}  // namespace

Findings findings_on(const ElectionYear& year, const ElectionAnswer& answer) {
  return Remarks{year, answer}.all();
}

Worksheet worksheet_of(const ElectionYear& year, const ElectionPlan& plan) {
  Explained record;
  year.result_with(plan.match, all_that_can_be_deferred(plan), record);
  Worksheet& lines = record.lines;
  // The match was given to the year as if it were stated; here it is that of the paychecks.
  for (Line& line : lines.lines) {
    if (line.kind == LineKind::match_stated) line.kind = LineKind::elect_match;
  }
  const auto enter = [&lines](const Reach& reach, Money so_far, LineKind target, LineKind before,
                              LineKind reached, LineKind missing) {
    lines.start(target, reach.target);
    lines.less(before, so_far);
    lines.less(reached, remainder(reach.reached, so_far));
    lines.result(missing, reach.left());
  };
  using enum LineKind;
  enter(plan.deferrals, year.so_far().deferrals, elect_deferrals, elect_deferrals_so_far,
        elect_deferrals_reached, elect_deferrals_missing);
  enter(plan.after_tax, year.so_far().after_tax, elect_after_tax, elect_after_tax_so_far,
        elect_after_tax_reached, elect_after_tax_missing);
  return std::move(record.lines);
}

}  // namespace rothcheck::checker
