// TOML scalars as text: numbers by their digits, never by their binary value.
#pragma once

#include <string>
#include <string_view>

#include "intake/toml/toml.hpp"

namespace rothcheck::intake {

struct PlainText {
  std::string text;        // as the file writes it; underscores of numbers left out
  std::string_view unfit;  // what stands there instead, where it cannot be taken as text: "a list"
};

/// Numbers may have one or two decimals. Exponents, infinities, other bases and longer fractions
/// are unfit, as lists and tables are: quoted text says exactly what is meant.
PlainText plain_text(const TomlValue& value);

}  // namespace rothcheck::intake
