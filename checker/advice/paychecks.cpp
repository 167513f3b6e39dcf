// From a schedule and a few amounts to the paychecks of a year.
#include "checker/advice/paychecks.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "checker/advice/assumptions.hpp"
#include "checker/advice/facts.hpp"
#include "checker/advice/pay_dates.hpp"
#include "checker/findings.hpp"

namespace rothcheck::checker {

namespace {

class Reader {
 public:
  Reader(const ElectionFacts& facts, const Participant& person, int year)
      : facts_{facts}, person_{person}, year_{year} {}

  Outcome<PayYear> read() {
    read_dates();
    if (findings_.empty()) read_next();
    if (findings_.empty()) read_pay();
    if (!findings_.empty()) return {std::nullopt, std::move(findings_)};
    return {std::move(found_), {}};
  }

 private:
  void disagree(std::string message, std::string note) {
    findings_.push_back({&finding::facts_disagree, std::move(message)});
    findings_.back().notes.push_back({std::move(note)});
  }

  void read_dates() {
    need(facts_.schedule, "schedule", "elect", findings_);
    if (!facts_.schedule) return;
    found_.schedule = *facts_.schedule;
    switch (*facts_.schedule) {
      case PaySchedule::weekly:
        return read_every(7);
      case PaySchedule::biweekly:
        return read_every(14);
      case PaySchedule::semimonthly:
        return read_days(2, {15, last_day}, assumption::semimonthly_days);
      case PaySchedule::monthly:
        return read_days(1, {last_day}, assumption::monthly_day);
    }
  }

  /// A payment counts for the year in which it is paid, so that a pay date of January 1 is one of
  /// the year before.
  template <class Every>
  void take_dates(Every every) {
    if (facts_.holidays) {
      const bool federal = *facts_.holidays == PayHolidays::federal;
      dates_ = paid_in(year_, federal ? Moves::all : Moves::none, every);
      return;
    }
    // Who gives a holiday as a real pay date is paid on holidays.
    const bool on_holidays =
        facts_.first_pay_date && banking_day(*facts_.first_pay_date) != *facts_.first_pay_date;
    dates_ = paid_in(year_, on_holidays ? Moves::none : Moves::at_new_year, every);
    if (on_holidays) found_.assumptions.push_back(assumption::paid_on_holidays);
    if (dates_ != every(year_)) found_.assumptions.push_back(assumption::paid_before_new_year);
  }

  void read_every(int days) {
    if (facts_.first_pay_date) {
      take_dates([&](int year) { return pay_dates_every(days, *facts_.first_pay_date, year); });
      const bool one_more = static_cast<int>(dates_.size()) > 364 / days;
      if (one_more && !facts_.paycheck) found_.assumptions.push_back(assumption::one_more_paycheck);
      return;
    }
    say_missing("first_pay_date", "elect", findings_);
    findings_.back().notes.push_back(
        {fmt::format("any real pay date: it decides whether {} has {} or {} pay dates", year_,
                     364 / days, 364 / days + 1)});
  }

  void read_days(std::size_t count, const PayDays& usual, std::string_view assumed) {
    if (!facts_.pay_days) found_.assumptions.push_back(assumed);
    if (facts_.holidays != PayHolidays::federal)
      found_.assumptions.push_back(assumption::calendar_pay_dates);
    const PayDays days = facts_.pay_days.value_or(usual);
    take_dates([&](int year) { return pay_dates_on(days, year); });
    if (days.size() == count) return;
    disagree(fmt::format("{} pay has {} a month, pay_days has {}", to_string(found_.schedule),
                         count == 1 ? "one day" : "two days", days.size()),
             "give pay_days such as 15,last with semimonthly pay, and one day with monthly pay");
  }

  /// Who was hired or leaves in the year has the pay dates between.
  void keep_employed() {
    std::erase_if(dates_, [this](Date day) {
      return (person_.hire_date && day < *person_.hire_date) ||
             (person_.termination_date && day > *person_.termination_date);
    });
  }

  bool so_far_is_given() const {
    const auto given = [](const std::optional<Money>& amount) {
      return amount.value_or(Money{}) > Money{};
    };
    return given(facts_.pay_so_far) || given(facts_.deferrals_ytd) || given(facts_.match_ytd) ||
           given(person_.after_tax_ytd);
  }

  void read_next() {
    found_.pay_dates = static_cast<int>(dates_.size());
    keep_employed();
    if (!facts_.next_pay_date) {
      if (so_far_is_given()) {
        say_missing("next_pay_date", "elect", findings_);
        findings_.back().notes.push_back(
            {"amounts of the year so far are given: which is the first pay date after them?"});
        return;
      }
      found_.assumptions.push_back(assumption::nothing_paid_yet);
      found_.next = dates_.empty() ? date(year_, 1, 1) : dates_.front();
      return;
    }
    found_.next = *facts_.next_pay_date;
    if (year_of(found_.next) != year_) {
      return disagree(
          fmt::format("next_pay_date {} is not in {}", to_string(found_.next), year_),
          "give the first pay date of the year that new elections reach, or another --year");
    }
    const auto after = std::lower_bound(dates_.begin(), dates_.end(), found_.next);
    const bool by_week =
        found_.schedule == PaySchedule::weekly || found_.schedule == PaySchedule::biweekly;
    if (by_week && !is_bonus_date(found_.next) && after != dates_.end() && *after != found_.next) {
      disagree(fmt::format("next_pay_date {} is no {} pay date of first_pay_date {}",
                           to_string(found_.next), to_string(found_.schedule),
                           to_string(*facts_.first_pay_date)),
               fmt::format("the first on or after it is {}", to_string(*after)));
    }
  }

  bool is_bonus_date(Date day) const {
    const DatedAmounts& bonuses = bonus_list();
    return std::any_of(bonuses.begin(), bonuses.end(),
                       [day](const DatedAmount& bonus) { return bonus.on == day; });
  }

  const DatedAmounts& bonus_list() const {
    static const DatedAmounts none;
    return facts_.bonuses ? *facts_.bonuses : none;
  }

  Paycheck& paycheck_on(Date day) {
    auto place = std::lower_bound(found_.left.begin(), found_.left.end(), day,
                                  [](const Paycheck& check, Date on) { return check.on < on; });
    if (place == found_.left.end() || place->on != day)
      place = found_.left.insert(place, Paycheck{day, {}, {}});
    return *place;
  }

  void read_bonuses() {
    found_.paychecks = found_.pay_dates;
    for (const DatedAmount& bonus : bonus_list()) {
      if (year_of(bonus.on) != year_) {
        disagree(fmt::format("the bonus of {} is not in {}", to_string(bonus.on), year_),
                 "a bonus belongs to the year in which it is paid");
        continue;
      }
      if (!std::binary_search(dates_.begin(), dates_.end(), bonus.on)) ++found_.paychecks;
      if (bonus.on < found_.next) {
        found_.bonus_so_far += bonus.amount;
      } else {
        paycheck_on(bonus.on).bonus += bonus.amount;
      }
    }
  }

  Money regular_on(Date day) const {
    Money regular = *facts_.paycheck;
    for (const DatedAmount& raise : facts_.raises.value_or(DatedAmounts{})) {
      if (raise.on <= day) regular = raise.amount;
    }
    return regular;
  }

  void read_pay() {
    std::size_t paid = 0;
    for (const Date day : dates_) {
      if (day < found_.next) {
        ++paid;
      } else {
        paycheck_on(day);
      }
    }
    read_bonuses();
    found_.begun = paid > 0 || found_.bonus_so_far > Money{} || so_far_is_given();
    if (facts_.pay_so_far) {
      hold(found_.bonus_so_far, "bonuses so far", *facts_.pay_so_far, "pay_so_far", findings_);
      found_.regular_so_far = remainder(*facts_.pay_so_far, found_.bonus_so_far);
    }
    if (facts_.paycheck) {
      pay_by_paycheck(paid);
    } else if (facts_.raises) {
      say_missing("paycheck", "a raise", findings_);
    } else if (person_.pay) {
      pay_by_year(paid);
    } else {
      say_missing("pay or paycheck", "elect", findings_);
      findings_.back().notes.front() = {
          "give --with paycheck=..., the regular pay of a pay date, or --with pay=... of the year"};
    }
  }

  void pay_by_paycheck(std::size_t paid) {
    for (const Date day : dates_) {
      if (day >= found_.next) paycheck_on(day).regular = regular_on(day);
    }
    if (!facts_.pay_so_far) {
      for (std::size_t i = 0; i < paid; ++i) found_.regular_so_far += regular_on(dates_[i]);
      if (paid > 0) found_.assumptions.push_back(assumption::pay_so_far_by_schedule);
    }
    if (!person_.pay || *person_.pay == found_.pay()) return;
    disagree(fmt::format("pay {} is not the {} that the paychecks of {} add up to",
                         to_string(*person_.pay), to_string(found_.pay()), year_),
             fmt::format("{} pay dates in {}; leave pay out, or leave paycheck out to have it "
                         "spread over them",
                         found_.pay_dates, year_));
  }

  /// What is left of the year's pay, in equal parts to a cent. Each part goes to the cent at which
  /// the sum so far stands, so that they add up.
  void pay_by_year(std::size_t paid) {
    found_.assumptions.push_back(assumption::even_paychecks);
    const Money fixed = found_.bonus() + found_.regular_so_far;
    hold(fixed, "bonuses and pay so far, together", *person_.pay, "pay", findings_);
    const bool so_far_known = facts_.pay_so_far.has_value();
    if (!so_far_known && paid > 0) found_.assumptions.push_back(assumption::pay_so_far_by_schedule);
    const std::size_t first = so_far_known ? paid : 0;
    const Money spread = remainder(*person_.pay, fixed);
    const auto count = static_cast<std::int64_t>(dates_.size() - first);
    if (count == 0 && spread > Money{}) {
      return disagree(fmt::format("{} of pay has no pay date left", to_string(spread)),
                      "pay is that of the whole year, pay_so_far what of it has been paid");
    }
    Money before;
    for (std::int64_t i = 0; i < count; ++i) {
      const Money until = portion(Rate{i + 1, count}, spread, Round::nearest);
      const Date day = dates_[first + static_cast<std::size_t>(i)];
      (day < found_.next ? found_.regular_so_far : paycheck_on(day).regular) += until - before;
      before = until;
    }
  }

  const ElectionFacts& facts_;
  const Participant& person_;
  int year_;
  PayYear found_;
  std::vector<Date> dates_;
  Findings findings_;
};

}  // namespace

Money PayYear::regular() const {
  Money sum = regular_so_far;
  for (const Paycheck& check : left) sum += check.regular;
  return sum;
}

Money PayYear::bonus() const {
  Money sum = bonus_so_far;
  for (const Paycheck& check : left) sum += check.bonus;
  return sum;
}

Outcome<PayYear> pay_year_of(const ElectionFacts& facts, const Participant& person, int year) {
  return Reader{facts, person, year}.read();
}

}  // namespace rothcheck::checker
