// The law that the code names is written down, and what is printed names none of our own notes.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/places.hpp"

namespace rothcheck::checker {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
  std::ifstream in{path};
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<fs::path> files_in(const std::vector<std::string>& folders,
                               const std::set<std::string>& extensions) {
  std::vector<fs::path> files;
  for (const std::string& folder : folders) {
    for (const auto& entry : fs::recursive_directory_iterator{tests::project(folder)}) {
      if (extensions.contains(entry.path().extension().string())) files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word(char c) {
  return is_digit(c) || c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::size_t digits_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

/// Each `R5.4` in the text that is a word of its own.
std::vector<std::string> numbers_in(std::string_view text) {
  std::vector<std::string> found;
  for (std::size_t at = text.find('R'); at != text.npos; at = text.find('R', at + 1)) {
    const std::size_t point = digits_end(text, at + 1);
    if (point == at + 1 || point >= text.size() || text[point] != '.') continue;
    const std::size_t end = digits_end(text, point + 1);
    const bool whole =
        (at == 0 || !is_word(text[at - 1])) && (end == text.size() || !is_word(text[end]));
    if (end != point + 1 && whole) found.emplace_back(text.substr(at, end - at));
  }
  return found;
}

std::string reading() { return text_of(tests::project("checker/law/READING.md")); }

/// Those that begin a sentence: `**R5.4**`.
std::vector<std::string> numbers() {
  const std::string text = reading();
  std::vector<std::string> all;
  for (const std::string& number : numbers_in(text)) {
    if (text.find("**" + number + "**") == text.npos) continue;
    if (std::find(all.begin(), all.end(), number) == all.end()) all.push_back(number);
  }
  return all;
}

/// Those of the list of sentences that no answer rests on.
std::set<std::string> listed() {
  const std::string text = reading();
  const std::size_t list = text.find("## 22. ");
  if (list == text.npos) return {};
  const std::vector<std::string> all = numbers_in(std::string_view{text}.substr(list));
  return {all.begin(), all.end()};
}

const std::vector<std::string> code = {"model",   "dsl", "intake", "checker",
                                       "reports", "run", "cli",    "tests"};
const std::set<std::string> sources = {".cpp", ".hpp", ".def"};

TEST(Reading, NumbersEachSentenceOnce) {
  const std::vector<std::string> all = numbers();
  EXPECT_GT(all.size(), 100u);
  const std::string text = reading();
  for (const std::string& number : all) {
    const std::string mark = "**" + number + "**";
    EXPECT_EQ(text.find(mark), text.rfind(mark)) << number;
  }
}

TEST(Reading, HasEverySentenceThatTheCodeNames) {
  const std::vector<std::string> all = numbers();
  const std::set<std::string> known{all.begin(), all.end()};
  std::size_t named = 0;
  for (const fs::path& path : files_in(code, sources)) {
    const std::string text = text_of(path);
    for (const std::string& number : numbers_in(text)) {
      EXPECT_TRUE(known.contains(number)) << path << " names " << number;
      ++named;
    }
  }
  EXPECT_GT(named, 50u);
  for (const std::string& number : numbers_in(reading()))
    EXPECT_TRUE(known.contains(number)) << "READING.md names " << number;
}

TEST(Reading, IsNamedByCodeOrCasesOrListedAsWhatNoAnswerRestsOn) {
  std::set<std::string> named;
  for (const fs::path& path : files_in(code, {".cpp", ".hpp", ".def", ".toml"})) {
    for (const std::string& number : numbers_in(text_of(path))) named.insert(number);
  }
  const std::set<std::string> unused = listed();
  EXPECT_GT(unused.size(), 10u);
  for (const std::string& number : numbers()) {
    EXPECT_NE(named.contains(number), unused.contains(number))
        << number << (unused.contains(number) ? " is listed and named" : " is not named");
  }
}

// Our notes are no words for users: neither their name, nor their numbers, nor their marks.
TEST(Reading, IsNotWhatIsPrinted) {
  const std::string notes = std::string{"law"} + ".md", mark = std::string{"UNS"} + "URE";
  for (const fs::path& path : files_in({"model", "dsl", "intake", "checker", "reports", "run",
                                        "cli", "docs", "plans", "tests/cases"},
                                       {".cpp", ".hpp", ".def", ".md", ".plan", ".toml"})) {
    const std::string text = text_of(path);
    EXPECT_EQ(text.find(notes), text.npos) << path;
    EXPECT_EQ(text.find(mark), text.npos) << path;
  }
  for (const fs::path& path :
       files_in({"model", "dsl", "intake", "checker", "reports", "run", "cli"},
                {".cpp", ".hpp", ".def"})) {
    std::istringstream lines{text_of(path)};
    for (std::string line; std::getline(lines, line);) {
      const std::string said = line.substr(0, std::min(line.find("//"), line.size()));
      const bool quotes = said.find('"') != said.npos;
      EXPECT_TRUE(!quotes || numbers_in(said).empty()) << path << ": " << line;
    }
  }
}

}  // namespace
}  // namespace rothcheck::checker
