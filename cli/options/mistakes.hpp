// What a mistyped command line is answered with: the word that was meant.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace rothcheck::cli::options {

/// The word that stands where a command belongs; empty where there is none.
std::string_view command_word(int argc, char** argv);

/// What to say of a word that is no command: the nearest one, or the command that takes such a
/// file.
std::string wrong_command(std::string_view word, const std::vector<std::string_view>& commands);

/// An option that is not there, after a parse that failed, and the nearest one.
std::optional<std::string> wrong_option(const CLI::App& app);

/// An option that was given nothing, as by a script whose variable is empty.
std::optional<std::string> empty_value(const CLI::App& app, int argc, char** argv);

}  // namespace rothcheck::cli::options
