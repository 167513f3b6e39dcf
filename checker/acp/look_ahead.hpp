// The highly compensated with other after-tax money than they have, and whether that passes.
#pragma once

#include <memory>
#include <vector>

#include "checker/acp/counting.hpp"

namespace rothcheck::checker {

/// A highly compensated employee whose after-tax money is still to be settled.
struct AheadMember {
  const TestedEmployee* employee;
  Money beside;  // what counts besides after-tax money and its match
  Money room;    // for after-tax money, by law, plan and pay; more than anybody has where not asked
  bool room_told = true;                          // else the most that it can be
  std::shared_ptr<const MatchOfFormula> formula;  // where after-tax money earns match

  Money at_rate(Hundredths rate) const;
  Money at_cap(Money cap) const { return lesser(cap, room); }
};

class LookAhead {
 public:
  LookAhead(const Checker::Ready& ready, const TestedPeople& people, const Way& way);
  /// Fills in the room that everybody has.
  void ask_rooms(const Checker& checker);

  bool passes_at_rate(Hundredths rate) const;
  bool passes_at_cap(Money cap) const;
  const std::vector<AheadMember>& members() const { return members_; }

 private:
  struct Part {
    std::size_t first, last;  // of the members
    Hundredths nhce;
  };
  template <class Amount>
  bool passes_with(Amount after_tax) const;

  const TestedPeople& people_;
  MatchCounting match_;
  std::vector<Part> parts_;  // in which there is a test
  std::vector<AheadMember> members_;
};

}  // namespace rothcheck::checker
