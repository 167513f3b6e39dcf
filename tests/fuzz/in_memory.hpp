// What the fuzzers share: a file that is nowhere on the disk, and what must hold of what is said.
#pragma once

#include <sys/mman.h>
#include <unistd.h>

#include <cstdlib>
#include <string>
#include <string_view>

#include "model/finding.hpp"

namespace rothcheck::fuzz {

/// Bytes under a path, as long as the object lives.
class InMemory {
 public:
  explicit InMemory(std::string_view bytes) : descriptor_{::memfd_create("input", 0)} {
    if (::write(descriptor_, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size()))
      std::abort();
    ::lseek(descriptor_, 0, SEEK_SET);
  }
  InMemory(const InMemory&) = delete;
  InMemory& operator=(const InMemory&) = delete;
  ~InMemory() { ::close(descriptor_); }

  std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

 private:
  int descriptor_;
};

inline void expect(bool holds) {
  if (!holds) std::abort();
}

/// Every place lies inside the text.
inline void expect_inside(const Findings& findings, std::size_t size) {
  for (const Finding& finding : findings)
    expect(finding.where.begin <= finding.where.end && finding.where.end <= size);
}

/// Nothing that a terminal takes for more than text.
inline void expect_tame(std::string_view text) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    expect((byte >= 0x20 || c == '\n' || c == '\t') && byte != 0x7F);
  }
}

}  // namespace rothcheck::fuzz
