// What every section of the page of a check is written from.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "reports/behind.hpp"
#include "reports/html/writer.hpp"
#include "reports/report.hpp"
#include "reports/tally.hpp"

namespace rothcheck::reports {

/// The page, and the plan that its sections are about.
struct Context {
  Html& html;
  const CheckReport& report;
  const CheckOptions& options;
  const std::vector<Tally>& tallies;  // one a plan
  std::size_t number = 0;             // of the plan

  const PlanAnswer& plan() const { return report.plans[number]; }
  const Tally& tally() const { return tallies[number]; }
  const Sources& sources() const { return *report.sources; }
  /// What changes of the plan would do; none where none were tried.
  const PlanAdvice* advice() const {
    const Behind* behind = options.behind;
    return behind != nullptr && number < behind->advice.size() ? &behind->advice[number] : nullptr;
  }
  bool has_people() const { return report.summary.participants != 0; }
  bool of_several() const { return report.plans.size() > 1; }
  /// The sections of several plans are one level below their names.
  int level() const { return of_several() ? 3 : 2; }
  /// An id of the page: one plan has `room`, the second of several `room-2`.
  std::string id(std::string_view name) const {
    return number == 0 ? std::string{name} : std::string{name} + "-" + std::to_string(number + 1);
  }
};

/// The heading that a section begins with; `end_section` ends it.
void begin_section(const Context& context, std::string_view name, std::string_view heading);
void end_section(const Context& context);

// The sections, in the order of the page.
void write_in_short(const Context& context);
void write_plan_section(const Context& context);
void write_room_section(const Context& context);
void write_limits_section(const Context& context);
void write_test_section(const Context& context);
void write_changes_section(const Context& context);
void write_people_section(const Context& context);
/// Of the run as a whole.
void write_left_out_section(const Context& context);
void write_rests_section(const Context& context);

}  // namespace rothcheck::reports
