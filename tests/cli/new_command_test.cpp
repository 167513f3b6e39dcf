// `rothcheck new`: five invented documents by pipe and by file, and what goes wrong.
#include <gmock/gmock.h>

#include "tests/accepted_page.hpp"
#include "tests/cli/run.hpp"

namespace rothcheck::cli {
namespace {

std::string file(const std::string& name) { return tests::project("tests/interview/" + name); }

class NewPlan : public Folder {
 protected:
  bool is_there(const std::string& name) const { return std::filesystem::exists(path(name)); }
};

// The documents that were read stand beside the answers, brightwater.txt and the others.
TEST_F(NewPlan, AnswersByPipeAndByFileMakeTheSamePlan) {
  for (const std::string name : {"brightwater", "cedar", "harborline", "pinyon", "stbrendan"}) {
    const std::string plan = name + ".plan";
    EXPECT_EQ(
        shell("new " + plan + " --save-answers saved.toml --force < " + file(name + ".answers")), 0)
        << out_;
    EXPECT_TRUE(said("Nothing more can change the answer.")) << out_;
    expect_page(file(plan), read(plan));
    EXPECT_EQ(shell("new " + plan + " --force --answers " + file(name + ".toml")), 0) << out_;
    expect_page(file(plan), read(plan));
    EXPECT_EQ(shell("new --answers saved.toml > out.plan"), 0) << out_;
    EXPECT_EQ(read("out.plan"), read(plan));
    EXPECT_EQ(shell("fmt --check " + plan), 0) << out_;
    EXPECT_EQ(shell("lint " + plan + " --fail-level error"), 0) << out_;
  }
}

// By hand: brightwater's 10% of $100,000; of cedar 15% of $60,000, with 3% and half of 2% matched;
// of harborline 12%, with 3% and half of 3% matched and 2% given; stbrendan's $10,000, and 9%
// given; of pinyon what $72,000 leaves beside $24,500, 4% and 3% of $140,000.
TEST_F(NewPlan, ThePlansAnswerAsTheirDocumentsDo) {
  const auto room = [this](const std::string& name, const std::string& facts) {
    EXPECT_EQ(shell("check " + file(name + ".plan") + " -f csv --columns verdict,room,employer " +
                    facts + " 2>/dev/null"),
              0)
        << out_;
    return out_.substr(out_.find('\n') + 1);
  };
  EXPECT_EQ(room("brightwater",
                 "--with age=40 --with pay=100000 --with base_pay=80000 --with bonus=20000 --with "
                 "overtime=0 --with commission=0 --with prior_year_pay=90000 --with pre_tax=6000 "
                 "--with nonelective=0"),
            "available,10000.00,3000.00\n");
  EXPECT_EQ(room("cedar",
                 "--with age=35 --with pay=60000 --with prior_year_pay=60000 --with pre_tax=3600 "
                 "--with service_years=2"),
            "available,9000.00,2400.00\n");
  EXPECT_EQ(room("harborline",
                 "--with age=40 --with pay=100000 --with base_pay=100000 --with bonus=0 --with "
                 "overtime=0 --with commission=0 --with prior_year_pay=90000 --with pre_tax=6000 "
                 "--with service_years=3"),
            "available,12000.00,6500.00\n");
  EXPECT_EQ(room("stbrendan",
                 "--with age=40 --with pay=80000 --with base_pay=80000 --with bonus=0 --with "
                 "overtime=0 --with commission=0 --with prior_year_pay=80000 --with pre_tax=5000 "
                 "--with service_years=5"),
            "available,10000.00,7200.00\n");
  EXPECT_EQ(room("pinyon",
                 "--with age=35 --with pay=140000 --with prior_year_pay=140000 --with "
                 "pre_tax=24500"),
            "available,37700.00,9800.00\n");
}

TEST_F(NewPlan, ListsItsQuestions) {
  EXPECT_EQ(shell("new --list"), 0);
  expect_page(file("list.text"), out_);
}

TEST_F(NewPlan, EndsAtAWrongLineAndWritesNothing) {
  write("lines", "Acme\nAcme Corp\n401(k)\n1995\n");
  EXPECT_EQ(shell("new acme.plan < lines"), 3);
  EXPECT_TRUE(said("standard input, line 4: year: expected a year, such as 2026")) << out_;
  EXPECT_FALSE(is_there("acme.plan"));
}

TEST_F(NewPlan, KeepsWhatThereIsWhereTheInputEnds) {
  write("lines", "Acme\nAcme Corp\n401(k)\n2026\nSPD\nyes\n");
  EXPECT_EQ(shell("new acme < lines"), 0) << out_;
  EXPECT_TRUE(said("The input ends here")) << out_;
  EXPECT_THAT(read("acme.plan"), testing::HasSubstr("after-tax allowed"));
  write("none", "");
  EXPECT_EQ(shell("new other.plan < none"), 3);
  EXPECT_TRUE(said("the plan has no name yet")) << out_;
  EXPECT_FALSE(is_there("other.plan"));
}

TEST_F(NewPlan, GoesOnWhereSomebodyStopped) {
  write("lines", "Acme\nAcme Corp\n401(k)\n2026\nSPD\nquit\n");
  EXPECT_EQ(shell("new acme.plan --save-answers a.toml < lines"), 0) << out_;
  write("more", "help\nyes\nback\nno cite p. 9\n");
  EXPECT_EQ(shell("new acme.plan --answers a.toml --ask --force < more"), 0) << out_;
  EXPECT_TRUE(said("Written: after-tax allowed, in the contributions block")) << out_;
  EXPECT_TRUE(said("NOT AVAILABLE")) << out_;
  EXPECT_THAT(read("acme.plan"), testing::HasSubstr("cite \"p. 9\""));
}

TEST_F(NewPlan, ReplacesNoFileUnasked) {
  write("acme.plan", "mine\n");
  write("a.toml", "name = \"Acme\"\ntype = \"401(k)\"\nyear = 2026\nafter-tax = false\n");
  EXPECT_EQ(shell("new acme.plan --answers a.toml"), 2);
  EXPECT_TRUE(said("file-is-there: acme.plan is there already")) << out_;
  EXPECT_EQ(read("acme.plan"), "mine\n");
  EXPECT_EQ(shell("new acme.plan --answers a.toml --force"), 0) << out_;
  EXPECT_THAT(read("acme.plan"), testing::HasSubstr("after-tax not allowed"));
}

TEST_F(NewPlan, TellsWhatAFileOfAnswersHasWrong) {
  write("a.toml",
        "name = \"Acme\"\nafter-taks = \"yes\"\nafter-tax-limit = \"10\"\n[cite]\nmatch = \"p. "
        "1\"\n");
  EXPECT_EQ(shell("new acme.plan --answers a.toml"), 3);
  EXPECT_TRUE(said("there is no question after-taks")) << out_;
  EXPECT_TRUE(said("did you mean after-tax?")) << out_;
  EXPECT_TRUE(said("answer-not-read")) << out_;
  EXPECT_TRUE(said("expected 10% of pay, or $10: which of them?")) << out_;
  EXPECT_TRUE(said("match has a place and no answer")) << out_;
  EXPECT_FALSE(is_there("acme.plan"));
  write("b.toml", "name = \"Acme\"\nyear = 2026\ntype = \"401k\"\nin-plan-roth-fee = \"$50\"\n");
  EXPECT_EQ(shell("new acme.plan --answers b.toml"), 0) << out_;
  EXPECT_TRUE(said("answer-not-used: in-plan-roth-fee is not asked beside the other answers"));
}

// A figure of the document that its own terms do not give is told, not hidden.
TEST_F(NewPlan, TellsWhereTheExampleDoesNotComeOut) {
  write("a.toml",
        "name = \"Acme\"\ntype = \"401(k)\"\nyear = 2026\npre-tax = true\nroth = true\nafter-tax = "
        "true\nmatch = \"50% of the first 6%\"\nexample = \"Ann\"\nexample-age = 40\nexample-pay = "
        "\"$60,000\"\nexample-deferral = \"6%\"\nexample-employer = \"$3,600\"\n");
  EXPECT_EQ(shell("new acme.plan --answers a.toml"), 1) << out_;
  EXPECT_TRUE(said("the example \"Ann\": does NOT come out as the document says")) << out_;
  EXPECT_TRUE(said("expected employer $3,600.00, found $1,800.00")) << out_;
}

}  // namespace
}  // namespace rothcheck::cli
