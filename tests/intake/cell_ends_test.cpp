// The walk over what ends cells: at the borders of its windows, and by words as by vectors.
#include "intake/csv/cell_ends.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace rothcheck::intake::plain {
namespace {

/// A text with the padding that a block has around it.
class Padded {
 public:
  explicit Padded(const std::string& text)
      : bytes_(2 * window_size + text.size(), '\0'), size_{text.size()} {
    text.copy(bytes_.data() + window_size, text.size());
  }
  const char* begin() const { return bytes_.data() + window_size; }
  const char* end() const { return begin() + size_; }

 private:
  std::vector<char> bytes_;
  std::size_t size_;
};

/// Where cells may end in the text, whose last byte has to be such a place.
std::vector<std::size_t> ends_of(const std::string& text, std::size_t from = 0) {
  const Padded padded{text};
  CellEnds ends{','};
  ends.start(padded.begin() + from);
  std::vector<std::size_t> found;
  do {
    found.push_back(static_cast<std::size_t>(ends.next() - padded.begin()));
  } while (found.back() + 1 < text.size());
  return found;
}

std::vector<std::size_t> ends_one_by_one(const std::string& text) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == ',' || byte <= '"' || byte >= 0x80) found.push_back(i);
  }
  return found;
}

TEST(CellEnds, AreFoundOnEitherSideOfABorder) {
  for (const std::size_t size : {0u, 1u, 62u, 63u, 64u, 65u, 127u, 128u, 129u, 200u}) {
    for (const char* end : {",", "\n", "\r\n", "\"", "\x80", "\t"}) {
      const std::string text = std::string(size, 'x') + end + std::string(70, 'y') + "\n";
      EXPECT_EQ(ends_of(text), ends_one_by_one(text)) << size;
    }
  }
}

TEST(CellEnds, AreFoundWhereEveryByteIsOne) {
  const std::string text(150, ',');
  EXPECT_EQ(ends_of(text).size(), text.size());
}

TEST(CellEnds, BeginAnywhere) {
  const std::string text = "ab,cd,ef\n";
  EXPECT_EQ(ends_of(text, 2), (std::vector<std::size_t>{2, 5, 8}));
  EXPECT_EQ(ends_of(text, 3), (std::vector<std::size_t>{5, 8}));
}

TEST(CellEnds, GoOnBehindACellThatWasReadOtherwise) {
  for (std::size_t size = 1; size <= 200; ++size) {
    const std::string text = "\"" + std::string(size, ',') + "\",b\n";
    const Padded padded{text};
    CellEnds ends{','};
    ends.start(padded.begin());
    EXPECT_EQ(ends.next(), padded.begin());
    ends.go_on(padded.end() - 2);  // at the b
    EXPECT_EQ(ends.next(), padded.end() - 1) << size;
  }
}

TEST(CellEnds, PassOverBlanks) {
  const std::string text = "a b! c,d\n";
  const Padded padded{text};
  CellEnds ends{','};
  ends.start(padded.begin());
  EXPECT_EQ(ends.past_blanks(ends.next()) - padded.begin(), 6);
  EXPECT_EQ(ends.past_blanks(ends.next()) - padded.begin(), 8);
}

TEST(CellEnds, AreTheSameByWordsAsByVectors) {
  std::mt19937 random{1};
  std::string text(window_size, '\0');
  for (const char separator : {',', ';', '\t', '|'}) {
    for (int round = 0; round < 2000; ++round) {
      for (char& byte : text) byte = static_cast<char>(random() % (round % 2 == 0 ? 256 : 0x30));
      std::uint64_t expected = 0;
      for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool ends = text[i] == separator || byte <= '"' || byte >= 0x80;
        expected |= std::uint64_t{ends} << i;
      }
      ASSERT_EQ(ends_by_words(text.data(), separator), expected);
#if defined(__SSE2__)
      ASSERT_EQ(ends_by_vectors(text.data(), separator), expected);
#endif
    }
  }
}

}  // namespace
}  // namespace rothcheck::intake::plain
