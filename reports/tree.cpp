// A result as a tree of keys and values.
#include "reports/tree.hpp"

#include <ostream>
#include <utility>

#include "reports/json_writer.hpp"

namespace rothcheck::reports {

namespace {

// Writes a value as JSON, by its type.
struct ValueWriter {
  JsonWriter& json;
  void operator()(Tree::Null) const { json.null(); }
  void operator()(Money amount) const { json.money(amount); }
  void operator()(std::int64_t number) const { json.number(number); }
  void operator()(const std::string& text) const { json.text(text); }
  void operator()(bool yes) const { json.flag(yes); }
};

void write(const Tree& tree, JsonWriter& json) {
  if (!tree.key.empty()) json.key(tree.key);
  switch (tree.shape) {
    case Tree::Shape::value:
      std::visit(ValueWriter{json}, tree.value);
      return;
    case Tree::Shape::object:
      json.begin_object();
      for (const Tree& member : tree.members) write(member, json);
      json.end_object();
      return;
    case Tree::Shape::list:
      json.begin_array();
      for (const Tree& member : tree.members) write(member, json);
      json.end_array();
      return;
  }
}

bool is_named(const Tree& member, std::string_view name) {
  for (const Tree& each : member.members) {
    const std::string* text = std::get_if<std::string>(&each.value);
    if ((each.key == "to" || each.key == "id") && text != nullptr && *text == name) return true;
  }
  return false;
}

const Tree* member_named(const Tree& tree, std::string_view name) {
  for (std::size_t i = 0; i < tree.members.size(); ++i) {
    const Tree& member = tree.members[i];
    if (tree.shape == Tree::Shape::object && member.key == name) return &member;
    if (tree.shape == Tree::Shape::list && (is_named(member, name) || std::to_string(i) == name)) {
      return &member;
    }
  }
  return nullptr;
}

}  // namespace

Tree& Tree::with(std::string_view name, Value member) {
  members.push_back({std::string{name}, Shape::value, std::move(member), {}});
  return *this;
}

Tree& Tree::with(std::string_view name, const std::optional<Money>& member) {
  return with(name, member ? Value{*member} : Value{Null{}});
}

Tree& Tree::with(Tree member) {
  members.push_back(std::move(member));
  return *this;
}

const Tree* find(const Tree& tree, std::string_view path) {
  const Tree* at = &tree;
  while (at != nullptr && !path.empty()) {
    const std::size_t dot = path.find('.');
    at = member_named(*at, path.substr(0, dot));
    path = dot == path.npos ? std::string_view{} : path.substr(dot + 1);
  }
  return at;
}

void write_json(const Tree& tree, std::ostream& out) {
  std::string text;
  JsonWriter json{text, JsonWriter::Layout::indented};
  write(tree, json);
  out << text << '\n';
}

}  // namespace rothcheck::reports
