// Every kind of finding that the program knows, whichever folder speaks of it.
#pragma once

#include <string_view>
#include <vector>

#include "model/finding.hpp"

namespace rothcheck::run {

/// By code.
const std::vector<const FindingKind*>& catalogue();
/// The kind of that code (`mbr101` too) or name; null when there is none.
const FindingKind* kind_named(std::string_view code_or_name);
/// Those of a family (`MBR`) and those with a word in their name (`in-plan rollover`); all for
/// none.
std::vector<const FindingKind*> kinds_about(std::string_view topic);
/// The name or code that was probably meant; empty when none is near.
std::string_view nearest_kind(std::string_view code_or_name);

}  // namespace rothcheck::run
