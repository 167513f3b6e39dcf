// A result as a tree of keys and values in the order written, so that JSON and whoever asks for one
// value of it read the same thing.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/money.hpp"

namespace rothcheck::reports {

struct Tree {
  enum class Shape : std::uint8_t { value, object, list };
  struct Null {
    friend bool operator==(Null, Null) = default;
  };
  using Value = std::variant<Null, Money, std::int64_t, std::string, bool>;

  std::string key;  // empty in a list and at the root
  Shape shape = Shape::value;
  Value value = Null{};
  std::vector<Tree> members;

  static Tree object(std::string key = "") { return {std::move(key), Shape::object, Null{}, {}}; }
  static Tree list(std::string key) { return {std::move(key), Shape::list, Null{}, {}}; }

  /// Adds a value and returns the object, so that an object reads as a list of its members.
  Tree& with(std::string_view name, Value member);
  Tree& with(std::string_view name, Money member) { return with(name, Value{member}); }
  /// A missing amount is null.
  Tree& with(std::string_view name, const std::optional<Money>& member);
  Tree& with(Tree member);
};

/// The value at a path such as `form_1099r.box_2a`. A member of a list goes by its `to`, its `id`
/// or its number from 0. Empty when there is nothing there.
const Tree* find(const Tree& tree, std::string_view path);

void write_json(const Tree& tree, std::ostream& out);

}  // namespace rothcheck::reports
