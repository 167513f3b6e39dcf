#include "tests/oracle/year.hpp"

#include <algorithm>

#include "tests/oracle/fraction.hpp"

namespace rothcheck::oracle {
namespace {

constexpr int year_days = 365;
// 2026, in cents.
constexpr std::int64_t deferral_limit = 24'500'00;      // READING.md R3.1
constexpr std::int64_t additions_limit = 72'000'00;     // R2.1
constexpr std::int64_t counted_pay_limit = 360'000'00;  // READING.md, head: K

/// What of a stretch of days lies in the days of a clause, as a share of the year.
Fraction share(Days days, Fraction from, Fraction until) {
  const Fraction first = most(from, days.from), last = least(until, days.until);
  return first < last ? (last - first) / year_days : Fraction{};
}

bool covers_deferrals(Covers covers) { return covers != Covers::after_tax; }

class Year {
 public:
  explicit Year(const Case& given) : given_{given} {
    plan_pay_ = given.base_pay.value_or(given.pay);
    counted_ = std::min(plan_pay_, counted_pay_limit);
    for (const Limit& limit : given.limits) add_edges(limit.days);
    add_edges(given.after_tax);
    std::sort(edges_.begin(), edges_.end());
    edges_.erase(std::unique(edges_.begin(), edges_.end()), edges_.end());
  }

  Answer answer() {
    find_deferrals();
    Answer found;
    found.deferrals = deferrals_;
    found.employer = match();
    found.room = room(found.employer);
    return found;
  }

 private:
  void add_edges(Days days) {
    edges_.push_back(days.from);
    edges_.push_back(days.until);
  }

  template <class Visit>
  void for_each_part(Visit visit) const {
    int begins = 0;
    for (const int edge : edges_) {
      if (edge > begins) visit(Days{begins, edge});
      begins = std::max(begins, edge);
    }
    if (begins < year_days) visit(Days{begins, year_days});
  }

  static bool holds(Days clause, Days part) {
    return clause.from <= part.from && part.until <= clause.until;
  }
  static Fraction of_year(Days part) { return Fraction{part.until - part.from} / year_days; }

  /// What the limits on such money let in over a part of the year: the lowest, or all pay.
  template <class Which>
  Fraction ceiling_in(Days part, Which which) const {
    Fraction lowest = Fraction{given_.pay} * of_year(part);
    for (const Limit& limit : given_.limits) {
      if (!which(limit.covers) || !holds(limit.days, part)) continue;
      lowest = least(lowest, Fraction{limit.percent} / 100 * counted_ * of_year(part));
    }
    return lowest;
  }
  /// The same over the year: the parts add up.
  template <class Which>
  Fraction ceiling(Which which) const {
    Fraction sum;
    for_each_part([&](Days part) { sum = sum + ceiling_in(part, which); });
    return sum;
  }
  bool has_limit(Covers covers) const {
    return std::any_of(given_.limits.begin(), given_.limits.end(),
                       [covers](const Limit& limit) { return limit.covers == covers; });
  }

  /// The most is the deferral limit, pay, and what the plan's limits let in. An election stops
  /// there. Contributions that stop with pay are a percent of pay up to the limit alone.
  void find_deferrals() {
    Fraction ceiling_of_plan = given_.pay;
    for (const Covers covers : {Covers::deferrals, Covers::all_three}) {
      if (has_limit(covers))
        ceiling_of_plan =
            least(ceiling_of_plan, ceiling([=](Covers c) { return c == covers; }).down());
    }
    if (has_limit(Covers::deferrals) && has_limit(Covers::all_three))
      ceiling_of_plan = least(ceiling_of_plan, ceiling(covers_deferrals).down());
    const std::int64_t highest = least(ceiling_of_plan, deferral_limit).down();
    std::int64_t counted = plan_pay_;
    if (given_.stops == Stops::all) counted = std::min(counted, counted_pay_limit);
    switch (given_.election) {
      case Election::none:
        elected_ = highest;
        break;
      case Election::dollars:
        elected_ = given_.elected;
        break;
      case Election::percent:
        elected_ = (Fraction{given_.elected} / 100 * counted).nearest();
        break;
    }
    deferrals_ = std::min(elected_, highest);
    ends_early_ = given_.election == Election::percent && elected_ > highest;
  }

  /// Deferrals until a day: an election in percent goes on until it has reached what may be
  /// deferred, any other is even.
  Fraction deferred_until(Fraction day) const {
    if (!ends_early_) return Fraction{deferrals_} * day / year_days;
    return least(deferrals_, Fraction{elected_} * day / year_days);
  }

  static Fraction formula(const std::vector<Tier>& tiers, Fraction contributions, Fraction pay) {
    Fraction sum, edge;
    for (const Tier& tier : tiers) {
      const Fraction end = edge + Fraction{tier.width} / 100 * pay;
      const Fraction matched = most(Fraction{}, least(contributions, end) - edge);
      sum = sum + Fraction{tier.rate} / 100 * matched;
      edge = end;
    }
    return sum;
  }

  /// The formulas in force in a stretch of the year, for contributions and pay at a year's pace.
  Fraction formulas(Fraction from, Fraction until, Fraction contributions, Fraction pay) const {
    Fraction sum;
    for (const Formula& one : given_.match)
      sum = sum + share(one.days, from, until) * formula(one.tiers, contributions, pay);
    return sum;
  }

  /// The year at once: all of its matched contributions and its counted pay.
  Fraction match_of_year() const {
    Fraction contributions = deferrals_;
    if (given_.stops == Stops::match && plan_pay_ > counted_pay_limit) {
      const Fraction until = Fraction{counted_pay_limit} / plan_pay_;
      // To the cent, as contributions are.
      contributions = ends_early_ || given_.election == Election::percent
                          ? least(deferrals_, (until * elected_).nearest())
                          : Fraction{(until * deferrals_).nearest()};
    }
    return formulas(0, year_days, contributions, counted_);
  }

  /// Each period by itself: pay, contributions and formula of its days.
  Fraction match_of_periods() const {
    const bool stops = given_.stops != Stops::nothing && plan_pay_ > counted_pay_limit;
    const Fraction pay = stops ? plan_pay_ : counted_;
    const Fraction counted = stops ? counted_pay_limit : counted_;
    Fraction pace = elected_;
    // What goes in until pay reaches the limit goes in at a higher pace.
    if (stops && given_.stops == Stops::all)
      pace = (Fraction{elected_} * plan_pay_ / counted_pay_limit).nearest();
    Fraction sum;
    for (int i = 0; i < given_.periods; ++i) {
      const auto within = [&](Fraction until, Fraction each_year) {
        const Fraction left = until * given_.periods - each_year * i;
        return most(Fraction{}, least(left, each_year));
      };
      const Fraction pay_here = within(counted, pay);
      Fraction contributions = within(deferrals_, pace);
      if (pay_here < pay) contributions = (contributions * pay_here / pay).nearest();
      const Fraction from = Fraction{year_days * i} / given_.periods;
      const Fraction until = Fraction{year_days * (i + 1)} / given_.periods;
      sum = sum + formulas(from, until, contributions, pay_here);
    }
    return sum;
  }

  std::int64_t match() const {
    if (given_.periods == 1 || !ends_early_) return match_of_year().nearest();
    const Fraction periods = match_of_periods();
    return (given_.true_up ? most(periods, match_of_year()) : periods).nearest();
  }

  std::int64_t room(std::int64_t employer) const {
    if (given_.only_after_402g && deferrals_ < std::min(deferral_limit, given_.pay)) return 0;
    const Fraction none{};
    // 415(c): dollars, and pay. R2.1, R2.3
    Fraction lowest = most(none, Fraction{additions_limit} - deferrals_ - employer);
    lowest = least(lowest, most(none, Fraction{std::min(given_.pay, counted_pay_limit)} -
                                          deferrals_ - employer));
    std::int64_t pay = given_.pay;
    if (given_.stops == Stops::all) pay = std::min(pay, counted_pay_limit);
    lowest = least(lowest, most(none, of_year(given_.after_tax) * (Fraction{pay} - deferrals_)));
    // Each limit over the year.
    if (has_limit(Covers::all_three)) {
      lowest = least(lowest, most(none, ceiling([](Covers c) { return c == Covers::all_three; }) -
                                            deferrals_));
    }
    // All of them in each part, while after-tax money is taken, and the parts add up.
    Fraction sum;
    for_each_part([&](Days part) {
      if (!holds(given_.after_tax, part)) return;
      const Fraction deferred = deferred_until(part.until) - deferred_until(part.from);
      Fraction left = Fraction{given_.pay} * of_year(part) - deferred;
      left = least(left, ceiling_in(part, [](Covers c) { return c == Covers::after_tax; }));
      left =
          least(left, ceiling_in(part, [](Covers c) { return c == Covers::all_three; }) - deferred);
      sum = sum + most(none, left);
    });
    lowest = least(lowest, sum);
    return lowest.down();
  }

  const Case& given_;
  std::int64_t plan_pay_ = 0, counted_ = 0, elected_ = 0, deferrals_ = 0;
  bool ends_early_ = false;
  std::vector<int> edges_;
};

}  // namespace

Answer answer_of(const Case& year) { return Year{year}.answer(); }

}  // namespace rothcheck::oracle
