// Which clauses of a plan a person comes to.
#pragma once

#include <set>
#include <tuple>

#include "checker/judge/check.hpp"
#include "model/source.hpp"

namespace rothcheck::checker {

struct InReadingOrder {
  bool operator()(Span one, Span other) const {
    return std::tie(one.source, one.begin, one.end) <
           std::tie(other.source, other.begin, other.end);
  }
};

/// Places of clauses.
class Spans {
 public:
  void add(Span span) {
    if (span.somewhere()) spans_.insert(span);
  }
  bool has(Span span) const { return spans_.contains(span); }

 private:
  std::set<Span, InReadingOrder> spans_;
};

/// The clauses that a person's derivation has a line of, that permit the money or a way to Roth;
/// and the ceilings that decide.
struct Reached {
  Spans used, bound;
};

Reached clauses_reached(const Checker& checker, const Participant& person);

}  // namespace rothcheck::checker
