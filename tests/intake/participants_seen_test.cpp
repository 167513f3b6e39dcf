// Files of people where other files are expected.
#include "intake/participants_seen.hpp"

#include <gtest/gtest.h>

#include "intake/file_kind.hpp"

namespace rothcheck::intake {
namespace {

TEST(ParticipantsSeen, InEveryFormOfTheirs) {
  for (const char* text :
       {"SSN,First Name,DOB,Pay\n900-12-3456,Ann,3/14/1985,182500.00\n", "id;pay\nE1;5\n",
        "\xEF\xBB\xBFid\tpay\nE1\t5\n", "Acme census 2026\n\n,,\nEmployee ID,DOB,Pay\nE1,,5\n",
        "900-12-3456,Ann,Able,1985-03-14,182500.00,24500\n900-13-3456,Bo,Baker,1975-03-14,5,5\n",
        "900-12-3456,Ann,Able,1985-03-14,182500.00,24500",
        "<participants><participant id=\"1\"/></participants>",
        "# people\n[[participant]]\nid = \"E1\"\n", "participant = [{ id = \"E1\" }]\n",
        "PK\x03\x04 a workbook"}) {
    EXPECT_TRUE(looks_like_participants(text)) << text;
  }
}

TEST(ParticipantsSeen, OtherTextsAreNone) {
  for (const char* text :
       {"", "plan \"Acme\" {\n  year 2026\n}\n", "# id, pay\nplan \"id, pay\" {\n}\n",
        "plna \"Acme\" { year 2026; type 401(k) }\n", "contributions { roth allowed; id, pay }\n",
        "[year.2026]\nannual_additions_415c = 72000\n", "ignore = [\"id\", \"pay\"]\n[columns]\n",
        "[[case]]\nid = \"a\"\n", "some words, and others\nwithout any sense\n"}) {
    EXPECT_FALSE(looks_like_participants(text)) << text;
  }
}

TEST(ParticipantsSeen, APlanIsNoTableOfThem) {
  const std::string_view plan = "// Acme\nplan \"Acme 401(k)\" {\n    year 2026\n}\n";
  EXPECT_EQ(file_kind(plan.substr(8)), FileKind::other);
  EXPECT_NE(description_of_other(plan.substr(8)).find("this is a plan"), std::string_view::npos);
  EXPECT_EQ(file_kind("plan,id,pay\nA,E1,5\n"), FileKind::csv);
}

}  // namespace
}  // namespace rothcheck::intake
