// Many people at once: the scalar columns of the answer, without its derivation. The same law code
// as `Checker`, with the terms of each group settled once.
#pragma once

#include <memory>

#include "checker/judge/check.hpp"
#include "checker/terms/terms.hpp"
#include "model/acp.hpp"
#include "model/brief_answer.hpp"

namespace rothcheck::checker {

using rothcheck::BriefAnswer;

/// One thread's way through a census. Not to be shared between threads; the checker may be.
class Batch {
 public:
  explicit Batch(const Checker& checker);
  ~Batch();
  Batch(Batch&&) noexcept;

  /// Fills `answer` with what `Checker::assess` would say of the person.
  void assess(const Participant& person, BriefAnswer& answer);

  /// Adds what the person brings into the ACP test, whose sums pieces of a census can add up.
  void add_to_test(const Participant& person, AcpSums& sums);

  /// The terms of a group, settled once.
  const Terms& terms_of(const GroupFacts& group);

 private:
  struct Cache;
  struct Row;
  std::unique_ptr<Cache> cache_;
};

}  // namespace rothcheck::checker
