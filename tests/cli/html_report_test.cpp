// `check -f html`: one file that asks nobody for anything, the same bytes each time, and harmless
// whatever stands in its inputs.
#include <sys/stat.h>

#include <regex>

#include "reports/sha256.hpp"
#include "tests/cli/run.hpp"

namespace rothcheck::cli {
namespace {

class HtmlReport : public Folder {
 protected:
  void SetUp() override { write("acme.plan", acme); }

  std::string page(const std::string& arguments) {
    shell("check acme.plan --quiet " + arguments + " -f html:page.html");
    return read("page.html");
  }

  static std::string between(const std::string& text, const std::string& begin,
                             const std::string& end) {
    const std::size_t at = text.find(begin);
    if (at == text.npos) return {};
    const std::size_t first = at + begin.size();
    return text.substr(first, text.find(end, first) - first);
  }

  static int count(const std::string& text, const std::string& part) {
    int found = 0;
    for (std::size_t at = 0; (at = text.find(part, at)) != text.npos; at += part.size()) ++found;
    return found;
  }
};

TEST_F(HtmlReport, LetsInNothingButItsOwnStyleAndScript) {
  write("people.csv", "id,age,pay,prior_year_pay,pre_tax\nE1,30,150000,140000,10000\n");
  const std::string html = page("--participants people.csv");
  const auto hash = [](const std::string& text) {
    return "'sha256-" + reports::base64(reports::sha256(text)) + "'";
  };
  const std::string policy = between(html, "Content-Security-Policy\" content=\"", "\"");
  EXPECT_NE(policy.find("default-src &#39;none&#39;"), policy.npos) << policy;
  EXPECT_NE(policy.find(std::regex_replace(hash(between(html, "<style>", "</style>")),
                                           std::regex{"'"}, "&#39;")),
            policy.npos);
  EXPECT_NE(policy.find(std::regex_replace(hash(between(html, "<script>", "</script>")),
                                           std::regex{"'"}, "&#39;")),
            policy.npos);
  for (const char* request : {"http:", "https:", "src=", "url(", "@import", "style=\""})
    EXPECT_EQ(count(html.substr(0, html.find("<script>")), request), 0) << request;
  EXPECT_FALSE(std::regex_search(html, std::regex{"<[^>]* on[a-z]+="}));
  EXPECT_FALSE(std::regex_search(html, std::regex{"href=\"[^#]"}));
}

TEST_F(HtmlReport, IsTheSameEachTimeWhateverTheLocaleAndTheZone) {
  write("people.csv", "id,age,pay,prior_year_pay,pre_tax\nE1,30,150000,140000,10000\n");
  const std::string once = page("--participants people.csv");
  ::setenv("TZ", "Pacific/Kiritimati", 1);
  ::setenv("LC_ALL", "de_DE.UTF-8", 1);
  EXPECT_EQ(page("--participants people.csv"), once);
  ::unsetenv("TZ");
  ::unsetenv("LC_ALL");
}

TEST_F(HtmlReport, IsForItsOwnerAloneAndSaysWhatStandsBehindIt) {
  write("people.csv", "id,age,pay,prior_year_pay,pre_tax\nE1,30,150000,140000,10000\n");
  const std::string html = page("--participants people.csv");
  struct stat status{};
  ASSERT_EQ(::stat(path("page.html").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777u, 0600u);
  for (const char* file : {"acme.plan", "people.csv"})
    EXPECT_NE(html.find(reports::hexadecimal(reports::sha256(read(file)))), html.npos) << file;
  EXPECT_NE(html.find("<b>1 of 1 person, $15,000.00 in 2026.</b>"), html.npos);
}

TEST_F(HtmlReport, IsHarmlessWhateverStandsInItsInputs) {
  const std::string long_id(10'000, 'L');
  write("people.csv",
        "id,age,pay,prior_year_pay,pre_tax,class\n"
        "<script>alert(1)</script>,30,150000,140000,10000,<img src=x>\n"
        "\"=HYPERLINK(\"\"http://x\"\")\",30,150000,140000,10000,a\n"
        "E\xE2\x80\xAE"
        "3,30,150000,140000,10000,a\n" +
            long_id + ",30,150000,140000,10000,a\n" + "987-65-4320,30,150000,140000,10000,a\n" +
            "E6,30,<b>oops</b>,140000,10000,a\n");
  const std::string html = page("--participants people.csv");
  EXPECT_EQ(count(html, "<script"), 1);
  EXPECT_EQ(count(html, "<img"), 0);
  EXPECT_EQ(count(html, "<b>oops"), 0);
  EXPECT_EQ(count(html, "\xE2\x80\xAE"), 0);
  EXPECT_NE(html.find("E[U+202E]3"), html.npos);
  EXPECT_EQ(html.find(long_id), html.npos);
  EXPECT_NE(html.find("(10,000 characters)"), html.npos);
  EXPECT_EQ(html.find("987-65-4320"), html.npos);
  EXPECT_NE(html.find("***-**-4320"), html.npos);
}

TEST_F(HtmlReport, ShowsTheRowsThatAreLeftOutAsTheSheetDoes) {
  write("people.csv",
        "id,full name,birth_date,pay,prior_year_pay,pre_tax\n"
        "E1,Jane Roe,1990-02-03,150000,140000,10000\n"
        "E2,Rob Poe,1990-02-30,150000,140000,10000\n");
  const std::string html = page("--participants people.csv");
  EXPECT_NE(html.find("<td class=\"x\">1990-02-30</td>"), html.npos);
  EXPECT_NE(html.find("<th scope=\"row\">3</th><td>E2</td>"), html.npos);
  // Nothing was read from that column, so nothing of it is shown.
  EXPECT_EQ(html.find("Rob Poe"), html.npos);
  EXPECT_EQ(html.find("Jane Roe"), html.npos);
}

TEST_F(HtmlReport, AnswersForThePlanAlone) {
  const std::string html = page("");
  EXPECT_NE(html.find(">Can this plan do it?</h2>"), html.npos);
  EXPECT_EQ(html.find("id=\"people\""), html.npos);
}

// Rows as short as these are more than a page has from a mebibyte on.
TEST_F(HtmlReport, OfVeryManyHasTheSumsOfAllAndTheRowsOfSome) {
  std::string rows = "id,age,pay,prior_year_pay,pre_tax\n";
  for (int i = 0; i < 40'000; ++i) {
    const int pay = 40'000 + i;
    rows += "E" + std::to_string(100'000 + i) + ",30," + std::to_string(pay) + ",40000,10000\n";
  }
  write("people.csv", rows);
  const std::string html = page("--participants people.csv --threads 1");
  EXPECT_EQ(page("--participants people.csv --threads 4"), html);
  EXPECT_NE(html.find("Shows 2,000 of 40,000 people"), html.npos);
  EXPECT_EQ(count(html, "<tbody id="), 2'000);
  EXPECT_NE(html.find("<b>40,000 of 40,000 people, $239,998,000.00 in 2026.</b>"), html.npos);
  // The largest rooms are those of the last rows.
  EXPECT_NE(html.find("<bdi>E139999</bdi>"), html.npos);
  EXPECT_EQ(html.find("<bdi>E100000</bdi>"), html.npos);
}

}  // namespace
}  // namespace rothcheck::cli
