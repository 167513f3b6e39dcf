// Every row of a table is used by the code: what can be said is said somewhere, and what a plan can
// state is read somewhere.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>

#include "tests/places.hpp"

namespace rothcheck::checker {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
  std::ifstream in{path};
  return {std::istreambuf_iterator<char>{in}, {}};
}

bool is_word(char c) {
  return (c >= '0' && c <= '9') || c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

void add_words(std::string_view text, std::set<std::string>& words) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_word(text[end])) ++end;
    if (end != at) words.emplace(text.substr(at, end - at));
    at = end + 1;
  }
}

/// The words of the sources below a folder of the project; tables are no use of themselves.
std::set<std::string> words_of(const std::string& folder) {
  std::set<std::string> words;
  for (const auto& entry : fs::recursive_directory_iterator{tests::project(folder)}) {
    const std::string kind = entry.path().extension().string();
    if (kind == ".cpp" || kind == ".hpp") add_words(text_of(entry.path()), words);
  }
  return words;
}

/// The first cells of the rows `MACRO(cell, ...` of a table.
std::set<std::string> rows_of(const std::string& table, const std::string& macro) {
  const std::string text = "\n" + text_of(tests::project(table));
  const std::string begins = "\n" + macro + "(";
  std::set<std::string> rows;
  for (std::size_t at = text.find(begins); at != text.npos; at = text.find(begins, at + 1)) {
    const std::size_t first = at + begins.size();
    rows.insert(text.substr(first, text.find_first_of(",) ", first) - first));
  }
  return rows;
}

void expect_used(const std::string& table, const std::string& macro, const std::string& folder) {
  std::set<std::string> words = words_of(folder);
  const std::set<std::string> rows = rows_of(table, macro);
  // What the program says of itself and its files, its commands say too.
  if (folder == "run") words.merge(words_of("cli"));
  EXPECT_GT(rows.size(), 15u) << table;
  for (const std::string& row : rows)
    EXPECT_TRUE(words.contains(row)) << table << ": nothing in " << folder << "/ uses " << row;
}

TEST(Tables, HaveNoRowThatNothingUses) {
  expect_used("model/remarks.def", "ASSUMPTION", "checker");
  expect_used("model/remarks.def", "QUESTION", "checker");
  expect_used("model/worksheet.def", "LINE", "checker");
  expect_used("model/features.def", "FEATURE", "checker");
  for (const std::string folder : {"dsl", "intake", "checker", "run"})
    expect_used(folder + "/findings.def", "FINDING", folder);
}

}  // namespace
}  // namespace rothcheck::checker
