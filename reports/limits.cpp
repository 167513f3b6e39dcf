// `rothcheck limits` as text, CSV, JSON and a file to fill in.
#include "reports/limits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

namespace rothcheck::reports {

namespace {

struct Column {
  LimitKey key;
  std::string_view head;
};
constexpr Column columns[] = {
    {LimitKey::annual_additions_415c, "415(c)"},   {LimitKey::elective_deferral_402g, "402(g)"},
    {LimitKey::catch_up_age_50, "50 and over"},    {LimitKey::catch_up_age_60_63, "60 to 63"},
    {LimitKey::compensation_401a17, "401(a)(17)"}, {LimitKey::hce_compensation_414q, "HCE"},
};

std::string brief(Range phase_out) {
  return fmt::format("{} to {}", brief(phase_out.least), brief(phase_out.most));
}

std::string words(const std::vector<MissingMonth>& missing) {
  std::string all;
  for (std::size_t i = 0; i < missing.size(); ++i) {
    if (i != 0) all += i + 1 == missing.size() ? " and " : ", ";
    all += fmt::format("{} of {}", missing[i].chained ? "C-CPI-U" : "CPI-U",
                       to_string(missing[i].month));
  }
  return all;
}

std::string csv_text(std::string_view text) {
  return text.find_first_of(",\"\n") == text.npos
             ? std::string{text}
             : fmt::format("\"{}\"", text);  // no law and no notice has a quotation mark
}

void write_csv_line(int year, const LimitRow& row, std::string_view status, std::string_view value,
                    std::string_view least, std::string_view most, std::string_view turns_at,
                    std::string_view law, std::string_view source, std::ostream& out) {
  out << fmt::format("{},{},{},{},{},{},{},{},{}\n", year, row.name, status, value, least, most,
                     turns_at, csv_text(law), csv_text(source));
}

std::string plain(Money amount) { return to_plain_string(amount); }

void write_csv(const YearFigures& year, std::ostream& out) {
  for (const LimitRow& row : limit_rows()) {
    const auto& figure = year[row.key];
    if (!figure) continue;
    std::string value, least, most;
    if (const Money* amount = std::get_if<Money>(&figure->value)) {
      value = plain(*amount);
    } else if (const Rate* rate = std::get_if<Rate>(&figure->value)) {
      value = to_percent_string(*rate);
    } else {
      least = plain(std::get<Range>(figure->value).least);
      most = plain(std::get<Range>(figure->value).most);
    }
    write_csv_line(year.year, row, year.overridden ? "given" : "published", value, least, most, "",
                   row.law, figure->source, out);
  }
}

void write_csv(const ComputedYear& year, std::ostream& out) {
  for (const ComputedFigure& figure : year.figures) {
    const LimitRow& row = limit_row(figure.key);
    const bool is_phase_out = row.type == LimitType::range, settled = figure.amount.settled();
    std::string value, least, most;
    if (!settled || is_phase_out) {
      least = plain(figure.amount.least);
      most = plain(is_phase_out ? figure.amount.most + figure.width : figure.amount.most);
    } else {
      value = plain(figure.amount.least);
    }
    write_csv_line(year.year, row, settled ? "computed" : "open", value, least, most,
                   figure.turns_at ? index_text(*figure.turns_at) : "", figure.law, "", out);
  }
}

Tree range_of(std::string_view name, Range range) {
  return Tree::object(std::string{name}).with("from", range.least).with("to", range.most);
}

Tree figure_of(const LimitRow& row, const Figure& figure) {
  Tree tree = Tree::object(std::string{row.name});
  if (const Money* amount = std::get_if<Money>(&figure.value)) {
    tree.with("amount", *amount);
  } else if (const Rate* rate = std::get_if<Rate>(&figure.value)) {
    tree.with("rate", Tree::Value{to_percent_string(*rate)});
  } else {
    tree.with(range_of("range", std::get<Range>(figure.value)));
  }
  return tree.with("law", Tree::Value{std::string{row.law}})
      .with("source", Tree::Value{figure.source});
}

Tree figure_of(const ComputedFigure& figure) {
  const LimitRow& row = limit_row(figure.key);
  Tree tree = Tree::object(std::string{row.name});
  const auto amount_of = [&](Money amount, std::string_view name) {
    if (row.type == LimitType::range)
      tree.with(range_of(name, {amount, amount + figure.width}));
    else
      tree.with(name, amount);
  };
  if (figure.amount.settled()) {
    amount_of(figure.amount.least, row.type == LimitType::range ? "range" : "amount");
  } else {
    amount_of(figure.amount.least, "least");
    amount_of(figure.amount.most, "most");
    tree.with("turns_at", figure.turns_at ? Tree::Value{index_text(*figure.turns_at)}
                                          : Tree::Value{Tree::Null{}});
  }
  return tree.with("law", Tree::Value{std::string{figure.law}});
}

/// As a limits file writes an amount.
std::string toml_dollars(Money amount) { return std::to_string(amount.in_cents() / 100); }

std::string toml_value(const Figure& figure) {
  if (const Money* amount = std::get_if<Money>(&figure.value))
    return "amount = " + toml_dollars(*amount);
  if (const Rate* rate = std::get_if<Rate>(&figure.value))
    return fmt::format("rate = \"{}\"", to_percent_string(*rate));
  const Range range = std::get<Range>(figure.value);
  return fmt::format("range = [{}, {}]", toml_dollars(range.least), toml_dollars(range.most));
}

/// Whether the statute fixes the figure for good, so that its source is a section and no notice.
bool is_fixed(const Figure& figure) { return figure.source.starts_with("IRC"); }

}  // namespace

std::string shown(const Figure& figure) {
  if (const Money* amount = std::get_if<Money>(&figure.value)) return brief(*amount);
  if (const Rate* rate = std::get_if<Rate>(&figure.value)) return to_percent_string(*rate);
  return brief(std::get<Range>(figure.value));
}

std::string shown(const ComputedFigure& figure) {
  const auto one = [&](Money amount) {
    return figure.width == Money{} ? brief(amount) : brief(Range{amount, amount + figure.width});
  };
  return figure.amount.settled()
             ? one(figure.amount.least)
             : fmt::format("{} or {}", one(figure.amount.least), one(figure.amount.most));
}

void write_limits_overview(const LimitTable& limits, std::ostream& out) {
  out << "year";
  for (const Column& column : columns) out << fmt::format("{:>13}", column.head);
  out << '\n';
  for (const int number : limits.years()) {
    const YearFigures& year = *limits.find(number);
    out << number;
    for (const Column& column : columns) {
      const auto& figure = year[column.key];
      out << fmt::format("{:>13}", figure ? shown(*figure) : "-");
    }
    out << (year.overridden ? "  from " + year.file : "") << '\n';
  }
  out << "\n`rothcheck limits YEAR` has all figures of a year with their sources.\n"
         "HCE: pay of that year above which a person is highly compensated in the year after.\n";
}

void write_limits_text(const YearFigures& year, std::ostream& out) {
  out << fmt::format("Figures of {}, from {}{}\n\n", year.year, year.file,
                     year.overridden ? ", which replaces the published ones" : "");
  for (const LimitRow& row : limit_rows()) {
    const auto& figure = year[row.key];
    if (!figure) continue;
    out << fmt::format("{:<66}{:>22}\n", row.label, shown(*figure))
        << fmt::format("    {}; {}\n", row.law, figure->source);
  }
}

void write_limits_text(const ComputedYear& year, std::ostream& out) {
  out << fmt::format(
      "Figures of {}, computed, not published: the statutes' formulas and the consumer price "
      "index.\nThe Social Security wage base follows average wages and needs its notice.\n",
      year.year);
  if (!year.missing.empty())
    out << fmt::format("The index has no {}: a figure that it decides has two amounts, or more.\n",
                       words(year.missing));
  out << '\n';
  for (const ComputedFigure& figure : year.figures) {
    out << fmt::format("{:<58}{:>30}\n", limit_row(figure.key).label, shown(figure))
        << fmt::format("    {}{}\n", figure.law,
                       figure.turns_at ? fmt::format("; the larger from an index of {}",
                                                     index_text(*figure.turns_at))
                                       : "");
  }
}

void write_limits_csv(const std::vector<const YearFigures*>& years, const ComputedYear* computed,
                      std::ostream& out) {
  out << "year,figure,status,value,least,most,turns_at,law,source\n";
  for (const YearFigures* year : years) write_csv(*year, out);
  if (computed != nullptr) write_csv(*computed, out);
}

Tree tree_of(const std::vector<const YearFigures*>& years, const ComputedYear* computed) {
  Tree list = Tree::list("years");
  for (const YearFigures* year : years) {
    Tree figures = Tree::object("figures");
    for (const LimitRow& row : limit_rows()) {
      if (const auto& figure = (*year)[row.key]) figures.with(figure_of(row, *figure));
    }
    list.with(
        Tree::object()
            .with("year", Tree::Value{std::int64_t{year->year}})
            .with("status", Tree::Value{std::string{year->overridden ? "given" : "published"}})
            .with(std::move(figures)));
  }
  if (computed != nullptr) {
    Tree figures = Tree::object("figures"), missing = Tree::list("missing");
    for (const ComputedFigure& figure : computed->figures) figures.with(figure_of(figure));
    for (const MissingMonth& month : computed->missing)
      missing.with("", Tree::Value{words({month})});
    list.with(Tree::object()
                  .with("year", Tree::Value{std::int64_t{computed->year}})
                  .with("status", Tree::Value{std::string{"computed"}})
                  .with(std::move(missing))
                  .with(std::move(figures)));
  }
  return Tree::object()
      .with("schema", Tree::Value{std::string{"rothcheck-limits/1"}})
      .with(std::move(list));
}

void write_limits_template(int year, const YearFigures& last, const ComputedYear& computed,
                           std::ostream& out) {
  out << fmt::format(
      "# Figures the law fixes for {0}, to fill in from the notices that publish them. What stands "
      "in "
      "a comment is\n# computed or of {1}, and is no source. What the statute fixes for good is "
      "filled in.\n[year.{0}]\n",
      year, last.year);
  for (const LimitRow& row : limit_rows()) {
    if (row.since > year) continue;
    const auto& before = last[row.key];
    if (before && is_fixed(*before)) {
      out << fmt::format("\n# The {}, {}.\n{} = {{ {}, source = \"{}\" }}\n", row.label, row.law,
                         row.name, toml_value(*before), before->source);
      continue;
    }
    const ComputedFigure* figure = computed.find(row.key);
    const std::string beside =
        figure != nullptr ? "computed " + shown(*figure)
                          : (before ? fmt::format("{} in {}", shown(*before), last.year) : "");
    const char* const empty = row.type == LimitType::range  ? "range = [, ]"
                              : row.type == LimitType::rate ? "rate = \"\""
                                                            : "amount = ";
    out << fmt::format("\n# The {}, {}: {}.\n{} = {{ {}, source = \"\" }}\n", row.label, row.law,
                       beside, row.name, empty);
  }
}

}  // namespace rothcheck::reports
