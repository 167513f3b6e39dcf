// The README's promise: its plan, its row and its answer are the program's own.
#include "tests/cli/run.hpp"
#include "tests/places.hpp"

namespace rothcheck::cli {
namespace {

class Readme : public Folder {
 protected:
  static std::string text() {
    std::ifstream in{tests::project("README.md"), std::ios::binary};
    std::ostringstream all;
    all << in.rdbuf();
    return all.str();
  }

  /// The first fenced block that begins with `start`, without its fences.
  static std::string block(const std::string& readme, const std::string& start) {
    const std::string fence = "```\n";
    const std::size_t begin = readme.find(fence + start);
    if (begin == readme.npos) return "";
    const std::size_t from = begin + fence.size();
    return readme.substr(from, readme.find("\n```", from) + 1 - from);
  }
};

TEST_F(Readme, ShowsTheRealAnswerToItsOwnExample) {
  const std::string readme = text();
  const std::string shown = block(readme, "$ rothcheck ");
  ASSERT_FALSE(shown.empty());
  write("acme.plan", block(readme, "plan \"Acme"));
  write("people.csv", block(readme, "id,"));
  ASSERT_EQ(shell("check acme.plan --participants people.csv --quiet"), 0);
  EXPECT_EQ(shown, "$ rothcheck check acme.plan --participants people.csv --quiet\n\n" + out_)
      << "copy the program's answer into README.md";
}

TEST_F(Readme, StaysShort) {
  const std::string readme = text();
  EXPECT_LT(std::count(readme.begin(), readme.end(), '\n'), 100);
}

}  // namespace
}  // namespace rothcheck::cli
