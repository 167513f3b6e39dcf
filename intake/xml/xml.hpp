// XML as a stream of tags and texts: nothing is kept, whatever the size of the document.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "intake/bytes.hpp"

namespace rothcheck::intake {

struct XmlAttribute {
  std::string_view name, value;
};

/// A start tag and its place, where its `<` stands. Names come without their namespace. Everything
/// in it is gone after the call that hands it over.
struct XmlTag {
  std::string_view name;
  std::span<const XmlAttribute> attributes;
  std::uint64_t line;
  int column;

  /// Empty where the tag has no such attribute.
  std::string_view value_of(std::string_view attribute) const {
    for (const XmlAttribute& each : attributes) {
      if (each.name == attribute) return each.value;
    }
    return {};
  }
};

/// What is told while a document is read. The reading ends when `open` or `close` answers false.
struct XmlEvents {
  std::function<bool(const XmlTag&)> open;
  std::function<void(std::string_view)> text;  // in pieces, character references resolved
  std::function<bool(std::string_view name)> close;
};

/// Where and why a document cannot be read on.
struct XmlFault {
  std::string message;
  std::string help;
  std::uint64_t line;
  int column;
};

/// Reads a document to its end, or until an event answers false. Document type declarations are
/// refused, so there are no entities to expand and nothing is ever fetched.
std::optional<XmlFault> read_xml(const ByteSource& bytes, const XmlEvents& events);

}  // namespace rothcheck::intake
