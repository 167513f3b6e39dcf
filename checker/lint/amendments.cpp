// The clauses of an amendment beside those that they ended.
#include "checker/lint/amendments.hpp"

#include <algorithm>
#include <iterator>

namespace rothcheck::checker {
namespace {

bool is_within(Span inner, Span outer) {
  return inner.source == outer.source && inner.begin >= outer.begin && inner.end <= outer.end;
}

std::string without_blanks(std::string_view text) {
  std::string kept;
  std::copy_if(text.begin(), text.end(), std::back_inserter(kept),
               [](char c) { return c != ' ' && c != '\t'; });
  return kept;
}

/// Whether a clause of the block says other words than the one that it ended.
template <class T>
bool changes(const std::vector<Provision<T>>& clauses, Span block, const Sources& sources) {
  return std::any_of(clauses.begin(), clauses.end(), [&](const auto& clause) {
    if (!is_within(clause.where, block)) return false;
    return std::none_of(clauses.begin(), clauses.end(), [&](const auto& before) {
      return before.scope.until && clause.scope.from &&
             day_after(*before.scope.until) == *clause.scope.from &&
             without_blanks(sources.slice(before.where)) ==
                 without_blanks(sources.slice(clause.where));
    });
  });
}

}  // namespace

bool changes_something(const Plan& plan, const Sources& sources, Span block) {
  bool any = false;
  for_each_feature([&](const FeatureRow&, auto feature) {
    any = any || changes(plan.*feature, block, sources);
  });
  return any;
}

}  // namespace rothcheck::checker
