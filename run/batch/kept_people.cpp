#include "run/batch/kept_people.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace rothcheck::run {

bool KeptPeople::before(const Kept& a, const Kept& b) {
  return std::tuple{!a.to_look_at, b.room, a.block, a.index} <
         std::tuple{!b.to_look_at, a.room, b.block, b.index};
}

void KeptPeople::offer(const Participant& person, std::string_view id, const BriefAnswer& answer,
                       std::uint64_t block, std::uint64_t index) {
  Kept kept{.room = answer.room.most, .block = block, .index = index};
  for (const BriefFinding& finding : answer.findings)
    kept.to_look_at = kept.to_look_at || finding.kind->severity != Severity::info;
  if (heap_.size() == most_ && !before(kept, heap_.front())) return;
  kept.person = std::make_unique<Participant>(person);
  kept.person->id = id;
  if (answer.row == 0) {
    kept.person->row.reset();
  } else {
    kept.person->row = Cell{.line = answer.row, .row = answer.row};
  }
  keep(std::move(kept));
}

void KeptPeople::keep(Kept kept) {
  heap_.push_back(std::move(kept));
  std::push_heap(heap_.begin(), heap_.end(), before);
  if (heap_.size() <= most_) return;
  std::pop_heap(heap_.begin(), heap_.end(), before);
  heap_.pop_back();
}

void KeptPeople::add(KeptPeople&& others) {
  for (Kept& kept : others.heap_) keep(std::move(kept));
  others.heap_.clear();
}

std::vector<Participant> KeptPeople::take() {
  std::sort(heap_.begin(), heap_.end(), [](const Kept& a, const Kept& b) {
    return std::pair{a.block, a.index} < std::pair{b.block, b.index};
  });
  std::vector<Participant> people;
  for (Kept& kept : heap_) people.push_back(std::move(*kept.person));
  heap_.clear();
  return people;
}

}  // namespace rothcheck::run
