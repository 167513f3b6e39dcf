// What the strategies take for granted, as sentences, each named in assumptions.def.
#pragma once

#include <string_view>

namespace rothcheck::checker::assumption {

#define ASSUMPTION(name, sentence) inline constexpr std::string_view name = sentence;
#include "checker/advice/assumptions.def"
#undef ASSUMPTION

}  // namespace rothcheck::checker::assumption
