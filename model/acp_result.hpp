// What came of the ACP nondiscrimination test, as far as a check of people tells it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "model/money.hpp"
#include "model/words.hpp"

namespace rothcheck {

/// A percentage in hundredths, as the regulation rounds it: 4.43% is 443.
struct Hundredths {
  std::int64_t count = 0;
  friend auto operator<=>(Hundredths, Hundredths) = default;
};

enum class AcpResult : std::uint8_t { pass, fail, exempt, undetermined };
template <>
inline constexpr auto words<AcpResult> = words_are({"pass", "fail", "exempt", "undetermined"});

/// The test of one census.
struct AcpOutcome {
  AcpResult result = AcpResult::undetermined;
  Hundredths nhce, hce, limit;
  Money excess_low, excess_high;  // to be paid back; equal where all is told
  std::int64_t people_back = 0;   // who get something back
  std::int64_t people_left_out = 0;
};

/// Whether a plan's after-tax money and match are tested, and what came of it.
struct AcpOfPlan {
  std::string_view untested;          // why they are not, with the law; empty where they are
  std::string_view safe_harbor;       // what one takes out of the test; empty where there is none
  std::optional<AcpOutcome> outcome;  // of the census, where there is one
};

}  // namespace rothcheck
