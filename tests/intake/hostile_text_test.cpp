// Texts made to overflow the stack, or to take time that grows faster than they do.
#include <gtest/gtest.h>

#include <array>
#include <string>

#include "intake/census.hpp"
#include "intake/findings.hpp"
#include "intake/toml/toml.hpp"
#include "intake/xlsx/zip.hpp"
#include "tests/intake/said.hpp"
#include "tests/intake/workbook_file.hpp"

namespace rothcheck::intake {
namespace {

std::string repeated(std::string_view text, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

bool is_read(const std::string& text) {
  return read_toml(text, 0, finding::participants_not_toml).value.has_value();
}

TEST(HostileText, TomlThatIsNestedTooDeepIsRefused) {
  constexpr int many = 20'000;
  for (const std::string& text :
       {repeated("a.", many) + "a = 1\n", "[" + repeated("a.", many) + "a]\n",
        "[[" + repeated("a . ", many) + "a]]\n", repeated("\"a\".", many) + "a = 1\n",
        "a = " + repeated("[", many) + repeated("]", many) + "\n",
        "a = " + repeated("{ a = ", many) + "1" + repeated(" }", many) + "\n",
        "a = { " + repeated("a.", many) + "a = 1 }\n"}) {
    EXPECT_FALSE(is_read(text)) << text.substr(0, 30);
  }
}

TEST(HostileText, OtherTomlIsReadHoweverManyDotsItHas) {
  for (const std::string& text :
       {"a = \"" + repeated("a.", 200) + "\"\n", "a = '''\n" + repeated("[.", 200) + "'''\n",
        "# " + repeated("[.", 200) + "\na = 1\n", "a = [" + repeated("1.5, ", 200) + "]\n",
        repeated("[[a]]\nb.c = { d = [1.5, \"]\\\"\"] }\n", 200)}) {
    EXPECT_TRUE(is_read(text)) << text.substr(0, 30);
  }
}

TEST(HostileText, ATagWithThousandsOfAttributesIsRefused) {
  std::string text = "<participants><participant id=\"E1\"";
  for (int i = 0; i < 100'000; ++i) text += " a" + std::to_string(i) + "=\"" + ">\"";
  const Census census = read_census("a.xml", text + "/></participants>", {});
  EXPECT_FALSE(census.readable);
  EXPECT_EQ(said(census.findings),
            (Lines{"1:1 CEN050 a tag has thousands of attributes, as no table of people has"}));
}

TEST(HostileText, APartThatIsUnpackedAgainAndAgainIsTooMuch) {
  const std::string bytes = zipped({{"sheet", std::string(std::size_t{63} << 20, ' ')}});
  Zip zip{bytes};
  const auto unpack = [&] {
    std::array<char, 1 << 16> block{};
    const ByteSource part = zip.open(zip.parts().front());
    while (part(block) != 0) continue;
    return zip.fault();
  };
  EXPECT_EQ(unpack(), Zip::Fault::none);
  EXPECT_EQ(unpack(), Zip::Fault::none);
  EXPECT_EQ(unpack(), Zip::Fault::too_large);
}

TEST(HostileText, ALongTextIsNoTag) {
  const std::string text = "<participants><participant id=\"E1\"><class>" +
                           repeated("a=b ", 8'000) + "</class></participant></participants>";
  EXPECT_TRUE(read_census("a.xml", text, {}).readable);
}

}  // namespace
}  // namespace rothcheck::intake
