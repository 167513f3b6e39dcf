// A first look at a text, before the grammar: is it plan text at all, and do its braces pair?
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "dsl/faults.hpp"
#include "model/source.hpp"

namespace rothcheck::dsl {

/// The comments of the text, or nothing where the grammar had better not try: the grammar recurses
/// as deep as blocks nest, and cannot find its way in a text whose braces do not pair.
std::optional<std::vector<Span>> scan(std::string_view text, std::uint16_t source, Faults& faults);

/// Where the quoted text that begins at `at` ends: past its closing quote, or at the end of the
/// line where it has none.
struct Quotation {
  std::size_t end;
  bool closed;
};
Quotation quotation(std::string_view text, std::size_t at);

/// Where the statement that goes on at `at` ends: a line end, `;`, `}`, or a `{` outside quotes and
/// comments.
std::size_t end_of_statement(std::string_view text, std::size_t at);

}  // namespace rothcheck::dsl
