// A text loaded, with what the tests ask about it.
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/load.hpp"
#include "model/plan.hpp"

namespace rothcheck::dsl {

struct Loaded {
  Sources sources;
  std::uint16_t source;
  Outcome<std::vector<Plan>> outcome;

  explicit Loaded(std::string text)
      : source{sources.add("test.plan", std::move(text))}, outcome{load(sources, source)} {}

  const Findings& findings() const { return outcome.findings; }
  /// The one plan of a text without any finding.
  const Plan& plan() const {
    static const Plan none;
    EXPECT_TRUE(findings().empty()) << said();
    if (!outcome.value || outcome.value->size() != 1) {
      ADD_FAILURE() << "expected one plan";
      return none;
    }
    return outcome.value->front();
  }
  /// `2:5 SYN011 unknown statement ...`, one a line.
  std::string said() const {
    std::string text;
    for (const Finding& finding : findings()) {
      const Place place = sources.place(finding.where);
      text += std::to_string(place.line) + ":" + std::to_string(place.column) + " " +
              std::string{finding.kind->code} + " " + finding.message + "\n";
    }
    return text;
  }
  /// The notes of a finding, one a line.
  std::string notes(std::size_t index = 0) const {
    std::string text;
    if (index >= findings().size()) return text;
    for (const Note& note : findings()[index].notes) {
      text += note.text;
      if (note.where.somewhere()) {
        const Place place = sources.place(note.where);
        text += " " + std::to_string(place.line) + ":" + std::to_string(place.column);
      }
      text += "\n";
    }
    return text;
  }
  std::string_view slice(Span span) const { return sources.slice(span); }
};

/// A plan whose statements begin on line 2.
inline Loaded in_plan(const std::string& statements) {
  return Loaded{"plan \"Acme\" { type 401(k)\n" + statements + "\n}\n"};
}

}  // namespace rothcheck::dsl
