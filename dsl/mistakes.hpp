// How the grammar turns "this rule was expected here" into a finding, and where it goes on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "dsl/faults.hpp"
#include "model/source.hpp"

namespace rothcheck::dsl {

/// What the rules share while one text is parsed.
struct Reading {
  std::string_view text;
  std::uint16_t source;
  Faults& faults;
  bool mistaken = false;  // since a statement last asked

  std::size_t offset(const char* at) const { return static_cast<std::size_t>(at - text.data()); }
  Span span(const char* first, const char* last) const {
    return {source, static_cast<std::uint32_t>(offset(first)),
            static_cast<std::uint32_t>(offset(last))};
  }
  /// Whether the last thing before `at` is a closing brace.
  bool behind_block(const char* at) const;
  /// Reports what was expected where the text went another way; returns where the statement ends.
  /// The words in backticks of a rule's name are the ones that may stand there; what follows a `|`
  /// is not shown.
  const char* mistake(const char* where, const std::string& rule);
};

}  // namespace rothcheck::dsl
