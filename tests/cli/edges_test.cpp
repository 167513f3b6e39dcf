// docs/edges.md says what its own examples do: each file of it is written, each command run.
#include <sstream>
#include <vector>

#include "tests/cli/run.hpp"

namespace rothcheck::cli {
namespace {

std::string trimmed(const std::string& line) {
  const std::size_t first = line.find_first_not_of(' ');
  return first == line.npos ? "" : line.substr(first);
}

/// A fenced block: the word behind the fence, and its lines.
struct Block {
  std::string name;
  std::vector<std::string> lines;

  std::string text() const {
    std::string all;
    for (const std::string& line : lines) all += line + '\n';
    return all;
  }
};

std::vector<Block> blocks_of(const std::string& document) {
  std::vector<Block> blocks;
  std::istringstream in{document};
  bool inside = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("```")) {
      inside = !inside;
      if (inside) blocks.push_back({line.substr(3), {}});
    } else if (inside) {
      blocks.back().lines.push_back(line);
    }
  }
  return blocks;
}

class Edges : public Folder {
 protected:
  /// `$ rothcheck ...` and then lines that are in what it prints, in their order, and `exit N`.
  void follow(const Block& session) {
    std::size_t from = 0;
    int exit = 0;
    for (const std::string& line : session.lines) {
      if (line.starts_with("$ rothcheck ")) {
        exit = shell(line.substr(std::string_view{"$ rothcheck "}.size()));
        from = 0;
        ++commands_;
      } else if (line.starts_with("exit ")) {
        EXPECT_EQ(line, "exit " + std::to_string(exit)) << out_;
      } else {
        const std::size_t at = out_.find(trimmed(line), from);
        EXPECT_NE(at, out_.npos) << "not printed: " << line << "\n" << out_;
        if (at != out_.npos) from = at + trimmed(line).size();
      }
    }
  }

  int commands_ = 0;
};

TEST_F(Edges, AreAsTheirPageSays) {
  std::ifstream in{tests::project("docs/edges.md"), std::ios::binary};
  std::ostringstream document;
  document << in.rdbuf();
  for (const Block& block : blocks_of(document.str())) {
    if (block.name == "console") {
      follow(block);
    } else {
      write(block.name, block.text());
    }
  }
  EXPECT_GE(commands_, 12);
}

}  // namespace
}  // namespace rothcheck::cli
