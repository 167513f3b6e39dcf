// Any bytes as a limits file and as a case file: no crash, and either values or a reason, at a
// place inside the text.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "intake/cases/cases.hpp"
#include "intake/limits/limits.hpp"

namespace {

void expect_inside(const rothcheck::Findings& findings, std::size_t size) {
  for (const rothcheck::Finding& finding : findings) {
    if (finding.where.begin > finding.where.end || finding.where.end > size) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  rothcheck::Sources sources;
  const std::uint16_t source =
      sources.add("input", std::string{reinterpret_cast<const char*>(data), size});
  rothcheck::LimitTable table;
  const rothcheck::Findings limits = rothcheck::intake::read_limits(sources, source, table);
  if (table.years().empty() != rothcheck::has_error(limits)) std::abort();
  expect_inside(limits, size);

  const auto cases = rothcheck::intake::read_cases(sources, source);
  if (!cases && !rothcheck::has_error(cases.findings)) std::abort();
  expect_inside(cases.findings, size);
  return 0;
}
