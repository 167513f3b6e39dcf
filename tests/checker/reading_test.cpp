// The law that the code names is written down, and what is printed names none of our own notes.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>
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

std::vector<std::string> matches(const std::string& text, const std::string& pattern) {
  const std::regex wanted{pattern};
  std::vector<std::string> found;
  for (std::sregex_iterator at{text.begin(), text.end(), wanted}, end; at != end; ++at)
    found.push_back((*at)[1]);
  return found;
}

std::vector<std::string> numbers() {
  return matches(text_of(tests::project("checker/law/READING.md")), R"(\*\*(R[0-9]+\.[0-9]+)\*\*)");
}

const std::vector<std::string> code = {"model",   "dsl", "intake", "checker",
                                       "reports", "cli", "tests"};
const std::set<std::string> sources = {".cpp", ".hpp", ".def"};

TEST(Reading, NumbersEachSentenceOnce) {
  const std::vector<std::string> all = numbers();
  EXPECT_GT(all.size(), 100u);
  EXPECT_EQ(std::set<std::string>(all.begin(), all.end()).size(), all.size());
}

TEST(Reading, HasEverySentenceThatTheCodeNames) {
  const std::vector<std::string> all = numbers();
  const std::set<std::string> known{all.begin(), all.end()};
  std::size_t named = 0;
  for (const fs::path& path : files_in(code, sources)) {
    const std::string text = text_of(path);
    for (const std::string& number : matches(text, R"(\b(R[0-9]+\.[0-9]+)\b)")) {
      EXPECT_TRUE(known.contains(number)) << path << " names " << number;
      ++named;
    }
  }
  EXPECT_GT(named, 50u);
  for (const std::string& number :
       matches(text_of(tests::project("checker/law/READING.md")), R"(\b(R[0-9]+\.[0-9]+)\b)"))
    EXPECT_TRUE(known.contains(number)) << "READING.md names " << number;
}

// Our notes are no words for users: neither their name, nor their numbers, nor their marks.
TEST(Reading, IsNotWhatIsPrinted) {
  const std::string notes = std::string{"law"} + ".md", mark = std::string{"UNS"} + "URE";
  for (const fs::path& path : files_in(
           {"model", "dsl", "intake", "checker", "reports", "cli", "docs", "plans", "tests/cases"},
           {".cpp", ".hpp", ".def", ".md", ".plan", ".toml"})) {
    const std::string text = text_of(path);
    EXPECT_EQ(text.find(notes), text.npos) << path;
    EXPECT_EQ(text.find(mark), text.npos) << path;
  }
  for (const fs::path& path : files_in({"model", "dsl", "intake", "checker", "reports", "cli"},
                                       {".cpp", ".hpp", ".def"})) {
    std::istringstream lines{text_of(path)};
    for (std::string line; std::getline(lines, line);) {
      const std::string said = line.substr(0, std::min(line.find("//"), line.size()));
      EXPECT_TRUE(matches(said, R"rx("[^"]*\b(R[0-9]+\.[0-9]+)\b)rx").empty())
          << path << ": " << line;
    }
  }
}

}  // namespace
}  // namespace rothcheck::checker
