// A plan as its document states it: dated, by group, each clause with its place.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/participant.hpp"
#include "model/provision.hpp"

namespace rothcheck {

/// `expect KEY VALUE` of a scenario or a case. Money is compared as money, everything else as
/// words.
struct Expectation {
  std::string key;                 // "room", "verdict", "finding"
  std::string text;                // the value as written, for words
  std::optional<Money> low, high;  // for money; equal unless `between`
  Span where;
};

/// A unit test of the plan: one person and what the answer must be.
struct Scenario {
  std::string name;
  Participant person;
  std::optional<int> year;  // another year than the plan's
  std::vector<Expectation> expectations;
  Span where;
};

/// `waive CODE until DATE because "..."`.
struct Waiver {
  std::string code;  // a code or a name
  std::optional<Date> until;
  std::string because;
  Span where;
  Span within;  // the plan or block that it covers, braces included
};

/// `amendment "..." effective DATE`, for the record: its clauses are among the plan's, dated.
struct Amendment {
  std::string name;
  Date effective;
  Span where;
};

struct Plan {
  std::string name;
  Span where;  // the header line
  PlanType type;
  Span type_at;
  std::optional<int> year;
  std::string sponsor;
  std::vector<std::string> sources;

#define FEATURE(field, type, block, subject, meaning) std::vector<Provision<type>> field;
#include "model/features.def"
#undef FEATURE

  std::vector<Amendment> amendments;
  std::vector<Scenario> scenarios;
  std::vector<Waiver> waivers;
};

/// One row of features.def, for lists and documentation.
struct FeatureRow {
  std::string_view field, block, subject, meaning;
};
const std::vector<FeatureRow>& features();

/// Calls `visit` with each row and its member of `Plan`, in the order of the table.
template <class Visit>
void for_each_feature(Visit visit) {
#define FEATURE(field, type, block, subject, meaning) \
  visit(FeatureRow{#field, block, subject, meaning}, &Plan::field);
#include "model/features.def"
#undef FEATURE
}

}  // namespace rothcheck
