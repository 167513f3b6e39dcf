// Tables of words. A head with a word of money is asked about unless another word says that it is
// known to be nothing for a plan, or that its cells are no amounts.
#include "intake/columns/money_heads.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <vector>

#include "intake/columns/head_words.hpp"
#include "intake/columns/header_text.hpp"

namespace rothcheck::intake {
namespace {

using Words = std::vector<std::string>;

constexpr std::string_view of_pay[] = {"pay",          "wage",      "wages",      "comp",
                                       "compensation", "salary",    "salaries",   "earnings",
                                       "earned",       "earn",      "gross",      "income",
                                       "bonus",        "bonuses",   "commission", "commissions",
                                       "overtime",     "severance", "tips",       "remuneration",
                                       "incentive",    "stipend",   "w2"};

constexpr std::string_view of_contributions[] = {
    "deferral",     "deferrals",     "deferred",   "defer",       "elective",      "roth",
    "pretax",       "aftertax",      "nonroth",    "traditional", "match",         "matching",
    "matched",      "401k",          "401a",       "403b",        "457b",          "457",
    "contribution", "contributions", "contrib",    "contribs",    "contr",         "safeharbor",
    "harbor",       "nonelective",   "nec",        "snec",        "shnec",         "shne",
    "sharing",      "profitsharing", "forfeiture", "forfeitures", "catchup",       "employer",
    "er",           "qnec",          "qmac",       "qaca",        "additions",     "pension",
    "retirement",   "thrift",        "savings",    "tax",         "discretionary", "ps",
    "rth",          "funding",       "spillover",  "backdoor",    "qslp",          "tda"};

/// Amounts that say so, of whatever.
constexpr std::string_view of_amounts[] = {"amount", "amounts", "amt", "amts", "dollars", "usd"};

/// What is known to be nothing for a plan: taxes, what insurance and courts and lenders take, what
/// is paid out, and balances.
constexpr std::string_view of_none[] = {
    "net",           "federal",        "fed",          "state",      "local",
    "city",          "county",         "fica",         "oasdi",      "medicare",
    "futa",          "suta",           "sui",          "sdi",        "fit",
    "sit",           "withholding",    "taxes",        "taxable",    "medical",
    "dental",        "vision",         "health",       "hsa",        "fsa",
    "hra",           "life",           "disability",   "std",        "ltd",
    "insurance",     "insured",        "gtl",          "cobra",      "garnishment",
    "garnishments",  "levy",           "lien",         "support",    "alimony",
    "bankruptcy",    "loan",           "loans",        "repayment",  "repayments",
    "advance",       "rollover",       "rollovers",    "conversion", "ira",
    "529",           "espp",           "dues",         "parking",    "transit",
    "commuter",      "charity",        "charitable",   "donation",   "donations",
    "reimbursement", "reimbursements", "expense",      "expenses",   "mileage",
    "uniform",       "balance",        "balances",     "vested",     "vesting",
    "workers",       "hourly",         "unemployment", "cafeteria",  "fees",
    "fee",           "direct",         "125"};

/// With one of these the cells are words, dates or counts.
constexpr std::string_view of_no_amounts[] = {
    "date",        "dates",       "id",         "ids",           "name",          "names",
    "status",      "code",        "codes",      "type",          "types",         "frequency",
    "freq",        "frequencies", "group",      "groups",        "hours",         "hrs",
    "location",    "department",  "dept",       "division",      "class",         "entry",
    "age",         "account",     "acct",       "routing",       "number",        "schedule",
    "periods",     "basis",       "flag",       "indicator",     "eligibility",   "effective",
    "beneficiary", "enrolled",    "enrollment", "participating", "participation", "grade",
    "title",       "method",      "cycle",      "phone",         "address",       "email",
    "zip",         "ein",         "fein",       "level",         "reason",        "options",
    "option"};

/// What a head of money ends in: `group nonelective contribution` is no group.
constexpr std::string_view money_nouns[] = {
    "pay",       "wage",         "wages",         "comp",          "compensation", "salary",
    "earnings",  "gross",        "bonus",         "commission",    "overtime",     "deferral",
    "deferrals", "contribution", "contributions", "contrib",       "match",        "roth",
    "pretax",    "aftertax",     "nonelective",   "profitsharing", "forfeitures",  "amount",
    "amt",       "dollars",      "catchup",       "qnec",          "qmac"};

template <std::size_t N>
bool any_of(const Words& words, const std::string_view (&table)[N]) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return std::find(std::begin(table), std::end(table), word) != std::end(table);
  });
}

bool has(const Words& words, std::initializer_list<std::string_view> wanted) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return std::find(wanted.begin(), wanted.end(), word) != wanted.end();
  });
}

/// `Highly Comp Code`, `NHCE`, `5% Owner`: whatever its cells are.
std::string_view may_tell_status(const Words& words) {
  if (has(words, {"hce", "hces", "nhce", "nhces", "highly"}))
    return "hce, who is highly compensated";
  if (has(words, {"hc"}) && has(words, {"status", "code", "flag", "indicator", "employee", "ee"}))
    return "hce, who is highly compensated";
  if (has(words, {"owner", "owners", "owned", "ownership", "shareholder", "shareholders"}) &&
      !has(words, {"date", "name", "id"}))
    return "ownership, which decides who is highly compensated";
  return {};
}

/// `match group`, `date of pay`: the cells are words, dates or counts.
bool names_no_amount(const Words& words) {
  if (!any_of(words, of_no_amounts)) return false;
  const Words last{words.back()}, first{words.front()};
  const bool of_something = words.size() > 1 && words[1] == "of" && any_of(first, of_no_amounts);
  return of_something || !any_of(last, money_nouns);
}

/// Taxes, by a word that pre-tax and after-tax money is not called by.
bool is_a_tax(const Words& words) { return has(words, {"tax"}) && has(words, {"income", "year"}); }

/// `EE`, `EE %`, `EE Pre`.
bool is_employee_alone(const Words& words) {
  return has(words, {"ee"}) && std::all_of(words.begin(), words.end(), [](const std::string& word) {
           constexpr std::string_view units[] = {"ee",  "percent", "pct",  "rate",
                                                 "pre", "post",    "total"};
           return std::find(std::begin(units), std::end(units), word) != std::end(units);
         });
}

/// A rate of pay and a yearly rate are no pay of the year.
bool is_rate_of_pay(const Words& words) {
  return has(words, {"rate", "rates"}) && any_of(words, of_pay) && !any_of(words, of_contributions);
}

}  // namespace

bool tells_nothing(std::string_view header) {
  const Words words = joined_words(plain_header(header));
  // A match of student loan payments is the plan's.
  if (has(words, {"student"}) && has(words, {"match", "matching"})) return false;
  return words.empty() || any_of(words, of_none) || is_rate_of_pay(words) || is_a_tax(words) ||
         names_no_amount(words);
}

std::string_view may_tell(std::string_view header) {
  const Words words = joined_words(plain_header(header));
  if (const std::string_view status = may_tell_status(words); !status.empty()) return status;
  if (tells_nothing(header)) return {};
  // `Eligible` and `Plan Year` are no amounts, `Eligible Wages` and `Plan Pay` are.
  const bool pay = any_of(words, of_pay), contribution = any_of(words, of_contributions);
  if (has(words, {"eligible"}) && !pay) return {};
  if (is_employee_alone(words)) return "an id, a name, or what an employee pays in";
  const bool dollars = header.find('$') != std::string_view::npos || any_of(words, of_amounts);
  return pay || contribution || dollars ? "money of the plan or pay" : "";
}

bool tells_pay_dates(std::string_view header) {
  const Words words = joined_words(plain_header(header));
  // The first or last date of a person's pay is one fact a person.
  if (has(words, {"last", "first", "final", "next", "since", "frequency", "periods"})) return false;
  const bool of_pay_run =
      has(words, {"pay", "payroll", "check", "paycheck", "cheque", "period", "ppe", "pp"});
  const bool date = has(words, {"date", "dates", "dt"});
  const bool bound = has(words, {"begin", "beginning", "start", "end", "ending"});
  const bool day = date || bound || has(words, {"day", "week"});
  const bool run = has(words, {"period", "run", "ppe"}) ||
                   (has(words, {"check", "paycheck", "cheque"}) && has(words, {"number", "no"}));
  const bool week = has(words, {"week"}) && bound;
  const bool only_period = std::all_of(words.begin(), words.end(), [](const std::string& word) {
    constexpr std::string_view words_of_runs[] = {
        "pay",       "payroll", "check",   "paycheck", "cheque",       "period", "run",
        "ppe",       "pp",      "date",    "dates",    "dt",           "day",    "begin",
        "beginning", "start",   "end",     "ending",   "week",         "number", "no",
        "id",        "payment", "deposit", "paid",     "contribution", "of",     "the",
        "from",      "to",      "bi",      "weekly",   "biweekly"};
    return std::find(std::begin(words_of_runs), std::end(words_of_runs), word) !=
           std::end(words_of_runs);
  });
  const bool paid = date && !bound && has(words, {"paid", "payment", "deposit", "contribution"});
  return only_period && ((of_pay_run && (day || run)) || week || paid);
}

bool tells_a_period(std::string_view title) {
  const std::string words = ' ' + plain_header(title) + ' ';
  constexpr std::string_view phrases[] = {
      " pay date ",     " check date ",   " pay period ", " payroll period ",   " payroll date ",
      " pay end date ", " year to date ", " ytd ",        " payroll register ", " pay register "};
  return std::any_of(std::begin(phrases), std::end(phrases), [&](std::string_view phrase) {
    return words.find(phrase) != std::string::npos;
  });
}

}  // namespace rothcheck::intake
