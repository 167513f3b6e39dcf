// What of a text reaches a page, and that sums add up in any pieces.
#include <gtest/gtest.h>

#include <sstream>

#include "reports/html/parts.hpp"
#include "reports/html/writer.hpp"
#include "reports/tally.hpp"

namespace rothcheck::reports {
namespace {

TEST(HtmlText, HasNoMarkOfHtml) {
  EXPECT_EQ(html_text("<script>\"&'"), "&lt;script&gt;&quot;&amp;&#39;");
  EXPECT_EQ(html_text("a\nb\tc"), "a b c");
}

TEST(HtmlText, ShowsWhatWouldActOnTheReader) {
  EXPECT_EQ(html_text("E1\xE2\x80\xAE"
                      "1E"),
            "E1[U+202E]1E");
  EXPECT_EQ(html_text(std::string_view{"\0\x1B", 2}), "[U+0000][U+001B]");
  EXPECT_EQ(html_text("\xC2\x85\xEF\xBB\xBF"), "[U+0085][U+FEFF]");
  EXPECT_EQ(html_text("\xFFz"), "\xEF\xBF\xBDz");
  EXPECT_EQ(html_text("Zürich 59½ 中文"), "Zürich 59½ 中文");
}

TEST(Html, PutsEachTextInItsPlace) {
  std::ostringstream out;
  Html html{out};
  html("<a title=\"{}\">{}</a>", "{}\"", 7);
  EXPECT_EQ(out.str(), "<a title=\"{}&quot;\">7</a>");
}

TEST(Parts, CutALongTextAndSaySo) {
  EXPECT_EQ(shortened("abc", 3), "abc");
  EXPECT_EQ(shortened("äöüß", 3), "äöü… (4 characters)");
  EXPECT_EQ(shortened(std::string(10'000, 'x')), std::string(200, 'x') + "… (10,000 characters)");
}

TEST(Parts, GroupDigits) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(1'000), "1,000");
  EXPECT_EQ(grouped(1'234'567), "1,234,567");
  EXPECT_EQ(grouped(-1'000), "-1,000");
}

BriefAnswer answer(Verdict verdict, Money least, Money most, std::optional<Binding> binding) {
  BriefAnswer one;
  one.verdict = verdict;
  one.room = {least, most};
  one.binding = binding;
  return one;
}

TEST(Tally, AddsUpInAnyPieces) {
  const std::vector<BriefAnswer> people = {
      answer(Verdict::available, 999_usd, 999_usd, Binding::plan_limit),
      answer(Verdict::available, 1000_usd, 1000_usd, Binding::annual_additions_limit),
      answer(Verdict::no_room, {}, {}, Binding::plan_limit),
      answer(Verdict::undetermined, 5_usd, 7_usd, std::nullopt),
      answer(Verdict::undetermined, 1_usd, 2'000'000'000_usd, std::nullopt)};
  Tally whole, first, second;
  for (const BriefAnswer& one : people) whole.add(one);
  for (std::size_t i = 0; i < people.size(); ++i) (i % 2 == 0 ? first : second).add(people[i]);
  second.add(first);
  for (const Tally* tally : {&whole, &second}) {
    EXPECT_EQ(tally->people(), 5);
    EXPECT_EQ(tally->of(Verdict::available).room, 1999_usd);
    EXPECT_EQ(tally->of(Verdict::undetermined).open, (Range{6_usd, 8_usd}));
    EXPECT_TRUE(tally->of(Verdict::undetermined).boundless);
    EXPECT_EQ(tally->steps()[0], 1);
    EXPECT_EQ(tally->steps()[1], 1);
    const auto deciders = tally->deciders();
    ASSERT_EQ(deciders.size(), 3u);
    // A limit that leaves nothing is the limit that it is where it leaves something.
    EXPECT_EQ(deciders[0].first.binding, Binding::plan_limit);
    EXPECT_EQ(deciders[0].second.people, 2);
    EXPECT_EQ(deciders[0].second.with_room, 1);
  }
}

}  // namespace
}  // namespace rothcheck::reports
