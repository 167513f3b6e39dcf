// What the strategies need of the facts given, and how they say that one is missing or cannot be.
#pragma once

#include <optional>
#include <string_view>

#include "model/finding.hpp"
#include "model/money.hpp"

namespace rothcheck::checker {

/// Adds a finding for a fact that `what` cannot do without.
template <class T>
void need(const std::optional<T>& fact, std::string_view name, std::string_view what,
          Findings& findings);
void say_missing(std::string_view name, std::string_view what, Findings& findings);

/// Adds a finding where a part is more than its whole, and shows both.
void hold(Money part, std::string_view part_name, Money whole, std::string_view whole_name,
          Findings& findings);

template <class T>
void need(const std::optional<T>& fact, std::string_view name, std::string_view what,
          Findings& findings) {
  if (!fact) say_missing(name, what, findings);
}

}  // namespace rothcheck::checker
