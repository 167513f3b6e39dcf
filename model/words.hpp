// The words of enums: one table each, read both ways.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <type_traits>

namespace rothcheck {

/// The words of an enum's values, in their order; each enum that has some states them behind
/// itself, with `words_are`.
template <class T>
inline constexpr auto words = nullptr;

template <std::size_t count>
constexpr std::array<std::string_view, count> words_are(const std::string_view (&all)[count]) {
  return std::to_array(all);
}

template <class T>
concept Spoken = std::is_enum_v<T> && requires { words<T>.size(); };

/// The word of a value: `pre-tax`.
template <Spoken T>
constexpr std::string_view to_string(T value) {
  return words<T>[static_cast<std::size_t>(value)];
}

/// Every value of an enum that has words.
template <Spoken T>
constexpr auto values() {
  std::array<T, words<T>.size()> all{};
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<T>(i);
  return all;
}

/// The value of a word.
template <Spoken T>
constexpr std::optional<T> named(std::string_view word) {
  for (const T value : values<T>()) {
    if (to_string(value) == word) return value;
  }
  return std::nullopt;
}

}  // namespace rothcheck
