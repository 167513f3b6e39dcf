// Any bytes as a participant file: no crash, and either participants or a reason.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "intake/census.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  const rothcheck::intake::Census census = rothcheck::intake::read_census("census", text);
  if (census.participants.empty() && !rothcheck::has_error(census.findings)) std::abort();
  if (!census.readable && !census.participants.empty()) std::abort();
  for (const rothcheck::Finding& finding : census.findings) {
    if (!finding.cell || finding.cell->line == 0 || finding.message.size() > 200) std::abort();
  }
  return 0;
}
