// A page of the documentation that the program writes itself.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace rothcheck {

/// Expects the page to be as the program would write it; ROTHCHECK_ACCEPT=1 writes it anew.
inline void expect_page(const std::string& path, const std::string& page) {
  if (const char* accept = std::getenv("ROTHCHECK_ACCEPT"); accept && std::string{accept} == "1")
    std::ofstream{path, std::ios::binary} << page;
  std::ifstream in{path, std::ios::binary};
  const std::string found{std::istreambuf_iterator<char>{in}, {}};
  EXPECT_EQ(found, page) << "run the test with ROTHCHECK_ACCEPT=1";
}

}  // namespace rothcheck
