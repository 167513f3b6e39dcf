#include "tests/dsl/random_plan.hpp"

#include <algorithm>

namespace rothcheck::dsl {
namespace {

using Texts = std::vector<std::string>;

struct Block {
  std::string head;
  Texts statements;  // any of them go together, in any order
  bool cited = true;
};

const std::vector<Block> blocks = {
    {"eligibility",
     {"age 21", "service 3 months", "exclude class \"leased; {or} # not\"", "entry monthly",
      "employer-money service 1  year"}},
    {"compensation",
     {"counts base,bonus", "counts 50%of commission",
      "when pay reaches the 401(a)(17) limit stop match", "only while  participant"}},
    {"compensation for  match", {"counts base , overtime"}},
    {"contributions",
     {"pre-tax allowed",
      "roth   allowed from 2026-03-01",
      "after-tax not allowed for class \"é\"",
      "after-tax allowed",
      "catch-up not  stated",
      "after-tax only after 402(g)",
      "limit 75% of pay",
      "limit  6 % of pay on after-tax for hce and age>=50",
      "limit $34750.50 on pre-tax,roth in 2026",
      "limit unknown on after-tax",
      "limit 50% of the 402(g)  limit",
      "minimum 66  2/3% of pay",
      "minimum $1,000",
      "spillover to after-tax opt-out up to 50% of the 402(g) limit",
      "spillover to catch-up",
      "limit 10% of  base pay on after-tax each pay-period for class \"a\" or class \"b\" and hce",
      "limit 50% of the 415(c)  limit on after-tax",
      "limit $8 per hour  on pre-tax",
      "roth-catch-up deemed on pre-tax",
      "roth-catch-up wages of group",
      "catch-up-15-years  allowed"}},
    {"match",
     {"100% of the first 3% of pay", "50% of all for service < 2 years", "counts pre-tax , roth",
      "limit $4000 until 2026-02-28", "limit 10% of pay", "discretionary up to 6% of pay",
      "each pay-period", "no true-up", "requires employed on 12-31", "requires 1000 hours",
      "stops at 415(c)"}},
    {"match",
     {"8% of pay when contributing at least 2% of pay", "$1000 when contributing at least $500"}},
    {"nonelective",
     {"3% of pay", "10%of pay for points>=60", "$1,000", "unknown",
      "discretionary up to $123456789", "5%of pay above the  wage base",
      "2% of pay above 80% of the  wage base", "1% of pay above $100000",
      "$4 per  hour for class \"é\"", "requires 1,000 hours", "requires employed on 12-31",
      "stops at 415 then \"a health  account\""}},
    {"nonelective", {"unknown  at-least 3% of pay up to 6%of pay"}},
    {"mandatory-contributions", {"2% of  pay", "5% of pay picked-up for class \"é\""}},
    {"other-additions", {"7% of pay \"mandatory\"", "$100 \"x \\\" y\""}},
    {"in-plan-roth-rollover",
     {"after-tax allowed", "match allowed at age 59  1/2", "on request,then automatic daily",
      "at-most 26 per year", "minimum $500", "hold-back $5000", "fee $100"}},
    {"in-service-distribution",
     {"after-tax allowed after 24 months", "rollover allowed", "at age 59 1/2",
      "after 60 months of participation", "at-most 2 per year", "suspends contributions 6 months",
      "suspends after-tax,match 3 months", "contributions only"}},
    {"testing",
     {"safe-harbor match", "acp current-year", "hce top-paid-group", "exclude otherwise-excludable",
      "adp prior-year", "first-year 3%", "match left-out", "acp-safe-harbor no",
      "collectively-bargained class \"a\"", "refund unmatched-after-tax,match"}},
    {"automatic-enrollment",
     {"kind eaca", "default 3% of pay", "rises 1% a year to 10%", "covers hired from 2025-01-01"}},
};
const Block scenario = {"",
                        {"age 28", "pay $200000", "pre-tax $23,500", "roth 5% of pay", "class a,b",
                         "household \"h\"", "birth-date 1998-02-03", "hce yes",
                         "expect verdict available", "expect room between $0 and $40500",
                         "expect employer $6,000.50", "expect finding after-tax-no-exit"},
                        false};
const Texts headers = {"sponsor \"Acme  Inc.\"",
                       "type 401(k)",
                       "year 2026",
                       "source \"SPD {1}\"",
                       "source \"2\"",
                       "limitation-year begins 07-01",
                       "plan-year begins 10-01",
                       "normal-retirement-age 62"};

/// Writes statements in whatever layout comes up.
class Writer {
 public:
  explicit Writer(Chance& chance) : chance_{chance} {}
  std::string text;

  void statements(const Block& block, bool one_line) {
    bool first = true;
    for (const std::string& statement : block.statements) {
      if (chance_.one_in(3)) continue;
      if (!first) separate(one_line);
      if (!one_line) comments_above();
      first = false;
      text += statement;
      if (block.cited && chance_.one_in(6))
        text += chance_.one_in(2) ? " cite \"SPD\"" : "   cite \"SPD, a rather long place, p. 12\"";
    }
  }

  void block(const Block& block, std::string_view repeated = "") {
    text += block.head + std::string{repeated};
    const bool one_line = chance_.one_in(3);
    if (chance_.one_in(8)) text += chance_.one_in(2) ? " # before\n" : "\n\n# before\n";
    text += chance_.any(Texts{"{", " {", "  { ", "\n{"});
    if (!one_line) text += chance_.any(Texts{"\n", " # behind\n", "\n\n", "\n;\n", ""});
    statements(block, one_line);
    text += one_line ? " }" : chance_.any(Texts{"\n}", " }", ";}", "\n\n}", " # last\n}"});
    if (chance_.one_in(8)) text += " cite \"whole block\"";
  }

  void separate(bool one_line) {
    text +=
        one_line
            ? chance_.any(Texts{";", "; ", " ;; "})
            : chance_.any(Texts{"\n", "\n", "\r\n", ";\n", "; ", "\n\n", "\n \n\t\n", "   # why\n",
                                " # a comment that goes on for so long that it "
                                "cannot stay inside of the one hundred columns of the page\n"});
  }

 private:
  void comments_above() {
    if (!chance_.one_in(6)) return;
    text += chance_.any(Texts{"\n# above\n", "\n\n# apart\n\n", "\n# one\n# two\n"});
    text += std::string(chance_.below(9), ' ');
  }

  Chance& chance_;
};

std::string blanks(Chance& chance, std::size_t least) {
  std::string text;
  for (std::size_t count = least + chance.below(3); count > 0; --count)
    text += chance.any(Texts{" ", " ", "\t", "\xC2\xA0"});
  return text;
}

/// One line of a formatted text as it might have been written.
struct Line {
  std::string text;  // without its indentation
  bool comment_alone = false, comment = false, opens = false, closes = false;

  bool plain() const { return !text.empty() && !comment && !opens && !closes; }
};

Line read_line(std::string_view written) {
  Line line;
  const std::size_t begin = written.find_first_not_of(' ');
  if (begin == std::string_view::npos) return line;
  line.text = written.substr(begin);
  bool quoted = false;
  for (std::size_t i = 0; i < line.text.size() && !line.comment; ++i) {
    if (quoted && line.text[i] == '\\') {
      ++i;
      continue;
    }
    if (line.text[i] == '"') quoted = !quoted;
    line.comment = !quoted && line.text[i] == '#';
    line.comment_alone = line.comment && i == 0;
  }
  line.opens = line.text.ends_with('{');
  line.closes = line.text.starts_with('}');
  return line;
}

std::string disordered_line(std::string_view line, Chance& chance) {
  constexpr std::string_view free_standing = "{};<>=";
  std::string text;
  for (std::size_t at = 0; at < line.size();) {
    const char c = line[at];
    std::size_t end = at + 1;
    if (c == '#') return text.append(line.substr(at));
    if (c == '"') {
      while (line[end] != '"') end += line[end] == '\\' ? 2 : 1;
      text += line.substr(at, ++end - at);
    } else if (c == '$') {
      end = line.find_first_not_of("0123456789,.", end);
      end = std::min(end, line.size());
      if (line[end - 1] == ',') --end;
      const bool keep = chance.one_in(2);
      for (char digit : line.substr(at, end - at)) {
        if (keep || digit != ',') text += digit;
      }
    } else if (c == ' ') {
      end = line.find_first_not_of(' ', at);
      const bool needless = free_standing.find(line[at - 1]) != line.npos || line[at - 1] == ',' ||
                            line[at - 1] == '%' || free_standing.find(line[end]) != line.npos;
      text += blanks(chance, needless ? 0 : 1);
    } else {
      if (c == '%' && chance.one_in(4)) text += ' ';
      text += c;
    }
    at = end;
  }
  return text;
}

std::string line_end(const Line& line, const Line& next, Chance& chance) {
  std::string end = chance.any(Texts{"\n", "\n", "\r\n", " \n", "\t\n"});
  if (line.text.empty() || next.closes || line.opens || next.text.empty()) {
    if (chance.one_in(3)) end += chance.any(Texts{"\n", " \n", "\n\n"});
  } else if (!line.comment && chance.one_in(4)) {
    end = line.plain() && next.plain() ? chance.any(Texts{";", "; ", ";\n"}) : ";" + end;
  }
  return end;
}

}  // namespace

std::string disordered(std::string_view canonical, Chance& chance) {
  std::vector<Line> lines;
  for (std::size_t at = 0; at < canonical.size();) {
    const std::size_t end = canonical.find('\n', at);
    lines.push_back(read_line(canonical.substr(at, end - at)));
    at = end + 1;
  }
  lines.emplace_back();
  std::string text = chance.any(Texts{"", "", "\n", "\xEF\xBB\xBF"});
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const Line& line = lines[i];
    // A comment in the column of the one above it would go on with that.
    if (!line.comment_alone && !line.text.empty()) text += blanks(chance, 0);
    std::string written = line.comment_alone ? line.text : disordered_line(line.text, chance);
    if (line.opens && chance.one_in(4)) written.insert(written.size() - 1, "\n");
    text += written + line_end(line, lines[i + 1], chance);
  }
  return text;
}

std::string random_plan(Chance& chance) {
  Writer writer{chance};
  writer.text = chance.any(Texts{"", "# a file\n\n", "\xEF\xBB\xBF", "\n\n"});
  const std::size_t plans = 1 + chance.below(2);
  for (std::size_t plan = 0; plan < plans; ++plan) {
    writer.text += "plan \"P" + std::to_string(plan) + "\" {\n";
    writer.statements({"", headers, false}, false);
    int scenarios = 0;
    for (const Block& block : blocks) {
      if (chance.one_in(3)) continue;
      writer.separate(false);
      writer.block(block);
    }
    if (chance.one_in(2)) {
      writer.separate(false);
      writer.text += "match { greatest of { 100% of the first $3000 }";
      writer.text += chance.any(Texts{" ", "\n", "# between\n"}) + "{ 50% of all } }";
    }
    while (chance.one_in(2)) {
      writer.separate(false);
      Block block = scenario;
      block.head = "scenario \"s" + std::to_string(++scenarios) + "\"";
      writer.block(block);
    }
    if (chance.one_in(3)) {
      writer.separate(false);
      writer.text += "amendment \"First\" effective 2026-07-01 {";
      writer.block(chance.any(std::vector<Block>{blocks[0], blocks[6], blocks[8]}));
      writer.text += chance.one_in(2) ? "}" : "\n}";
    }
    if (chance.one_in(3)) {
      writer.separate(false);
      writer.text += "waive PLN101 until 2026-12-31 because \"later\"";
    }
    writer.text += chance.any(Texts{"\n}", "\n\n# end\n}", "}"});
    writer.text += chance.any(Texts{"\n", "\n\n\n", "   # end of plan\n", "\n# between\n\n"});
  }
  return writer.text;
}

}  // namespace rothcheck::dsl
