// What is handed on: the card, which names nobody; the letter, which has one person in it; and what
// a pull request shows.
#include <sys/stat.h>

#include <cctype>
#include <regex>

#include "tests/cli/run.hpp"

namespace rothcheck::cli {
namespace {

constexpr const char* census =
    "id,age,pay,prior_year_pay,pre_tax,after_tax,after_tax_ytd,hire_date\n"
    "987-65-4320,30,150000,140000,10000,6000,4000.25,2015-01-01\n"
    "E2,45,400000,380000,24500,50000,,2015-01-01\n"
    "E3,40,,90000,10000,,,2015-01-01\n"
    "<b>E4</b>,40,90000,90000,10000,,,2015-01-01\n"
    "E5,40,91111,90000,10000,,,2015-01-01\n";

class Papers : public Folder {
 protected:
  void SetUp() override {
    write("acme.plan", acme);
    write("people.csv", census);
  }
  std::string letter(const std::string& id, const std::string& more = "") {
    shell("letter acme.plan --participants people.csv --id '" + id + "' " + more);
    return out_;
  }
};

TEST_F(Papers, CardSaysWhatTheDocumentDoesAndNamesNobody) {
  EXPECT_EQ(shell("card acme.plan"), 0);
  EXPECT_TRUE(said("limit 10% of pay on after-tax (SPD p. 10)"));
  EXPECT_EQ(shell("card acme.plan -f markdown"), 0);
  EXPECT_TRUE(said("`limit 10% of pay on after-tax` (SPD p. 10)"));
  EXPECT_EQ(shell("card acme.plan -f html:card.html"), 0);
  EXPECT_NE(read("card.html").find("<code>limit 10% of pay on after-tax</code>"),
            std::string::npos);
  EXPECT_EQ(read("card.html").find("<script"), std::string::npos);
}

TEST_F(Papers, LetterSaysHowMuchIsLeftAndWhy) {
  const std::string text = letter("987-65-4320");
  // 10% of $150,000.00, less what went in.
  EXPECT_NE(text.find("You may still save $10,999.75 after tax this year"), text.npos) << text;
  EXPECT_NE(text.find("− $4,000.25"), text.npos);
  EXPECT_NE(text.find("If you change nothing, $9,000.00 stays"), text.npos);
  EXPECT_EQ(text.find("987-65"), text.npos);
  const std::string over = letter("E2");
  EXPECT_NE(over.find("You chose $50,000.00 for the year. That is $14,000.00"), over.npos) << over;
  EXPECT_NE(over.find("highly compensated"), over.npos);
}

TEST_F(Papers, LetterAsksForWhatIsMissing) {
  const std::string text = letter("E3");
  EXPECT_NE(text.find("We do not know yet how much you may save after tax"), text.npos) << text;
  EXPECT_NE(text.find("What is the pay of the year?"), text.npos) << text;
}

TEST_F(Papers, LetterHasNothingOfAnybodyElse) {
  for (const char* format : {"text", "html"}) {
    const std::string text = letter("E5", std::string{"-f "} + format);
    EXPECT_NE(text.find("$9,111.10"), text.npos);
    for (const char* other : {"E2", "E3", "E4", "4320", "150,000", "15,000", "400,000", "9,000.00"})
      EXPECT_EQ(text.find(other), text.npos) << format << ' ' << other;
  }
}

TEST_F(Papers, EachLetterIsForItsOwnerAloneAndNamedByItsRow) {
  EXPECT_EQ(shell("letter acme.plan --participants people.csv --all letters -f html"), 0) << out_;
  int files = 0;
  for (const auto& file : std::filesystem::directory_iterator{path("letters")}) {
    ++files;
    struct stat status{};
    ASSERT_EQ(::stat(file.path().c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777u, 0600u);
    EXPECT_TRUE(
        std::regex_match(file.path().filename().string(), std::regex{"letter-row-[2-6]\\.html"}));
  }
  EXPECT_EQ(files, 5);
  EXPECT_NE(read("letters/letter-row-5.html").find("&lt;b&gt;E4&lt;/b&gt;"), std::string::npos);
}

TEST_F(Papers, LetterIsToSomebody) {
  EXPECT_EQ(shell("letter acme.plan --participants people.csv"), 2);
  EXPECT_EQ(shell("letter acme.plan --participants people.csv --id nobody"), 2);
  EXPECT_EQ(shell("letter acme.plan --participants people.csv --id E2 --all letters"), 2);
}

/// Vowels that follow each other are one syllable, and a silent e is none.
int syllables(const std::string& word) {
  const auto vowel = [](char c) {
    return std::string_view{"aeiouy"}.find(c) != std::string_view::npos;
  };
  int count = 0;
  for (std::size_t i = 0; i < word.size(); ++i)
    count += vowel(word[i]) && (i == 0 || !vowel(word[i - 1])) ? 1 : 0;
  if (word.size() > 2 && word.ends_with('e') && !word.ends_with("le") && count > 1) --count;
  return std::max(count, 1);
}

// The grade of Flesch and Kincaid, in hundredths: 0.39 words a sentence + 11.8 syllables a word
// - 15.59. Grade 8 is what a newcomer follows.
TEST_F(Papers, LetterIsReadAtGradeEightOrBelow) {
  for (const char* id : {"987-65-4320", "E2", "E3", "E5"}) {
    std::string text = letter(id);
    text.erase(text.find("Not legal or tax advice"));
    text.erase(0, text.find("You may still") != text.npos ? text.find("You may still")
                                                          : text.find("We do not know"));
    int words = 0, sentences = 0, sounds = 0;
    std::string word;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      if (std::isalpha(static_cast<unsigned char>(c)) != 0) {
        word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        continue;
      }
      if (!word.empty()) {
        ++words;
        sounds += syllables(word);
        word.clear();
      }
      const bool ends =
          (c == '.' || c == '?') &&
          (i + 1 == text.size() || std::isspace(static_cast<unsigned char>(text[i + 1])) != 0);
      sentences += ends ? 1 : 0;
    }
    ASSERT_GT(sentences, 3);
    EXPECT_LE(39 * words / sentences + 1180 * sounds / words - 1559, 800)
        << id << ": " << words << " words, " << sentences << " sentences, " << sounds
        << " syllables";
  }
}

TEST_F(Papers, CommentOnAPullRequestHasNobodyInIt) {
  shell("check acme.plan --participants people.csv --quiet -f markdown");
  EXPECT_TRUE(said("| available | 4 |"));
  for (const char* person : {"E2", "E5", "4320", "9,111", "36,000", "15,000"})
    EXPECT_FALSE(said(person)) << person << '\n' << out_;
}

TEST_F(Papers, WorkbookIsTheSameEachTimeAndForItsOwnerAlone) {
  shell("check acme.plan --participants people.csv --quiet -f xlsx:one.xlsx");
  shell("check acme.plan --participants people.csv --quiet -f xlsx:two.xlsx");
  const std::string one = read("one.xlsx");
  ASSERT_GT(one.size(), 4000u);
  EXPECT_EQ(one, read("two.xlsx"));
  struct stat status{};
  ASSERT_EQ(::stat(path("one.xlsx").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777u, 0600u);
}

}  // namespace
}  // namespace rothcheck::cli
