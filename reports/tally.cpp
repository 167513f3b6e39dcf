#include "reports/tally.hpp"

#include <algorithm>
#include <tuple>

#include "reports/amounts.hpp"

namespace rothcheck::reports {

namespace {

auto in_order(const Decider& decider) {
  return std::tuple{decider.verdict, decider.binding, decider.where.source, decider.where.begin,
                    decider.where.end};
}

}  // namespace

void Share::add(const BriefAnswer& answer) {
  ++people;
  if (has_room(answer.verdict)) {
    ++with_room;
    room += answer.room.least;
  } else if (answer.verdict == Verdict::undetermined) {
    const bool bounded = !is_boundless(answer.room.most);
    open.least += answer.room.least;
    open.most += bounded ? answer.room.most : answer.room.least;
    boundless = boundless || !bounded;
  }
  if (answer.room_after_acp) after_test = after_test.value_or(Money{}) + *answer.room_after_acp;
}

void Share::add(const Share& others) {
  people += others.people;
  with_room += others.with_room;
  room += others.room;
  open = {open.least + others.open.least, open.most + others.open.most};
  boundless = boundless || others.boundless;
  if (others.after_test) after_test = after_test.value_or(Money{}) + *others.after_test;
}

Share& Tally::share_of(const Decider& decider) {
  const auto found = std::find_if(deciders_.begin(), deciders_.end(),
                                  [&](const auto& one) { return one.first == decider; });
  if (found != deciders_.end()) return found->second;
  return deciders_.emplace_back(decider, Share{}).second;
}

std::int64_t& Tally::count_of(const FindingKind& kind) {
  const auto found = std::find_if(findings_.begin(), findings_.end(),
                                  [&](const auto& one) { return one.first == &kind; });
  if (found != findings_.end()) return found->second;
  return findings_.emplace_back(&kind, 0).second;
}

void Tally::add(const BriefAnswer& answer) {
  by_verdict_[static_cast<std::size_t>(answer.verdict)].add(answer);
  const std::optional<bool>& status = answer.highly_compensated;
  by_status_[!status ? 2 : *status ? 0 : 1].add(answer);
  if (has_room(answer.verdict) && answer.room.least > Money{}) {
    std::size_t step = room_steps.size();
    while (Money::dollars(room_steps[--step]) > answer.room.least) continue;
    ++steps_[step];
  }
  // Where a fact is missing, what decides is that; a limit is one whether it leaves something or
  // not.
  const bool limited = has_room(answer.verdict) || answer.verdict == Verdict::no_room;
  Decider decider{.verdict = limited ? Verdict::available : answer.verdict};
  if (answer.verdict != Verdict::undetermined) {
    decider.binding = answer.binding;
    decider.where = answer.binding_at;
  }
  share_of(decider).add(answer);
  for (const BriefFinding& finding : answer.findings) ++count_of(*finding.kind);
}

void Tally::add(const Tally& others) {
  for (std::size_t i = 0; i < by_verdict_.size(); ++i) by_verdict_[i].add(others.by_verdict_[i]);
  for (std::size_t i = 0; i < by_status_.size(); ++i) by_status_[i].add(others.by_status_[i]);
  for (std::size_t i = 0; i < steps_.size(); ++i) steps_[i] += others.steps_[i];
  for (const auto& [decider, share] : others.deciders_) share_of(decider).add(share);
  for (const auto& [kind, count] : others.findings_) count_of(*kind) += count;
}

std::int64_t Tally::people() const {
  std::int64_t all = 0;
  for (const Share& share : by_verdict_) all += share.people;
  return all;
}

std::vector<std::pair<Decider, Share>> Tally::deciders() const {
  std::vector<std::pair<Decider, Share>> sorted = deciders_;
  std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
    return std::tuple{-a.second.people, in_order(a.first)} <
           std::tuple{-b.second.people, in_order(b.first)};
  });
  return sorted;
}

std::vector<std::pair<const FindingKind*, std::int64_t>> Tally::findings() const {
  auto sorted = findings_;
  std::sort(sorted.begin(), sorted.end(),
            [](const auto& a, const auto& b) { return a.first->code < b.first->code; });
  return sorted;
}

}  // namespace rothcheck::reports
