// The few people of very many whose rows a page shows: those with something to look at, and the
// largest rooms. Which they are does not depend on how the file is cut.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "model/brief_answer.hpp"
#include "model/participant.hpp"

namespace rothcheck::run {

class KeptPeople {
 public:
  explicit KeptPeople(std::size_t most) : most_{most} {}

  /// The place is that in the file: the block, and the person in it.
  void offer(const Participant& person, std::string_view id, const BriefAnswer& answer,
             std::uint64_t block, std::uint64_t index);
  void add(KeptPeople&& others);
  /// Those that are kept, in the order of the file.
  std::vector<Participant> take();

 private:
  struct Kept {
    bool to_look_at = false;
    Money room;
    std::uint64_t block = 0, index = 0;
    std::unique_ptr<Participant> person;  // which is large, and a heap moves what is in it
  };
  static bool before(const Kept& a, const Kept& b);
  void keep(Kept kept);

  std::size_t most_;
  std::vector<Kept> heap_;  // the first to go on top
};

}  // namespace rothcheck::run
