// The sizes of amounts and what is made of them.
#include "intake/census/amount_scales.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "intake/columns/cell_type.hpp"
#include "intake/findings.hpp"
#include "intake/shown.hpp"

namespace rothcheck::intake {
namespace {

constexpr Money thousands = 1000_usd, a_percent = 100_usd, a_dollar = 1_usd;

constexpr std::array<Field, 5> scaled = {Field::pre_tax, Field::roth, Field::after_tax,
                                         Field::match, Field::nonelective};

/// Beside pay in thousands, or where nothing is known of pay and the amount is under a dollar.
bool may_be_of_pay(const Participant& person, Money amount) {
  bool told = false;
  for (const std::optional<Money>& pay : {person.pay, person.base_pay, person.net_profit}) {
    if (pay && *pay >= thousands) return true;
    told = told || pay.has_value();
  }
  return !told && amount < a_dollar;
}

Finding about(const FindingKind& kind, const Name& name, std::string message) {
  return {
      &kind, std::move(message), {}, {}, Cell{{}, name.line, name.column, shown(name.text, 40)}};
}

}  // namespace

AmountScales::AmountScales(const std::vector<Name>& names, const std::vector<Column>& columns)
    : names_{names}, percents_(columns.size()) {
  for (const Field field : scaled) {
    const auto holds = [field](const Column& column) {
      return column.meaning == Meaning{Meaning::What::field, field};
    };
    const auto first = std::find_if(columns.begin(), columns.end(), holds);
    if (first == columns.end()) continue;
    const bool open = std::all_of(columns.begin(), columns.end(), [&](const Column& column) {
      return !holds(column) || (column.unit == Unit::amounts && !column.unit_told);
    });
    if (open) scales_.push_back({static_cast<std::size_t>(first - columns.begin()), field});
  }
}

const AmountScales::Scale* AmountScales::scale_of(Field field) const {
  for (const Scale& scale : scales_) {
    if (scale.field == field) return &scale;
  }
  return nullptr;
}

bool AmountScales::is_open(Field field) const { return scale_of(field) != nullptr; }

void AmountScales::see(const Participant& person, std::uint64_t in_dollars) {
  for (Scale& scale : scales_) {
    const std::optional<Money> amount = amount_in(person, scale.field);
    if (!amount || *amount == Money{}) continue;
    if (*amount >= a_percent || (in_dollars & bit_of(scale.field)) != 0) {
      scale.large = true;
    } else if (may_be_of_pay(person, *amount)) {
      scale.small = true;
      scale.a_dollar = scale.a_dollar || *amount >= a_dollar;
    }
  }
}

void AmountScales::see_percent(std::size_t column, Rate number) {
  if (number == Rate{}) return;
  Percents& seen = percents_[column];
  (number < Rate::whole(1) ? seen.below_one : seen.others) = true;
}

bool AmountScales::undecided() const {
  return std::any_of(scales_.begin(), scales_.end(),
                     [](const Scale& scale) { return !scale.large; });
}

Findings AmountScales::doubts() const {
  Findings findings;
  for (const Scale& scale : scales_) {
    if (scale.large || !scale.small) continue;
    const Name& name = names_[scale.column];
    const std::string_view field = row_of(scale.field).name;
    const std::string head = shown(name.text, 60);
    const bool election = type_of(scale.field) == CellType::election;
    Finding finding = about(finding::amount_or_percent, name,
                            fmt::format("all amounts of {} are below {}: dollars, or {} of pay?",
                                        field, scale.a_dollar ? "$100 a year" : "$1",
                                        scale.a_dollar ? "percent" : "a fraction"));
    const std::string_view unit = scale.a_dollar ? "percent" : "fraction";
    const std::string_view number = scale.a_dollar ? "6" : "0.06";
    if (election) {
      finding.notes.push_back(
          {fmt::format("--map \"{}={} {}\" if {} is 6% of pay", head, field, unit, number)});
    } else {
      finding.notes.push_back({fmt::format(
          "{} takes amounts: leave the column out with --ignore \"{}\" if {} is 6% of pay", field,
          head, number)});
    }
    finding.notes.push_back({fmt::format("--map \"{}={} dollars\" if {} is {}", head, field, number,
                                         scale.a_dollar ? "$6.00" : "6 cents")});
    findings.push_back(std::move(finding));
  }
  for (std::size_t i = 0; i < percents_.size(); ++i) {
    if (percents_[i].others || !percents_[i].below_one) continue;
    const Name& name = names_[i];
    Finding finding =
        about(finding::percent_or_fraction, name,
              fmt::format("{} says percent, and every number is below 1", quoted(name.text, 30)));
    const std::string head = shown(name.text, 60);
    finding.notes.push_back(
        {fmt::format("--map \"{0}=FIELD fraction\" if 0.06 is 6% of pay, "
                     "--map \"{0}=FIELD percent\" if it is 0.06%",
                     head)});
    findings.push_back(std::move(finding));
  }
  return findings;
}

bool is_unlikely(const Participant& person, Money elected) {
  if (elected == Money{} || !may_be_of_pay(person, elected)) return false;
  return elected < Money::dollars(person.pay_periods.value_or(usual_pay_periods));
}

bool may_be_fraction(Rate number) { return number != Rate{} && number < Rate{1, 2}; }

std::optional<std::string> with_unit(std::string_view text, Unit unit) {
  const std::string number = (text.starts_with('.') ? "0" : "") + std::string{text};
  if (!Rate::parse_number(number)) return std::nullopt;
  if (unit == Unit::percent) return number + '%';
  if (number.find(' ') != std::string::npos) return std::nullopt;
  // The point goes two places to the right.
  const std::size_t point = std::min(number.find('.'), number.size());
  std::string whole = number.substr(0, point);
  std::string decimals = point < number.size() ? number.substr(point + 1) : "";
  while (decimals.size() < 2) decimals += '0';
  whole += decimals.substr(0, 2);
  whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
  decimals.erase(0, 2);
  return whole + (decimals.empty() ? "" : "." + decimals) + '%';
}

}  // namespace rothcheck::intake
