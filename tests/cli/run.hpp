// A folder of its own for each test, and the commands and the program run in it.
#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "cli/commands.hpp"
#include "tests/places.hpp"

namespace rothcheck::cli {

inline constexpr const char* acme =
    "plan \"Acme\" {\n"
    "    type 401(k)\n"
    "    year 2026; source \"SPD 2026\"; match none; nonelective none\n"
    "    contributions {\n"
    "        pre-tax allowed; roth allowed; after-tax allowed; catch-up allowed\n"
    "        limit 10% of pay on after-tax    cite \"SPD p. 10\"\n"
    "    }\n"
    "    in-plan-roth-rollover { after-tax allowed; automatic daily }\n"
    "    scenario \"Emily\" {\n"
    "        age 28; pay $150,000\n"
    "        expect room $15,000\n"
    "    }\n"
    "}\n";

class Folder : public testing::Test {
 protected:
  Folder() {
    std::string pattern = testing::TempDir() + "rothcheckXXXXXX";
    folder_ = ::mkdtemp(pattern.data());
  }
  ~Folder() override { std::filesystem::remove_all(folder_); }

  std::string path(const std::string& name) const { return (folder_ / name).string(); }

  std::string write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories((folder_ / name).parent_path());
    std::ofstream{path(name), std::ios::binary} << text;
    return path(name);
  }

  std::string read(const std::string& name) const {
    std::ifstream in{path(name), std::ios::binary};
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
  }

  template <class Command>
  Exit run(Exit (*function)(const Command&, const Console&), const Command& command) {
    std::ostringstream out, err;
    const Exit exit = function(command, Console{out, err});
    out_ = out.str();
    err_ = err.str();
    return exit;
  }

  /// Runs the program itself in a shell; what it printed is in `out_`.
  int shell(const std::string& arguments) {
    const std::string line =
        "cd '" + folder_.string() + "' && { " + tests::program() + " " + arguments + "; } 2>&1";
    out_.clear();
    FILE* pipe = ::popen(line.c_str(), "r");
    if (pipe == nullptr) return -1;
    char block[4096];
    for (std::size_t count; (count = std::fread(block, 1, sizeof block, pipe)) != 0;)
      out_.append(block, count);
    const int status = ::pclose(pipe);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  bool said(std::string_view text) const {
    return out_.find(text) != out_.npos || err_.find(text) != err_.npos;
  }

  std::filesystem::path folder_;
  std::string out_, err_;
};

}  // namespace rothcheck::cli
