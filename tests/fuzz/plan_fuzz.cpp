// Any bytes as a plan file: no crash, either plans or a reason, and one layout that is stable and
// means the same. Then lint, a check of one person and the scenarios, in words that a terminal
// takes for words.
#include <cstddef>
#include <cstdint>
#include <sstream>

#include "cli/commands.hpp"
#include "dsl/format.hpp"
#include "dsl/load.hpp"
#include "tests/fuzz/in_memory.hpp"

namespace {

using namespace rothcheck;

void lay_out(Sources& sources, std::uint16_t source, const Outcome<std::vector<Plan>>& plans) {
  const auto laid = dsl::format(sources, source);
  fuzz::expect(laid || has_error(laid.findings));
  if (!laid) return;
  Sources again;
  const std::uint16_t second = again.add("input.plan", *laid.value);
  const auto twice = dsl::format(again, second);
  fuzz::expect(twice && *twice.value == *laid.value);
  const auto same = dsl::load(again, second);
  fuzz::expect(plans.value.has_value() == same.value.has_value());
  if (plans) fuzz::expect(plans.value->size() == same.value->size());
}

void run_commands(const std::string& path) {
  std::ostringstream out, err;
  const cli::Console console{out, err};
  const Date today = date(2026, 11, 27);
  cli::LintCommand lint;
  lint.plans = {path};
  lint.formats = {"text"};
  lint.as_of = today;
  fuzz::expect(cli::lint(lint, console) != cli::Exit::internal);
  for (const char* format : {"text", "json"}) {
    cli::CheckCommand check;
    check.plans = {path};
    check.with = {"age=52", "pay=200000", "prior_year_pay=190000", "class=pilots"};
    check.formats = {format};
    check.as_of = today;
    fuzz::expect(cli::check(check, console) != cli::Exit::internal);
  }
  cli::TestCommand test;
  test.plans = {path};
  test.coverage = true;
  fuzz::expect(cli::test(test, console) != cli::Exit::internal);
  fuzz::expect_tame(out.str());
  fuzz::expect_tame(err.str());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text{reinterpret_cast<const char*>(data), size};
  Sources sources;
  const std::uint16_t source = sources.add("input.plan", text);
  const auto plans = dsl::load(sources, source);
  fuzz::expect(plans || has_error(plans.findings));
  fuzz::expect_inside(plans.findings, size);
  lay_out(sources, source, plans);
  const fuzz::InMemory file{text};
  run_commands(file.path());
  return 0;
}
