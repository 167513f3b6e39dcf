#include "cli/options/mistakes.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

#include "model/finding.hpp"
#include "reports/unicode.hpp"
#include "run/cases/case_files.hpp"
#include "run/files/files.hpp"

namespace rothcheck::cli::options {

namespace {

using reports::printable;

/// The one word that begins so, else the nearest.
std::string_view meant_by(std::string_view word, const std::vector<std::string_view>& known) {
  const auto begins = [word](std::string_view other) { return other.starts_with(word); };
  if (word.size() > 1 && std::count_if(known.begin(), known.end(), begins) == 1)
    return *std::find_if(known.begin(), known.end(), begins);
  return nearest(word, known);
}

/// Whether a TOML file has a table of that name.
bool has_table(const std::string& path, std::string_view table) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) return false;
  std::string reason;
  const std::optional<std::string> text = run::read_file(path, reason);
  return text && text->find(table) != text->npos;
}

/// The commands that take a file of that kind; empty where it looks like none.
std::string commands_for(const std::string& path) {
  std::error_code ignored;
  const std::string shown = printable(path);
  const std::string kind = std::filesystem::path{path}.extension().string();
  if (std::filesystem::is_directory(path, ignored)) {
    if (run::holds_plans(path))
      return fmt::format("`rothcheck lint {0}` or `rothcheck test {0}`", shown);
    return run::case_files_in(path).empty() ? ""
                                            : fmt::format("`rothcheck test --cases {}`", shown);
  }
  if (kind == ".plan") {
    return fmt::format(
        "`rothcheck check {0}`, or with people `rothcheck check {0} --participants FILE`", shown);
  }
  if (kind == ".toml" && has_table(path, "[[case]]"))
    return fmt::format("`rothcheck test --cases {}`", shown);
  if (has_table(path, "[sums]")) return fmt::format("`rothcheck merge {}`", shown);
  constexpr std::array participants = {".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xml", ".toml"};
  if (std::find(participants.begin(), participants.end(), kind) != participants.end()) {
    return fmt::format("`rothcheck check PLAN --participants {0}`, or `rothcheck map {0}`", shown);
  }
  if (!std::filesystem::exists(path, ignored)) return "";
  return fmt::format("`rothcheck check {}`", shown);
}

std::vector<std::string> options_of(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back(name);
  }
  return names;
}

std::optional<std::string> empty_option(const CLI::App& app) {
  for (const CLI::Option* option : app.get_options()) {
    const std::vector<std::string>& values = option->results();
    if (std::find(values.begin(), values.end(), "") != values.end())
      return option->get_name(false, true);
  }
  for (const CLI::App* command : app.get_subcommands()) {
    if (auto name = empty_option(*command)) return name;
  }
  return std::nullopt;
}

/// `--year=`, which the library takes for an option whose value is the next word.
std::optional<std::string> cut_off_option(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--") break;
    if (word.starts_with("--") && word.ends_with('=') && word.find('=') == word.size() - 1)
      return std::string{word.substr(0, word.size() - 1)};
  }
  return std::nullopt;
}

}  // namespace

std::string_view command_word(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (!word.starts_with('-')) return word;
    if (word == "--color") {
      ++i;
    } else if (!word.starts_with("--color=")) {
      break;
    }
  }
  return {};
}

std::string wrong_command(std::string_view word, const std::vector<std::string_view>& commands) {
  const std::string taken = commands_for(std::string{word});
  if (!taken.empty())
    return fmt::format("{} is no command but a file; write {}", printable(word), taken);
  const std::string_view meant = meant_by(word, commands);
  return fmt::format(
      "there is no command {}; {}", printable(word),
      meant.empty() ? "`rothcheck --help` lists them" : fmt::format("did you mean {}?", meant));
}

std::optional<std::string> wrong_option(const CLI::App& app) {
  const std::vector<std::string> left = app.remaining(true);
  const auto word = std::find_if(left.begin(), left.end(), [](const std::string& one) {
    return one.size() > 1 && one.starts_with('-');
  });
  if (word == left.end()) return std::nullopt;
  std::string name = word->substr(0, word->find('='));
  const std::string said = printable(name);
  name.erase(0, name.find_first_not_of('-'));
  std::vector<std::string> known = options_of(app);
  std::string whose = "rothcheck";
  for (const CLI::App* command : app.get_subcommands()) {
    whose = command->get_name();
    const std::vector<std::string> own = options_of(*command);
    known.insert(known.end(), own.begin(), own.end());
  }
  const std::string_view meant = meant_by(name, {known.begin(), known.end()});
  return fmt::format("{} has no option {}; {}", whose, said,
                     meant.empty()
                         ? fmt::format("`{} --help` lists them",
                                       whose == "rothcheck" ? whose : "rothcheck " + whose)
                         : fmt::format("did you mean --{}?", meant));
}

std::optional<std::string> empty_value(const CLI::App& app, int argc, char** argv) {
  std::optional<std::string> name = cut_off_option(argc, argv);
  if (!name) name = empty_option(app);
  if (!name) return std::nullopt;
  return fmt::format("{} has an empty value; leave it out, or say which", *name);
}

}  // namespace rothcheck::cli::options
