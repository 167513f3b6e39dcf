// A file that is read in blocks and the same file read whole: small files of every odd kind.
#include <gtest/gtest.h>

#include <string>

#include "tests/cli/census_files.hpp"
#include "tests/cli/run.hpp"

namespace rothcheck::cli {
namespace {

class WaysAgree : public Folder {};

TEST_F(WaysAgree, OnRowsValuesAndIdsThatAreOdd) {
  write("acme.plan", acme);
  const std::string people = "E1,1985-03-14,150000,9000,-,a\nE2,1971-11-02,241000,24500, -   ,b\n";
  const std::string header = "id,birth_date,pay,pre_tax,match,class\n";
  for (const std::string& text :
       {header + "Department: Engineering,,,,,\n" + people + "Subtotal,,391000,33500,,\n",
        header + people + "Average,,195500,,,\nPage 1 of 1,,,,,\n",
        header + people + "As of:,2026-11-20,,,,\nAll employees,,391000,33500,1,\nE7,,,,,\n",
        header + people + "Department:,1985-03-14,5,,,\n",
        header + "E3,31/12/1985,5,,,a\n" + people,
        header + people + "E3,31/12/1985,5,,,a\nE4,12/31/1985,5,,,a\n",
        header + "E3,3/7/1985,5,,,a\nE4,5/6/1985,5,,,a\n",
        header + people + "900-41-3271,1985-03-14,5,,,\n900413271,1985-03-14,5,,,\n",
        header + people + "900-41-3271,1985-03-14,5,,,\n",
        std::string{"id,roth\nE1,0\nE1,0\n"},
        std::string{"id,roth\nE1,0\nE2,0\nE2,0\n"},
        std::string{"id,roth\nE2,0\nE1,0\n"},
        std::string{"<participants><participant id=\"E1\"><roth>0</roth><birth_date>31/12/1985"
                    "</birth_date></participant><participant id=\"E2\"><roth>0</roth><birth_date>"
                    "5/6/1985</birth_date></participant></participants>"},
        header + "E1,1985-03-14,150000,6,-,a\n" + people + "E3,1985-03-14,150000,6%,9.00,a\n",
        header + "E1,1985-03-14,150000,6,-,a\nE2,1985-03-14,150000,0.06,-,a\n",
        std::string{"id,pay,Pre-Tax %,Roth %\nE1,150000,6,0.5\nE2,90000,0.06,2\nE3,5,600,-\n"},
        std::string{"id,pay,Pre-Tax %\nE1,150000,0.06\nE2,90000,0.1\n"},
        std::string{"id,pay,Roth,YTD Roth\nE1,150000,900,9000\n"},
        std::string{"<participants><participant id=\"E1\"><pay>150000</pay><pre_tax>6</pre_tax>"
                    "</participant><participant id=\"E2\" pay=\"90000\" pre_tax=\"0.06\"/>"
                    "</participants>"},
        std::string{"<participants><participant id=\"E1\"><pay>150000</pay><pre_tax>6</pre_tax>"
                    "</participant><participant id=\"E2\" pay=\"90000\" pre_tax=\"900\"/>"
                    "</participants>"},
        std::string{"<participants><participant id=\"E1\" birth_date=\"31/12/1985\"/>"
                    "<participant id=\"E2\" birth_date=\"12/31/1985\" pay=\"5\"/>"
                    "<participant id=\"Total\"><pay>5</pay></participant></participants>"},
        std::string{"<participants><participant id=\"900413271\"><pay>5</pay></participant>"
                    "<participant id=\"900-41-3271\"><pay>5</pay></participant></participants>"}}) {
    write("people.txt", text);
    const std::string line = "check acme.plan --participants people.txt -f csv:rooms.csv";
    const int in_blocks = shell(line);
    const std::string blocks = but_for_totals(out_ + read("rooms.csv"));
    EXPECT_EQ(shell(line + " --rejects left.csv"), in_blocks) << text;
    EXPECT_EQ(but_for_totals(out_ + read("rooms.csv")), blocks) << text;
  }
}

TEST_F(WaysAgree, WhereTheOrderOfDatesIsTold) {
  write("acme.plan", acme);
  write("people.csv", "id,birth_date,pay\nE1,5/6/1985,5\nE2,1985-06-05,5\nE3,31/12/1985,5\n");
  for (const std::string order : {"dmy", "mdy", "ymd"}) {
    const std::string line =
        "check acme.plan --participants people.csv -f csv:rooms.csv --dates " + order;
    shell(line);
    const std::string blocks = out_ + read("rooms.csv");
    shell(line + " --rejects left.csv");
    EXPECT_EQ(out_ + read("rooms.csv"), blocks) << order;
  }
  shell("check acme.plan --participants people.csv -f csv --columns id,age --quiet --dates dmy");
  EXPECT_EQ(out_, "id,age\nE1,41\nE2,41\nE3,41\n");
}

TEST_F(WaysAgree, AMaskedIdHasItsRowInEveryResult) {
  write("acme.plan", acme);
  write("people.csv",
        "SSN,note,age,pay\n900-41-3271,\"a\nb\",30,150000\n900-42-3271,c,31,160000\n");
  const std::string check = "check acme.plan --participants people.csv --quiet ";
  shell(check + "-f csv --columns id,age");
  EXPECT_EQ(out_, "id,age,row\n***-**-3271,30,2\n***-**-3271,31,3\n");
  shell(check + "-f csv --columns id,id_hash --id-key secret");
  const std::string with_hashes = out_;
  EXPECT_TRUE(with_hashes.starts_with("id,id_hash,row\n***-**-3271,")) << with_hashes;
  write("key.txt", "secret\n");
  shell(check + "-f csv --columns id,id_hash --id-key @key.txt");
  EXPECT_EQ(out_, with_hashes);
  shell(check + "-f json");
  EXPECT_TRUE(said("\"row\": 2") && said("\"row\": 3")) << out_;
  EXPECT_FALSE(said("id_hash"));
  shell(check + "-f jsonl --id-key secret");
  EXPECT_TRUE(said("\"id_hash\": \"" + with_hashes.substr(with_hashes.find("71,") + 3, 32)))
      << out_;
  shell(check + "-f text");
  EXPECT_TRUE(said("***-**-3271 (row 3)")) << out_;
}

}  // namespace
}  // namespace rothcheck::cli
