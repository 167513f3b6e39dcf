// `project -f text` and `-f json`. Keys are only ever added, behind those that are there.
#include "reports/project.hpp"

#include <fmt/format.h>

#include <ostream>

#include "reports/page.hpp"

namespace rothcheck::reports {

namespace {

constexpr int column = 18;

Tree::Value text(std::string_view words) { return std::string{words}; }
Tree::Value number(int value) { return std::int64_t{value}; }

Money contribution_of(const Projection& answer) {
  Money sum;
  for (const Saver& saver : answer.savers) sum += saver.contribution;
  return sum;
}

Money paid_in(const ProjectedStrategy& strategy) {
  Money sum;
  for (const ProjectedYear& each : strategy.years) sum += each.paid_in;
  return sum;
}

std::string of_saver(const Saver& saver) {
  std::string words = fmt::format("{}: {} a year", saver.name, to_string(saver.contribution));
  words += saver.age ? fmt::format(", age {}", *saver.age) : ", age not stated";
  if (saver.deferral_room)
    words += fmt::format(", {} of the deferral limit free", to_string(*saver.deferral_room));
  return words;
}

std::string inside_words(const ProjectedStrategy& strategy, int year) {
  if (strategy.vehicle == Vehicle::taxable) return "all of it";
  if (strategy.beside == Money{}) return fmt::format("takes all of it in {}", year);
  return fmt::format("takes {} of it in {}; {} go to a taxable account", to_string(strategy.inside),
                     year, to_string(strategy.beside));
}

void write_head(Page& page, const Projection& answer) {
  page.paragraph(
      fmt::format("{} a year from {} for {} years: arithmetic on the assumptions below, "
                  "not a forecast",
                  to_string(contribution_of(answer)), answer.year, answer.settings.years),
      0, 4, Ink::bold);
  std::string_view label = "who";
  for (const Saver& saver : answer.savers) {
    page.entry(label, of_saver(saver));
    label = "";
  }
}

void write_outcomes(Page& page, std::ostream& out, const Projection& answer) {
  page.blank();
  page.paragraph(fmt::format("At the end of {}", answer.strategies[0].years.back().year), 0, 0,
                 Ink::bold);
  out << fmt::format("    {:<18}{:>{c}}{:>{c}}{:>{c}}{:>{c}}\n", "", "paid in", "balance",
                     "after tax", "in today's money", fmt::arg("c", column));
  for (const ProjectedStrategy& each : answer.strategies) {
    const ProjectedYear& end = each.years.back();
    out << fmt::format("    {:<18}{:>{c}}{:>{c}}{:>{c}}{:>{c}}\n", label_of(each.vehicle),
                       to_string(paid_in(each)), to_string(end.balance), to_string(end.after_tax),
                       to_string(end.today), fmt::arg("c", column));
  }
  page.blank();
  for (const ProjectedStrategy& each : answer.strategies) {
    page.paragraph(fmt::format("{}: {}", label_of(each.vehicle), inside_words(each, answer.year)),
                   4, 4);
  }
}

void write_years(Page& page, std::ostream& out, const Projection& answer, std::string_view title,
                 Money ProjectedYear::* value) {
  page.blank();
  page.paragraph(title, 0, 0, Ink::bold);
  out << "    year";
  for (const ProjectedStrategy& each : answer.strategies)
    out << fmt::format("{:>{c}}", label_of(each.vehicle), fmt::arg("c", column));
  out << '\n';
  for (std::size_t i = 0; i < answer.strategies[0].years.size(); ++i) {
    out << fmt::format("    {}", answer.strategies[0].years[i].year);
    for (const ProjectedStrategy& each : answer.strategies)
      out << fmt::format("{:>{c}}", to_string(each.years[i].*value), fmt::arg("c", column));
    out << '\n';
  }
}

void write_assumptions(Page& page, const Projection& answer) {
  page.blank();
  page.paragraph("Assumptions", 0, 0, Ink::bold);
  const ProjectionSettings standard;
  for (const SettingRow& row : projection_settings()) {
    const Rate rate = answer.settings.*row.member;
    page.paragraph(
        fmt::format("{}: {}{}", row.meaning, to_percent_string(rate),
                    rate == standard.*row.member ? " (what is taken unless stated)" : ""),
        4, 4);
  }
  for (const std::string_view each : answer.derivation.assumptions) page.paragraph(each, 4, 4);
}

Tree saver_tree(const Saver& saver) {
  return Tree::object()
      .with("id", text(saver.name))
      .with("contribution", saver.contribution)
      .with("age", saver.age ? number(*saver.age) : Tree::Value{Tree::Null{}})
      .with("deferral_room", saver.deferral_room);
}

Tree strategy_tree(const ProjectedStrategy& strategy) {
  Tree years = Tree::list("years");
  for (const ProjectedYear& each : strategy.years) {
    years.with(Tree::object()
                   .with("year", number(each.year))
                   .with("paid_in", each.paid_in)
                   .with("balance", each.balance)
                   .with("after_tax", each.after_tax)
                   .with("today", each.today));
  }
  const ProjectedYear& end = strategy.years.back();
  return Tree::object()
      .with("id", text(to_string(strategy.vehicle)))
      .with("inside", strategy.inside)
      .with("beside", strategy.beside)
      .with("paid_in", paid_in(strategy))
      .with("balance", end.balance)
      .with("after_tax", end.after_tax)
      .with("today", end.today)
      .with(std::move(years));
}

}  // namespace

void write_projection_text(const Projection& answer, const CheckOptions& options,
                           std::ostream& out) {
  Page page{out, options.width, options.colour};
  write_head(page, answer);
  write_outcomes(page, out, answer);
  write_years(page, out, answer, "After tax, year by year", &ProjectedYear::after_tax);
  write_years(page, out, answer, "The same in today's money", &ProjectedYear::today);
  write_assumptions(page, answer);
}

Tree tree_of(const Projection& answer) {
  Tree rates = Tree::object("rates"), savers = Tree::list("people"),
       strategies = Tree::list("strategies"), assumptions = Tree::list("assumptions");
  for (const SettingRow& row : projection_settings())
    rates.with(row.name, text(to_percent_string(answer.settings.*row.member)));
  for (const Saver& saver : answer.savers) savers.with(saver_tree(saver));
  for (const ProjectedStrategy& each : answer.strategies) strategies.with(strategy_tree(each));
  for (const std::string_view each : answer.derivation.assumptions)
    assumptions.with("", text(each));
  return Tree::object()
      .with("schema", text("rothcheck-project/1"))
      .with("year", number(answer.year))
      .with("years", number(answer.settings.years))
      .with("contribution", contribution_of(answer))
      .with(std::move(savers))
      .with(std::move(rates))
      .with(std::move(strategies))
      .with(std::move(assumptions));
}

}  // namespace rothcheck::reports
