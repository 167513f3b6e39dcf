// `elect` as text: what to elect, what it comes to, what the other styles cost, and the paychecks.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "reports/check_text.hpp"
#include "reports/clauses.hpp"
#include "reports/elect.hpp"
#include "reports/page.hpp"

namespace rothcheck::reports {

// Beside the one of CSV columns, which would hide it.
using rothcheck::to_string;

namespace {

std::string elected_words(const Elected& elected) {
  const bool nothing = elected == Elected{Money{}} || elected == Elected{Rate{}};
  return nothing ? "nothing" : to_string(elected);
}

std::string paychecks(std::size_t count) {
  return count == 1 ? "1 paycheck" : fmt::format("{} paychecks", count);
}

std::string step_words(const ElectionStep& step) {
  const std::string days =
      step.paychecks == 1 ? to_string(step.from)
                          : fmt::format("{} to {}", to_string(step.from), to_string(step.until));
  return fmt::format("{} ({}): defer {}, after tax {}", days,
                     paychecks(static_cast<std::size_t>(step.paychecks)),
                     elected_words(step.deferral), elected_words(step.after_tax));
}

std::string reach_words(const Reach& reach, std::string_view what) {
  if (reach.left() == Money{}) return fmt::format("{} {}, exactly", to_string(reach.reached), what);
  std::string words = fmt::format("{} of {} {}; {} left over", to_string(reach.reached),
                                  to_string(reach.target), what, to_string(reach.left()));
  if (reach.last) {
    words += fmt::format(", which {} in dollars on the last paycheck would take",
                         to_string(*reach.last));
  } else if (reach.out_of_pay) {
    words += ": no paycheck left holds more";
  } else {
    words += ": the last paycheck does not hold it";
  }
  return words;
}

std::string match_words(const ElectionPlan& plan) {
  std::string words = to_string(plan.match);
  words += plan.match_cost == Money{}
               ? ", as much as any schedule earns"
               : fmt::format(", {} less than could be earned", to_string(plan.match_cost));
  if (plan.at_year_end > Money{})
    words += fmt::format("; {} of it as of December 31", to_string(plan.at_year_end));
  return words;
}

std::string binding_words(const ElectionPlan& plan, const Sources& sources) {
  std::string words = fmt::format("{} of after-tax room in the year", to_string(plan.room));
  if (plan.binding) words += fmt::format(": {}", to_string(*plan.binding));
  if (plan.binding_at.somewhere())
    words += fmt::format(", {}", quoted_clause(sources, plan.binding_at));
  return words;
}

void write_limits(Page& page, const std::vector<LimitReached>& limits) {
  std::string_view label = "limits";
  for (const LimitReached& limit : limits) {
    page.entry(label, fmt::format("{}  {}, {}", to_string(limit.on), limit_words(limit.limit),
                                  to_string(limit.amount)));
    label = "";
  }
}

void write_plan(Page& page, const ElectionPlan& plan, const Sources& sources) {
  std::string_view label = "elect";
  for (const ElectionStep& step : plan.steps) {
    page.entry(label, step_words(step), Ink::bold);
    label = "";
  }
  page.entry("deferrals", reach_words(plan.deferrals, "deferred"));
  if (plan.catch_up > Money{})
    page.entry("", fmt::format("{} of it is catch-up", to_string(plan.catch_up)));
  page.entry("after tax", reach_words(plan.after_tax, "after tax"));
  page.entry("room", binding_words(plan, sources));
  page.entry("match", match_words(plan));
  write_limits(page, plan.limits);
}

void write_now(Page& page, const AsElected& now) {
  page.entry("as it is", fmt::format("with what is elected now: {} deferred, {} after tax, {} of "
                                     "match",
                                     to_string(now.deferrals.reached), to_string(now.after_tax),
                                     to_string(now.match)));
  const auto tell = [&page](Money amount, std::string_view what) {
    if (amount > Money{}) page.entry("", fmt::format("{} {}", to_string(amount), what));
  };
  tell(now.deferrals.left(), "may be deferred and is not");
  tell(remainder(now.room, now.after_tax), "of after-tax room stays empty");
  tell(now.over, "goes in after tax beyond the room");
  tell(now.match_cost, "of match is not earned");
  tell(now.crowded_out, "of match no longer fits under the annual additions limit");
  std::string_view label = "then";
  for (const LimitReached& limit : now.limits) {
    page.entry(label, fmt::format("{}  {}, {}", to_string(limit.on), limit_words(limit.limit),
                                  to_string(limit.amount)));
    label = "";
  }
}

void write_styles(const ElectionReading& reading, std::ostream& out) {
  out << fmt::format("    {:<22}{:>14}{:>14}{:>14}{:>14}\n", "", "deferrals", "after tax", "match",
                     "costs");
  for (const ElectionPlan& plan : reading.plans) {
    out << fmt::format("    {:<22}{:>14}{:>14}{:>14}{:>14}\n", plan.name,
                       to_string(plan.deferrals.reached), to_string(plan.after_tax.reached),
                       to_string(plan.match), to_string(plan.match_cost));
  }
}

void write_rows(const ElectionPlan& plan, std::ostream& out) {
  out << fmt::format("    {:<10}{:>13}{:>12}{:>12}{:>12}{:>14}{:>14}\n", "pay date", "pay",
                     "deferred", "after tax", "match", "deferrals", "additions");
  for (const PaycheckRow& row : plan.rows) {
    out << fmt::format("    {:<10}{:>13}{:>12}{:>12}{:>12}{:>14}{:>14}\n", to_string(row.on),
                       to_string(row.pay), to_string(row.deferral), to_string(row.after_tax),
                       to_string(row.match), to_string(row.deferrals_to_date),
                       to_string(row.additions_to_date));
    for (const LimitReached& limit : plan.limits) {
      if (limit.on == row.on) out << fmt::format("      ^ {}\n", limit_words(limit.limit));
    }
  }
  const Money end = plan.at_year_end + plan.other_employer;
  if (end == Money{} || plan.rows.empty()) return;
  out << fmt::format("    {:<10}{:>13}{:>12}{:>12}{:>12}{:>14}{:>14}\n", "year end", "", "", "",
                     to_string(end), "", to_string(plan.rows.back().additions_to_date + end));
}

bool same_elections(const ElectionPlan& a, const ElectionPlan& b) {
  return std::equal(a.rows.begin(), a.rows.end(), b.rows.begin(), b.rows.end(),
                    [](const PaycheckRow& x, const PaycheckRow& y) {
                      return x.deferral == y.deferral && x.after_tax == y.after_tax;
                    });
}

void write_reading(Page& page, const ElectionAnswer& answer, const ElectionReading& reading,
                   const Sources& sources, std::ostream& out) {
  const ElectionReading& first = answer.readings.front();
  const ElectionPlan& plan = chosen(answer, reading);
  if (!reading.takes.empty()) {
    page.blank();
    const auto number = &reading - answer.readings.data() + 1;
    page.paragraph(fmt::format("Reading {}", number), 0, 0, Ink::bold);
    std::string_view label = "if";
    for (const std::string& take : reading.takes) {
      page.entry(label, take, Ink::unsure);
      label = "or if";
    }
  }
  if (&reading != &first && same_elections(plan, chosen(answer, first))) {
    page.entry("elect", "the same as in the first reading", Ink::bold);
    page.entry("match", match_words(plan));
  } else {
    write_plan(page, plan, sources);
  }
  if (reading.now) write_now(page, *reading.now);
  page.blank();
  write_styles(reading, out);
}

}  // namespace

std::string limit_words(std::string_view limit) {
  if (limit == "401a17-limit") return "most pay that may be counted (401(a)(17))";
  std::string words{limit};
  std::replace(words.begin(), words.end(), '-', ' ');
  return words;
}

void write_elect_text(const ElectionAnswer& answer, const Sources& sources,
                      const LimitTable& limits, const CheckOptions& options, std::ostream& out) {
  Page page{out, options.width, options.colour};
  const ElectionPlan& plan = chosen(answer, answer.readings.front());
  page.paragraph(fmt::format("{}, {}", answer.plan, answer.year), 0, 0, Ink::bold);
  const std::string how =
      fmt::format("{} to defer and {} to put in after tax on {}",
                  to_string(remainder(plan.deferrals.target, answer.deferrals_so_far)),
                  to_string(remainder(plan.after_tax.target, answer.after_tax_so_far)),
                  paychecks(plan.rows.size()));
  page.headline("", fmt::format("ELECT {}", plan.name), Ink::good, how);
  page.entry("paid", fmt::format("{}, {} pay dates in {}; {} in all, {} so far",
                                 to_string(answer.schedule), answer.pay_dates, answer.year,
                                 to_string(answer.pay), to_string(answer.pay_so_far)));
  if (answer.pay_so_far > Money{}) {
    page.entry("so far",
               fmt::format("{} deferred, {} after tax, {} of match; elections from {} on",
                           to_string(answer.deferrals_so_far), to_string(answer.after_tax_so_far),
                           to_string(answer.match_so_far), to_string(answer.next)));
  }
  if (answer.readings.size() > 1) {
    page.entry("DEPENDS",
               answer.safe_reading
                   ? fmt::format("the plan does not say when its match is figured; the "
                                 "elections of reading {} stay within the limits "
                                 "whichever is right",
                                 *answer.safe_reading + 1)
                   : "the plan does not say when its match is figured, and no reading's "
                     "elections stay within the limits under all",
               Ink::unsure);
  }
  for (const ElectionReading& reading : answer.readings)
    write_reading(page, answer, reading, sources, out);
  page.blank();
  std::string_view label = "assumed";
  for (const std::string_view one : answer.assumptions) {
    page.entry(label, one);
    label = "";
  }
  write_finding_entries(page, sources, answer.findings);
  page.blank();
  page.paragraph(fmt::format("Paychecks, {}", plan.name), 0, 0, Ink::bold);
  write_rows(plan, out);
  page.blank();
  page.paragraph("Worksheet", 0, 0, Ink::bold);
  write_worksheet(page, answer.worksheet, sources, limits);
}

}  // namespace rothcheck::reports
