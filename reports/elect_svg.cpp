// `elect -f svg`: a panel for each style, money stacked by pay date, limits as lines across.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <ostream>

#include "reports/elect.hpp"
#include "reports/xml_text.hpp"

namespace rothcheck::reports {

// Beside the one of CSV columns, which would hide it.
using rothcheck::to_string;

namespace {

constexpr int width = 960, left = 76, right = 24, top = 118, panel = 250, gap = 76;
constexpr int plot_width = width - left - right;

/// What December 31 adds is seen in a strip behind it, as wide as so many days.
constexpr int after_year = 9;

/// What is stacked, from the bottom up. Catch-up is on top: it is no annual addition.
struct Layer {
  std::string_view name, fill;
};
constexpr std::array<Layer, 4> layers{{{"deferrals", "#2f6fa7"},
                                       {"after-tax", "#e08b2d"},
                                       {"match and other employer money", "#4c9f70"},
                                       {"catch-up", "#8c6bb1"}}};

/// The stack at one day.
struct Stack {
  int day = 0;  // of the year, from 0
  std::array<Money, 4> money;

  Money up_to(std::size_t layer) const {
    Money sum;
    for (std::size_t i = 0; i <= layer; ++i) sum += money[i];
    return sum;
  }
};

struct Scale {
  Money most;
  int days = 365;
  int base = 0;  // the y of nothing

  int x(int day) const { return left + day * plot_width / days; }
  int y(Money amount) const {
    return base - static_cast<int>(
                      divide(Wide{amount.in_cents()} * panel, most.in_cents(), Round::nearest));
  }
};

int day_of(const ElectionAnswer& answer, Date on) {
  return days_from_to(date(answer.year, 1, 1), on) - 1;
}

std::vector<Stack> stacks_of(const ElectionAnswer& answer, const ElectionPlan& plan) {
  const Money ordinary = remainder(plan.deferrals.reached, plan.catch_up);
  const auto stack = [&](int day, Money deferred, Money after_tax, Money employer) {
    return Stack{day,
                 {lesser(deferred, ordinary), after_tax, employer, remainder(deferred, ordinary)}};
  };
  Money matched = answer.match_so_far;
  std::vector<Stack> stacks = {stack(0, answer.deferrals_so_far, answer.after_tax_so_far, matched)};
  for (const PaycheckRow& row : plan.rows) {
    matched += row.match;
    stacks.push_back(
        stack(day_of(answer, row.on), row.deferrals_to_date, row.after_tax_to_date, matched));
  }
  Stack end = stacks.back();
  end.day = day_of(answer, date(answer.year, 12, 31));
  end.money[2] += plan.at_year_end + plan.other_employer;
  stacks.push_back(end);
  end.day += after_year;
  stacks.push_back(end);
  return stacks;
}

/// A layer's outline: along its upper edge in steps, and back along its lower one.
std::string outline(const std::vector<Stack>& stacks, std::size_t layer, const Scale& scale) {
  std::string path;
  const auto edge = [&](const Stack& stack, bool upper) {
    if (upper) return scale.y(stack.up_to(layer));
    return scale.y(layer == 0 ? Money{} : stack.up_to(layer - 1));
  };
  for (std::size_t i = 0; i < stacks.size(); ++i) {
    const int x = scale.x(stacks[i].day);
    if (i > 0) path += fmt::format(" L{} {}", x, edge(stacks[i - 1], true));
    path += fmt::format(" {}{} {}", i == 0 ? 'M' : 'L', x, edge(stacks[i], true));
  }
  for (std::size_t i = stacks.size(); i > 0; --i) {
    const int x = scale.x(stacks[i - 1].day);
    path += fmt::format(" L{} {}", x, edge(stacks[i - 1], false));
    if (i > 1) path += fmt::format(" L{} {}", x, edge(stacks[i - 2], false));
  }
  return path.substr(1) + " Z";
}

void write_text(std::ostream& out, int x, int y, std::string_view text,
                std::string_view more = "") {
  out << fmt::format("  <text x=\"{}\" y=\"{}\"{}{}>{}</text>\n", x, y, more.empty() ? "" : " ",
                     more, xml_text(text));
}

/// A round step of the scale that gives about five lines.
Money step_of(Money most) {
  for (const std::int64_t dollars : {1'000, 2'500, 5'000, 10'000, 20'000, 50'000, 100'000}) {
    if (most.in_cents() <= Money::dollars(dollars).in_cents() * 6) return Money::dollars(dollars);
  }
  return Money::dollars(1'000'000);
}

void write_axes(std::ostream& out, const ElectionAnswer& answer, const Scale& scale) {
  const Money step = step_of(scale.most);
  for (Money at; at <= scale.most; at += step) {
    out << fmt::format("  <line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"#e3e6ea\"/>\n",
                       left, scale.y(at), width - right, scale.y(at));
    write_text(out, left - 8, scale.y(at) + 4, brief(at), "text-anchor=\"end\" fill=\"#555\"");
  }
  constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                              "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  for (unsigned month = 1; month <= 12; ++month) {
    const int x = scale.x(day_of(answer, date(answer.year, month, 1)));
    out << fmt::format("  <line x1=\"{0}\" y1=\"{1}\" x2=\"{0}\" y2=\"{2}\" stroke=\"#999\"/>\n", x,
                       scale.base, scale.base + 5);
    write_text(out, x + 4, scale.base + 16, months[month - 1], "fill=\"#555\"");
  }
}

void write_limit_line(std::ostream& out, const Scale& scale, Money amount, std::string_view name) {
  const int y = scale.y(amount);
  out << fmt::format(
      "  <line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"#333\" stroke-dasharray=\"6 "
      "4\"/>\n",
      left, y, width - right, y);
  write_text(out, left + 6, y - 5, fmt::format("{} {}", name, brief(amount)),
             "class=\"halo\" fill=\"#333\"");
}

/// The days on which limits are reached, each with its words under the months.
void write_moments(std::ostream& out, const ElectionAnswer& answer, const ElectionPlan& plan,
                   const Scale& scale) {
  int line = 0;
  for (const LimitReached& limit : plan.limits) {
    const int x = scale.x(day_of(answer, limit.on));
    out << fmt::format(
        "  <line x1=\"{0}\" y1=\"{1}\" x2=\"{0}\" y2=\"{2}\" stroke=\"#b3261e\" "
        "stroke-width=\"1.5\"/>\n",
        x, scale.y(scale.most), scale.base);
    out << fmt::format("  <circle cx=\"{}\" cy=\"{}\" r=\"9\" fill=\"#b3261e\"/>\n", x,
                       scale.y(scale.most) + 12 + 20 * line);
    ++line;
    write_text(out, x, scale.y(scale.most) - 4 + 20 * line, std::to_string(line),
               "text-anchor=\"middle\" fill=\"#fff\"");
  }
  int at = left;
  line = 0;
  for (const LimitReached& limit : plan.limits) {
    const std::string words = fmt::format(
        "{}  {} {}", ++line, to_string(limit.on),
        limit.limit == "401a17-limit" ? "401(a)(17) pay limit" : limit_words(limit.limit));
    write_text(out, at, scale.base + 34, words, "fill=\"#b3261e\"");
    at += static_cast<int>(words.size()) * 6 + 22;
  }
}

void write_panel(std::ostream& out, const ElectionAnswer& answer, const ElectionPlan& plan,
                 const Scale& scale) {
  const std::string cost = plan.match_cost == Money{}
                               ? "keeps the match"
                               : fmt::format("costs {} of match", to_string(plan.match_cost));
  write_text(out, left, scale.y(scale.most) - 10,
             fmt::format("{}: {} deferred, {} after tax, {} of match; {}", plan.name,
                         to_string(plan.deferrals.reached), to_string(plan.after_tax.reached),
                         to_string(plan.match), cost),
             "font-weight=\"bold\"");
  write_axes(out, answer, scale);
  const std::vector<Stack> stacks = stacks_of(answer, plan);
  for (std::size_t layer = 0; layer < layers.size(); ++layer) {
    if (stacks.back().money[layer] == Money{}) continue;
    out << fmt::format("  <path d=\"{}\" fill=\"{}\" fill-opacity=\"0.85\"/>\n",
                       outline(stacks, layer, scale), layers[layer].fill);
  }
  if (answer.deferral_limit > Money{})
    write_limit_line(out, scale, answer.deferral_limit, "deferral limit");
  write_limit_line(out, scale, answer.additions_limit, "annual additions limit");
  write_moments(out, answer, plan, scale);
}

void write_legend(std::ostream& out) {
  int at = left;
  for (const Layer& layer : layers) {
    out << fmt::format("  <rect x=\"{}\" y=\"60\" width=\"12\" height=\"12\" fill=\"{}\"/>\n", at,
                       layer.fill);
    write_text(out, at + 17, 70, layer.name);
    at += static_cast<int>(layer.name.size()) * 7 + 40;
  }
}

}  // namespace

void write_elect_svg(const ElectionAnswer& answer, std::ostream& out) {
  const std::vector<ElectionPlan>& plans = answer.readings.front().plans;
  const int height = top + static_cast<int>(plans.size()) * (panel + gap);
  Money most = answer.additions_limit + remainder(answer.deferral_most, answer.deferral_limit);
  most = portion(Rate{108, 100}, most, Round::up);
  if (most == Money{}) most = 1000_usd;
  out << fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" "
      "height=\"{1}\" role=\"img\" font-family=\"Helvetica, Arial, sans-serif\" "
      "font-size=\"12\">\n",
      width, height);
  const std::string title = fmt::format("{}, {}: elections by pay date", answer.plan, answer.year);
  out << fmt::format("  <title>{}</title>\n", xml_text(title));
  out << "  <style>.halo { paint-order: stroke; stroke: #fff; stroke-width: 3px; }</style>\n";
  out << "  <rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n";
  write_text(out, left, 28, title, "font-size=\"17\" font-weight=\"bold\"");
  if (!answer.readings.front().takes.empty() && answer.readings.size() > 1)
    write_text(out, left, 48, "if " + answer.readings.front().takes.front(), "fill=\"#b3261e\"");
  write_legend(out);
  const int days = days_from_to(date(answer.year, 1, 1), date(answer.year, 12, 31));
  int base = top + panel;
  for (const ElectionPlan& plan : plans) {
    write_panel(out, answer, plan, {most, days - 1 + after_year, base});
    base += panel + gap;
  }
  out << "</svg>\n";
}

}  // namespace rothcheck::reports
