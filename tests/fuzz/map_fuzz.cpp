// Any bytes as a participant file whose columns `map` is asked about: no crash, and a proposal that
// a terminal takes for words.
#include <cstddef>
#include <cstdint>
#include <sstream>

#include "cli/commands.hpp"
#include "tests/fuzz/in_memory.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace rothcheck;
  const fuzz::InMemory file{{reinterpret_cast<const char*>(data), size}};
  std::ostringstream out, err;
  cli::MapCommand map;
  map.census.path = file.path();
  map.year = 2026;
  fuzz::expect(cli::map(map, {out, err}) != cli::Exit::internal);
  fuzz::expect_tame(out.str());
  fuzz::expect_tame(err.str());
  return 0;
}
