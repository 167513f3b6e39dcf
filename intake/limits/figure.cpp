// Statutory figures: amounts, rates and phase-outs, exact and plausible.
#include "intake/limits/figure.hpp"

#include <fmt/format.h>

#include "intake/findings.hpp"

namespace rothcheck::intake {
namespace {

/// No figure has ever come near; an amount written in cents, or with a digit too many, goes beyond.
constexpr Money largest_plausible = 2'000'000_usd;

/// What reading one figure needs to say what is wrong.
struct Context {
  const LimitRow& row;
  int year;
  Findings& findings;

  void complain(const FindingKind& kind, const TomlPlace& at, std::string_view what) const {
    findings.push_back({&kind, fmt::format("{} of {} {}", row.name, year, what), at.span});
  }
};

std::string_view member_of(LimitType type) {
  switch (type) {
    case LimitType::money:
      return "amount";
    case LimitType::rate:
      return "rate";
    case LimitType::range:
      return "range";
  }
  return "";
}

std::string_view shape_of(LimitType type) {
  switch (type) {
    case LimitType::money:
      return "an amount in dollars such as 24500";
    case LimitType::rate:
      return "a rate in quotation marks such as \"6.2%\"";
    case LimitType::range:
      return "a phase-out [start, end] such as [242000, 252000]";
  }
  return "";
}

void complain_of_shape(const Context& context, const TomlValue& value) {
  const Note expected{fmt::format("write {}", shape_of(context.row.type))};
  if (value.is(TomlValue::Type::decimal)) {
    context.complain(finding::inexact_figure, value.at, "has a decimal point");
  } else {
    context.complain(finding::implausible_figure, value.at,
                     fmt::format("is {}", to_string(value.type)));
  }
  context.findings.back().notes.push_back(expected);
}

/// The dollars of a TOML integer, underscores left out, or of an amount in quotation marks.
std::optional<Money> parsed_money(const TomlValue& value) {
  std::string digits;
  for (char c : value.text) {
    if (c != '_' || !value.is(TomlValue::Type::integer)) digits += c;
  }
  return Money::parse(digits);
}

std::optional<Money> read_money(const Context& context, const TomlValue& value) {
  if (!value.is(TomlValue::Type::integer) && !value.is(TomlValue::Type::string)) {
    complain_of_shape(context, value);
    return std::nullopt;
  }
  const std::optional<Money> amount = parsed_money(value);
  if (!amount) {
    context.complain(finding::implausible_figure, value.at, "is not an amount in dollars");
    return std::nullopt;
  }
  if (*amount < Money{}) {
    context.complain(finding::implausible_figure, value.at,
                     fmt::format("is {}, below zero", to_string(*amount)));
    return std::nullopt;
  }
  if (*amount > largest_plausible) {
    context.complain(
        finding::implausible_figure, value.at,
        fmt::format("is {}, above {}", to_string(*amount), to_string(largest_plausible)));
    return std::nullopt;
  }
  return amount;
}

std::optional<Money> read_amount(const Context& context, const TomlValue& value) {
  const std::optional<Money> amount = read_money(context, value);
  if (amount && *amount == Money{}) {
    context.complain(finding::implausible_figure, value.at, "is $0.00");
    return std::nullopt;
  }
  return amount;
}

std::optional<Range> read_range(const Context& context, const TomlValue& value) {
  if (!value.is(TomlValue::Type::array) || value.items.size() != 2) {
    complain_of_shape(context, value);
    return std::nullopt;
  }
  const std::optional<Money> start = read_money(context, value.items[0]);
  const std::optional<Money> end = read_money(context, value.items[1]);
  if (!start || !end) return std::nullopt;
  if (*start >= *end) {
    context.complain(finding::implausible_figure, value.at,
                     fmt::format("runs from {} to {}", to_string(*start), to_string(*end)));
    return std::nullopt;
  }
  return Range{*start, *end};
}

std::optional<Rate> read_rate(const Context& context, const TomlValue& value) {
  if (!value.is(TomlValue::Type::string)) {
    complain_of_shape(context, value);
    return std::nullopt;
  }
  const std::optional<Rate> rate = Rate::parse_percent(value.text);
  if (!rate) {
    context.complain(finding::implausible_figure, value.at, "is not a percent such as \"6.2%\"");
    return std::nullopt;
  }
  if (rate->is_zero() || *rate > 100_pct) {
    context.complain(finding::implausible_figure, value.at,
                     fmt::format("is {}, not between 0% and 100%", to_percent_string(*rate)));
    return std::nullopt;
  }
  return rate;
}

std::optional<std::variant<Money, Rate, Range>> read_value(const Context& context,
                                                           const TomlValue& value) {
  switch (context.row.type) {
    case LimitType::money:
      return read_amount(context, value);
    case LimitType::rate:
      return read_rate(context, value);
    case LimitType::range:
      return read_range(context, value);
  }
  return std::nullopt;
}

/// The table's own entries: the value under the name its type asks for, and the source. Null when
/// there is no value.
const TomlValue* read_members(const Context& context, const TomlEntry& figure,
                              std::string& source) {
  const TomlValue* found = nullptr;
  const std::string_view wanted = member_of(context.row.type);
  for (const TomlEntry& entry : figure.value.entries) {
    if (entry.key == wanted) {
      found = &entry.value;
    } else if (entry.key == "source" && entry.value.is(TomlValue::Type::string)) {
      source = entry.value.text;
    } else {
      context.complain(finding::implausible_figure, entry.at,
                       fmt::format("takes {} and source", wanted));
    }
  }
  if (found == nullptr) {
    context.complain(finding::implausible_figure, figure.at, fmt::format("has no {}", wanted));
  }
  return found;
}

}  // namespace

std::optional<Figure> read_figure(const LimitRow& row, int year, const TomlEntry& entry,
                                  const std::string& source, Findings& findings) {
  const Context context{row, year, findings};
  const std::size_t before = findings.size();
  Figure figure{{}, source, entry.at.span};
  figure.where.end = entry.value.at.span.end;
  const TomlValue* value = &entry.value;
  if (value->is(TomlValue::Type::table)) value = read_members(context, entry, figure.source);
  if (value == nullptr) return std::nullopt;

  const auto amount = read_value(context, *value);
  if (figure.source.empty()) {
    context.complain(finding::figure_without_source, entry.at, "has no source");
  }
  if (!amount || findings.size() != before) return std::nullopt;
  figure.value = *amount;
  return figure;
}

}  // namespace rothcheck::intake
