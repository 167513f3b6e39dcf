// Files that are read as texts and shown with what is wrong with them: no file of people is.
#pragma once

#include <optional>
#include <string>

#include "model/finding.hpp"

namespace rothcheck::run {

/// As `read_file`, for a plan or any other text that is no participant file. One that looks like a
/// participant file is not read: its rows would stand in messages.
std::optional<std::string> read_no_people(const std::string& path, std::string& reason);

/// The finding for a file that is not read for such a reason.
const FindingKind& unread_kind(const std::string& reason);

/// Why a text that is no file is not read, as in a revision of git; empty where it may be.
std::string why_not_read(const std::string& text);

}  // namespace rothcheck::run
