// Files in and out: read whole, written beside and renamed.
#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "run/files/new_file.hpp"

namespace rothcheck::run {

/// What an `errno` means, in words.
std::string reason_of(int error);

/// The bytes of a file, or of standard input for `-`. Empty when it cannot be read; `reason` then
/// says why.
std::optional<std::string> read_file(const std::string& path, std::string& reason);

/// Writes a file that only its owner may read, unless said otherwise. It is written beside its
/// place and renamed when it is whole, so that a failure leaves what was there. A device or pipe is
/// written as it is. Returns why it failed, or nothing.
std::optional<std::string> write_file(const std::string& path,
                                      const std::function<void(std::ostream&)>& write,
                                      Readers readers = Readers::owner);

/// Writes a text in place of a file that is there, beside it and renamed like any other. Who may
/// read and write it stays as it was, and a link to it stays a link. Returns why it failed, or
/// nothing.
std::optional<std::string> rewrite_file(const std::string& path, std::string_view text);

/// The files that a name stands for: itself, or of a folder every `*.plan` in it and below, in
/// order.
std::vector<std::string> plan_files(const std::string& path);

}  // namespace rothcheck::run
