#include "reports/html/person.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "reports/amounts.hpp"
#include "reports/check_text.hpp"
#include "reports/html/findings.hpp"
#include "reports/html/words.hpp"
#include "reports/worksheet_lines.hpp"

namespace rothcheck::reports {

namespace {

/// The year's money side by side, drawn to the larger of what there is and the law's limit.
class Bar {
 public:
  Bar(Html& html, Money whole) : html_{html}, whole_{std::max<std::int64_t>(whole.in_cents(), 1)} {}

  void part(Money amount, std::string_view tone) {
    const std::int64_t end = place(at_ + amount.in_cents());
    const std::int64_t begin = place(at_);
    if (end > begin)
      html_("<rect class=\"{}\" x=\"{}\" width=\"{}\" height=\"20\"/>", tone, begin, end - begin);
    at_ += amount.in_cents();
  }
  void line(Money at) {
    html_("<rect class=\"ki\" x=\"{}\" y=\"-4\" width=\"3\" height=\"28\"/>", place(at.in_cents()));
  }

 private:
  std::int64_t place(std::int64_t cents) const {
    return std::clamp<std::int64_t>(cents * 1000 / whole_, 0, 1000);
  }

  Html& html_;
  std::int64_t whole_, at_ = 0;
};

void write_bar_of(const Context& context, const Assessment& answer) {
  if (is_boundless(answer.room.most) || is_boundless(answer.deferrals.most) ||
      is_boundless(answer.employer.most))
    return;
  Html& html = context.html;
  const Money own = remainder(answer.deferrals.least, answer.catch_up.least);
  const Money limit =
      context.plan().annual_additions ? context.plan().annual_additions->amount : Money{};
  const Money open = answer.room.most - answer.room.least;
  const Money in_limit = own + answer.employer.least + answer.room.most;
  html(
      "<svg class=\"stack\" viewBox=\"0 -4 1000 28\" preserveAspectRatio=\"none\" "
      "aria-hidden=\"true\">");
  Bar bar{html, greater(in_limit, limit) + answer.catch_up.least};
  bar.part(own, "k1");
  bar.part(answer.employer.least, "k3");
  bar.part(answer.room.least, "k4");
  bar.part(open, "k5");
  if (in_limit < limit) bar.part(limit - in_limit, "k0");
  bar.part(answer.catch_up.least, "k2");
  if (limit > Money{}) bar.line(limit);
  html(
      "</svg>\n<ul class=\"parts\"><li class=\"q1\">Own deferrals <b>{}</b></li><li "
      "class=\"q3\">Employer <b>{}</b></li><li class=\"q4\">Room <b>{}</b></li>",
      amount_words({own, remainder(answer.deferrals.most, answer.catch_up.most)}),
      amount_words(answer.employer), amount_words(answer.room));
  if (answer.catch_up.most > Money{})
    html("<li class=\"q2\">Catch-up, on top <b>{}</b></li>", amount_words(answer.catch_up));
  html("</ul>\n");
}

void write_worksheet(const Context& context, const Assessment& answer) {
  Html& html = context.html;
  html(
      "<table class=\"ws\"><caption>How it is worked out</caption>\n<thead><tr><th scope=\"col\" "
      "class=\"n\">Line</th><th scope=\"col\">What</th><th scope=\"col\" "
      "class=\"n\">Amount</th><th "
      "scope=\"col\">From</th></tr></thead>\n<tbody>\n");
  for (const WrittenLine& line :
       written_lines(answer.worksheet, context.sources(), *context.report.limits)) {
    html(line.strong ? Markup<0>{"<tr class=\"r\">"} : Markup<0>{"<tr>"});
    html(
        "<td class=\"n\">{}</td><th scope=\"row\">{}</th><td class=\"n\">{}</td><td>{}</td></tr>\n",
        line.number, line.label, line.amount, line.basis);
  }
  html("</tbody></table>\n");
}

void write_lowest_limits(const Context& context, const Assessment& answer) {
  constexpr std::size_t most_limits = 3;
  std::vector<Constraint> limits = answer.constraints;
  std::stable_sort(limits.begin(), limits.end(), [](const Constraint& a, const Constraint& b) {
    return a.amount.most < b.amount.most;
  });
  if (limits.size() > most_limits) limits.resize(most_limits);
  if (limits.empty()) return;
  Html& html = context.html;
  html("<ul>\n");
  for (const Constraint& limit : limits) {
    const LimitWords words =
        words_of({answer.verdict, limit.name, limit.where}, context.plan(), context.sources());
    html("<li>{} leaves {} ", words.title, amount_words(limit.amount));
    write_clause(html, context.sources(), limit.where);
    html("</li>\n");
  }
  html("</ul>\n");
}

void write_remarks(const Context& context, const Assessment& answer) {
  Html& html = context.html;
  const std::vector<Assumption> assumptions = answer.assumptions.list();
  if (answer.questions.empty() && assumptions.empty()) return;
  html("<ul>\n");
  for (const Question& question : answer.questions) {
    html("<li><b>{}</b> {}</li>\n",
         asked_of(question.kind) == Whom::plan ? "Ask the administrator:"
                                               : "Needed in the participant file:",
         asked(question.kind));
  }
  for (const Assumption assumption : assumptions)
    html("<li>Taken for granted: {}</li>\n", sentence_of(assumption));
  html("</ul>\n");
}

}  // namespace

void write_panel(const Context& context, const Assessment& answer, bool with_worksheet) {
  if (answer.binding_at.somewhere()) {
    context.html("<p>It says: ");
    write_clause(context.html, context.sources(), answer.binding_at);
    context.html("</p>\n");
  }
  write_bar_of(context, answer);
  write_findings(context, answer.findings);
  write_remarks(context, answer);
  if (with_worksheet && !answer.worksheet.lines.empty()) {
    write_worksheet(context, answer);
  } else {
    write_lowest_limits(context, answer);
  }
}

}  // namespace rothcheck::reports
