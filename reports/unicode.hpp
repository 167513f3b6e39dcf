// UTF-8 as reports need it: measured in columns, made whole, and kept from acting on a terminal.
#pragma once

#include <string>
#include <string_view>

namespace rothcheck::reports {

/// How many columns of a terminal `text` takes: East Asian characters two, combining marks none,
/// any other code point and any byte that is not UTF-8 one.
int columns_of(std::string_view text);
/// Whether a character does something where it is shown, a control or a mark that turns the
/// direction of writing, and is nothing to read.
bool acts_on_reader(char32_t point);
/// `text` on one line, with what would act on the reader shown as its code point, `[U+202E]`.
std::string visible(std::string_view text);
/// `text` with every byte that is not UTF-8 replaced by U+FFFD.
std::string whole_utf8(std::string_view text);
/// `text` for a terminal: whole, and with control and direction-changing characters replaced, so
/// that no text of a file can move the cursor or hide what stands next to it.
std::string printable(std::string_view text);

}  // namespace rothcheck::reports
