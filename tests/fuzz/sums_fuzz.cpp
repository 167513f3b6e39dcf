// Any bytes as a file of sums and as a mapping file: no crash; sums that are taken are written and
// read back the same, and can be asked to be added to themselves.
#include <cstddef>
#include <cstdint>
#include <sstream>

#include "cli/commands.hpp"
#include "intake/census.hpp"
#include "intake/columns/mapping.hpp"
#include "run/batch/partial.hpp"
#include "tests/fuzz/in_memory.hpp"

namespace {

using namespace rothcheck;

std::string written(const run::Partial& partial) {
  std::ostringstream out;
  run::write_partial(partial, out);
  return out.str();
}

void expect_the_same_again(const run::Partial& partial, Sources& sources) {
  Findings findings;
  const std::uint16_t source = sources.add("again", written(partial));
  const auto again = run::read_partial(sources, source, findings);
  fuzz::expect(again && written(*again) == written(partial));
}

void merge_with_itself(const std::string& text) {
  const fuzz::InMemory one{text}, other{text};
  std::ostringstream out, err;
  cli::MergeCommand merge;
  merge.partials = {one.path(), other.path()};
  fuzz::expect(cli::merge(merge, {out, err}) != cli::Exit::internal);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text{reinterpret_cast<const char*>(data), size};
  Sources sources;
  const std::uint16_t source = sources.add("input", text);
  Findings findings;
  const auto partial = run::read_partial(sources, source, findings);
  fuzz::expect(partial || has_error(findings));
  if (partial) {
    expect_the_same_again(*partial, sources);
    merge_with_itself(text);
  }
  intake::CensusOptions options;
  options.year = 2026;
  if (!has_error(intake::read_mapping(sources, source, options.mapping))) {
    intake::read_census("census", "Employee No,Age,Salary,401k\nE1,28,150000,1\nE2,31,1,2\n",
                        options);
  }
  return 0;
}
