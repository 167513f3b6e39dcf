// `In short`: every question of the page with its answer, which is its table of contents too.
#include <fmt/format.h>

#include "model/counted.hpp"
#include "reports/advice.hpp"
#include "reports/html/words.hpp"

namespace rothcheck::reports {

namespace {

void entry(const Context& context, std::string_view section, std::string_view question,
           std::string_view answer, std::string_view more) {
  context.html("<li><a href=\"#{}\">{}</a><span><b>{}</b> {}</span></li>\n", context.id(section),
               question, answer, more);
}

std::string not_known(const Tally& tally) {
  const std::int64_t open = tally.of(Verdict::undetermined).people;
  if (open == 0) return {};
  return fmt::format("For {} a fact is missing.", people(open));
}

void write_people(const Context& context) {
  const Tally& tally = context.tally();
  Share room;
  for (const Verdict verdict : {Verdict::available, Verdict::at_separation})
    room.add(tally.of(verdict));
  entry(context, "room", "Who can, and how much?",
        room.with_room == 0
            ? fmt::format("None of {} has room.", people(tally.people()))
            : fmt::format("{} of {}, {} in {}.", grouped(room.with_room), people(tally.people()),
                          to_string(room.room), context.plan().year),
        not_known(tally));
  const auto deciders = tally.deciders();
  if (deciders.empty()) return;
  const auto& [decider, share] = deciders.front();
  const LimitWords words = words_of(decider, context.plan(), context.sources());
  entry(context, "limits", "What limits people?", words.title + ".",
        fmt::format("It decides for {} of {}.", grouped(share.people), people(tally.people())));
}

void write_changes(const Context& context) {
  const PlanAnswer& plan = context.plan();
  const PlanAdvice* advice = context.advice();
  const std::string first =
      plan.questions.empty()
          ? "The clauses that decide are named."
          : fmt::format("{} to ask first.",
                        counted(static_cast<std::int64_t>(plan.questions.size()), "question"));
  entry(context, "changes", "What would open or widen it?",
        advice == nullptr || advice->proposals.empty()
            ? first
            : heading_of(advice->proposals.front()) + ".",
        advice == nullptr ? "This page tries no change."
        : advice->proposals.empty()
            ? with_capital(nothing_words(*advice)) + "."
            : with_capital(worth_words(advice->proposals.front(), advice->worth_of)) + ".");
}

}  // namespace

void write_in_short(const Context& context) {
  const PlanAnswer& plan = context.plan();
  begin_section(context, "short", "In short");
  context.html("<ul class=\"short\">\n");
  const Mark answer = plan_answer_of(plan);
  entry(context, "plan", "Can this plan do it?", std::string{answer.words} + ".",
        plan_sentence_of(plan));
  if (context.has_people()) write_people(context);
  const Mark test = test_answer_of(plan);
  entry(context, "test", "Will the nondiscrimination test take it back?",
        std::string{test.words} + ".", test_sentence_of(plan));
  write_changes(context);
  if (context.has_people()) {
    const std::int64_t rejected = context.report.summary.rows_rejected;
    context.html("<li><a href=\"#{}\">Each person</a><span><b>{}.</b>", context.id("people"),
                 with_capital(people(context.tally().people())));
    if (rejected != 0)
      context.html(" <a href=\"#left-out\">{} left out</a>: in no figure here.",
                   counted(rejected, "row"));
    context.html("</span></li>\n");
  }
  context.html("</ul>\n");
  end_section(context);
}

}  // namespace rothcheck::reports
