// The answers of the strategies beside the plan check: a conversion, a distribution split over
// several destinations, an IRA backdoor. Each carries its derivation.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/derivation.hpp"
#include "model/finding.hpp"
#include "model/money.hpp"
#include "model/range.hpp"
#include "model/strategy_facts.hpp"

namespace rothcheck {

/// The boxes of Form 1099-R that the payment fills. Box 7 is empty while it depends on the age.
struct Form1099R {
  Money box_1, box_2a, box_4, box_5;
  std::string_view box_7;
};

/// What a number of months of waiting adds.
struct Delay {
  int months = 0;
  Money earnings;
  Money tax;  // on those earnings
};

struct Conversion {
  std::optional<int> year;
  bool from_roth = false;  // out of the plan's Roth account, which is no conversion any more
  PaidTo to = PaidTo::in_plan_roth;
  Money amount, taxable, nontaxable;
  Form1099R form;
  std::optional<Money> early_tax;     // on a payment to the person; empty while the age is open
  Money recapture;                    // the most an early withdrawal of it would cost
  std::optional<int> recapture_ends;  // the first year in which it would cost nothing
  std::optional<int> roth_qualifies;  // the first year in which the Roth account is old enough
  std::optional<Rate> tax_rate, growth;
  std::optional<Money> tax;  // on the taxable part, at the rate stated
  std::vector<Delay> waiting;
  Derivation derivation;
};

struct DestinationShare {
  Destination to = Destination::cash;
  Money pretax, after_tax;
};

struct Split {
  Money total, taxable, withheld;
  std::optional<Money> early_tax;  // empty while the age is open
  std::vector<DestinationShare> shares;
  Derivation derivation;
};

/// The taxable part of a conversion as Form 8606 works it out.
struct ProRata {
  Money nontaxable, taxable, basis_carried;
};

struct ReverseRollover {
  Money amount;
  ProRata after;  // of the conversion, with that money out of the IRAs
  Money less_taxable;
  std::optional<Money> less_tax;
};

/// Where income stands to the Roth IRA phase-out.
enum class PhaseOut : std::uint8_t { below, inside, above };
template <>
inline constexpr auto words<PhaseOut> = words_are({"below", "inside", "above"});

struct IraBackdoor {
  int year = 0;
  Money ira_limit;          // of all IRAs together
  Money contribution_left;  // of it, after what was contributed otherwise
  Money roth_ira_limit;     // of direct Roth IRA contributions
  PhaseOut phase_out = PhaseOut::below;
  Range phase_out_range;
  Money magi;
  std::optional<Money> amount;  // converted; what follows is empty without it
  std::optional<ProRata> pro_rata;
  Money pretax_left;  // of the IRAs: what a rollover into a plan would have to take
  std::optional<ReverseRollover> reverse_rollover;
  std::optional<Money> tax;
  Derivation derivation;
};

}  // namespace rothcheck
