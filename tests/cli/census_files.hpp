// Participant files with every kind of row that files have, made up from a seed.
#pragma once

#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace rothcheck::cli {

inline constexpr const char* speed =
    "plan \"Speed\" {\n"
    "    type 401(k)\n"
    "    year 2025\n"
    "    eligibility { service 3 months }\n"
    "    contributions {\n"
    "        pre-tax allowed; roth allowed; after-tax allowed; catch-up allowed\n"
    "        limit 10% of pay on after-tax for nhce\n"
    "        limit 5% of pay on after-tax for hce\n"
    "    }\n"
    "    match { 100% of the first 3% of pay; 50% of the next 2% of pay }\n"
    "    in-plan-roth-rollover { after-tax allowed; automatic daily }\n"
    "}\n";

/// What is said of a file, but for the one thing that only a file read whole can say: whether a row
/// of totals is what the rows above it add up to.
inline std::string but_for_totals(std::string said) {
  constexpr std::string_view apart = " and not compared with the rows";
  for (std::size_t at; (at = said.find(apart)) != said.npos;) said.erase(at, apart.size());
  for (std::size_t at; (at = said.find("warning[CEN035]")) != said.npos;)
    said.erase(at, said.find("\n\n", at) + 2 - at);
  return said;
}

/// A census with every kind of row that files have, most of them good.
inline std::string census_of(int rows, std::uint64_t seed, bool ordered,
                             std::string_view line_end = "\n") {
  std::mt19937_64 random{seed};
  const auto below = [&](std::uint64_t count) { return random() % count; };
  const auto some = [&](std::vector<std::string> cells) { return cells[below(cells.size())]; };
  const auto amount = [&] {
    const std::string digits = std::to_string(below(90'000));
    return some({digits + ".25", digits + ".5", digits,
                 "\"$1," + std::to_string(100 + below(900)) + ".50\"", "", "0.00", " 12 "});
  };
  std::string text =
      "id,birth_date,pay,prior year pay,pre_tax,roth,after_tax_ytd,match,nonelective,"
      "ownership_pct,hire_date,notes" +
      std::string{line_end};
  for (int i = 0; i < rows; ++i) {
    const std::uint64_t number = ordered ? static_cast<std::uint64_t>(i) : below(1'000'000);
    std::string id = "E" + std::to_string(10'000'000 + number);
    if (below(50) == 0) id = "\"" + id + "\"";
    if (below(200) == 0) id = "";
    const bool odd = below(12) == 0;
    text +=
        id + "," +
        (odd ? some({"2/3/1980", "1980-02-30", "", "1870-01-01", "7/4/85"})
             : "19" + std::to_string(50 + below(50)) + "-0" + std::to_string(1 + below(9)) + "-1" +
                   std::to_string(below(10))) +
        "," + std::to_string(90'000 + below(300'000)) + ".00," + amount() + "," + amount() + "," +
        (odd ? some({"6%", "50 %", "x", "(12.00)"}) : amount()) + "," + amount() + "," +
        some({"none", "none", "N/A", amount()}) + "," + some({"-", " -   ", amount()}) + "," +
        some({"0.00", "5.00", "5.01", "0", ""}) + "," +
        some({"2010-05-06", "2025-09-30", "2025-10-02", "3/4/2012", ""}) + "," +
        (odd ? some({"\"line\nbreak\"", "6'2\"", "\"a, \"\"b\"\"\"", "M\xC3\xBCller"}) : "active") +
        (below(150) == 0 ? ",extra" : "") + std::string{line_end};
    if (below(100) == 0) text += std::string{line_end};
    if (below(60) == 0) {
      text += some({"Subtotal,,5,,,,,,,,,", "Average pay,,5,,,,,,,,,", "Department: A,,,,,,,,,,,",
                    "Department:,A,,,,,,,,2012-01-01,,", "All employees,,5,1,1,,,,,,,",
                    "Page 1 of 2,,,,,,,,,,,", "E9,,,,,,,,,,,", "By,,,,,,,,,,,J. Smith"}) +
              std::string{line_end};
    }
    if (below(150) == 0 && i > 0) text += text.substr(text.rfind("E1", text.size() - 2));
  }
  return text + "Total,,,,,,,,,,,";
}

/// The same people in XML, some twice, some that cannot be read, in order or not.
inline std::string xml_of(int people, std::uint64_t seed, bool ordered) {
  std::mt19937_64 random{seed};
  std::string text = "<?xml version=\"1.0\"?>\n<participants>\n";
  for (int i = 0; i < people; ++i) {
    const std::uint64_t number = ordered ? static_cast<std::uint64_t>(i) : random() % 100'000;
    const std::string id = "E" + std::to_string(100'000 + number);
    const std::string person = "<participant id=\"" + id + "\"><age>" +
                               std::to_string(20 + random() % 60) + "</age><pay>" +
                               std::to_string(random() % 400'000) + ".10</pay>";
    const bool odd = random() % 30 == 0;
    text += person + (odd ? "stray</participant>\n" : "<hce>no</hce></participant>\n");
    if (random() % 25 == 0) text += person + "<match>x</match></participant>\n";
    if (random() % 25 == 0) text += "\n" + person + "stray</participant>\n";
    if (random() % 25 == 0) text += "<participant id=\"" + id + "\"/>\n";
  }
  return text + "</participants>\n";
}

}  // namespace rothcheck::cli
