// What is done with the people of a long file, a block at a time.
#pragma once

#include <cstdint>
#include <string_view>

#include "model/participant.hpp"

namespace rothcheck::run {

/// One thread's.
class BlockVisitor {
 public:
  virtual ~BlockVisitor() = default;

  /// Before the people of a block.
  virtual void begin(std::uint64_t block) = 0;
  /// `row` is that of the participant file, where it is told.
  virtual void take(const Participant& person, std::string_view id, std::uint64_t row) = 0;
  /// Hands over what the block gave: block after block in their order, never two at a time. What
  /// was found in it may have ended the reading. False where nothing more can be done.
  virtual bool deliver(bool readable) = 0;
  /// Behind its last block; never two at a time, and in any order.
  virtual void finish() {}
};

}  // namespace rothcheck::run
