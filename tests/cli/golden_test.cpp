// Every format of a check, whole, for one plan and six people: a change of a page shows in the diff
// of its golden. ROTHCHECK_ACCEPT=1 writes them anew.
#include "reports/formats.hpp"
#include "tests/accepted_page.hpp"
#include "tests/cli/run.hpp"
#include "tests/places.hpp"

namespace rothcheck::cli {
namespace {

class Golden : public Folder, public testing::WithParamInterface<std::string> {
 protected:
  void SetUp() override {
    for (const char* name : {"harbor.plan", "people.csv"})
      std::filesystem::copy_file(tests::project("tests/golden/") + name, path(name));
  }
};

TEST_P(Golden, IsWhatACheckPrints) {
  const std::string format = GetParam();
  shell("check harbor.plan --participants people.csv --quiet -f " + format);
  expect_page(tests::project("tests/golden/check." + format), out_);
}

std::vector<std::string> formats_of_check() {
  std::vector<std::string> names;
  for (const reports::Format& format : reports::formats()) {
    // Which bytes a workbook has is its library's affair.
    if (format.name != "xlsx") names.emplace_back(format.name);
  }
  return names;
}

INSTANTIATE_TEST_SUITE_P(Formats, Golden, testing::ValuesIn(formats_of_check()),
                         [](const auto& named) { return named.param; });

TEST_F(Golden, WorksheetIsWhatExplainPrints) {
  shell("check harbor.plan --participants people.csv --quiet --explain Ben");
  expect_page(tests::project("tests/golden/explain.text"), out_);
}

TEST_F(Golden, TestIsWhatAcpPrints) {
  shell("acp harbor.plan --participants people.csv");
  expect_page(tests::project("tests/golden/acp.text"), out_);
  shell("acp harbor.plan --participants people.csv -f json 2>/dev/null");
  expect_page(tests::project("tests/golden/acp.json"), out_);
}

}  // namespace
}  // namespace rothcheck::cli
