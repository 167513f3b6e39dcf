#include "run/batch/people.hpp"

#include <algorithm>

#include "checker/acp/acp.hpp"
#include "run/batch/partial.hpp"
#include "run/waivers.hpp"

namespace rothcheck::run {

namespace {

void waive_brief(const Plan& plan, Date as_of, std::vector<BriefFinding>& findings) {
  std::erase_if(findings, [&](const BriefFinding& finding) {
    Findings one{{.kind = finding.kind, .message = {}, .where = finding.where}};
    waive(plan, as_of, one);
    return one.empty();
  });
}

}  // namespace

void BatchTotals::add(const BatchTotals& others) {
  run::add(summary, others.summary);
  checker::add(acp, others.acp);
  gravest = std::max(gravest, others.gravest);
  masked_ids = masked_ids || others.masked_ids;
}

BatchPeople::BatchPeople(const BatchJob& job)
    : job_{job},
      batch_{job.checker},
      writer_{job.plan.name, job.columns, job.plan_file, job.id_key},
      kept_{job.most_kept} {}

void BatchPeople::add_room_after_acp(std::uint64_t row) {
  const RoomsOfRows& rooms = *job_.rooms_after_acp;
  const auto one = std::lower_bound(
      rooms.begin(), rooms.end(), row,
      [](const RoomOfRow& room, std::uint64_t wanted) { return room.row < wanted; });
  answer_.room_after_acp.reset();
  answer_.acp_constraint = {};
  if (one == rooms.end() || one->row != row) return;
  answer_.room_after_acp = one->room;
  answer_.acp_constraint = acp_constraint_of(one->room, answer_.room.least, answer_.binding);
}

void BatchPeople::answer(const Participant& person, std::string_view id, std::uint64_t row,
                         Rows& rows) {
  batch_.assess(person, answer_);
  answer_.row = row;
  if (!answer_.findings.empty()) {
    if (!job_.plan.waivers.empty()) waive_brief(job_.plan, job_.as_of, answer_.findings);
    for (const BriefFinding& finding : answer_.findings)
      totals_.gravest = std::max(totals_.gravest, std::optional{finding.kind->severity});
  }
  if (job_.rooms_after_acp != nullptr) add_room_after_acp(row);
  run::add(totals_.summary, answer_);
  if (job_.sums_for_acp) batch_.add_to_test(person, totals_.acp);
  if (job_.most_kept == 0) {
    rows.add(writer_, id, answer_);
    return;
  }
  tally_.add(answer_);
  kept_.offer(person, id, answer_, block_, index_++);
}

}  // namespace rothcheck::run
