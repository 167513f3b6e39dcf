#include "reports/letter.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "reports/amounts.hpp"
#include "reports/check_text.hpp"
#include "reports/clauses.hpp"
#include "reports/html/words.hpp"
#include "reports/privacy.hpp"
#include "reports/sources_of_law.hpp"
#include "reports/version.hpp"

namespace rothcheck::reports {

namespace {

bool can_still_save(const Assessment& answer) {
  return has_room(answer.verdict) && answer.remaining.settled() && answer.remaining.least > Money{};
}

std::string heading_of(const Assessment& answer) {
  if (can_still_save(answer))
    return fmt::format("You may still save {} after tax this year",
                       to_string(answer.remaining.least));
  if (has_room(answer.verdict) && answer.remaining.settled())
    return "You have saved all that you can after tax this year";
  switch (answer.verdict) {
    case Verdict::no_room:
      return "You can save nothing more after tax this year";
    case Verdict::not_eligible:
      return "You are not in the plan this year";
    case Verdict::not_available:
      return "Our plan does not have these savings for you";
    default:
      return "We do not know yet how much you may save after tax";
  }
}

std::string opening_of(const Assessment& answer) {
  if (answer.verdict == Verdict::not_eligible)
    return "Some people can save extra money from their pay after tax, and move it to Roth. You "
           "cannot, because you are not in the plan yet. You do not have to do anything.";
  if (answer.verdict == Verdict::not_available)
    return "Some plans let people save extra money from their pay after tax, and move it to Roth. "
           "Our plan does not do that for you. You do not have to do anything.";
  return "Our plan lets you save extra money from your pay after tax, and then move it to Roth. "
         "Roth "
         "money can grow. After age 59½ it can most often be paid out free of federal income tax. "
         "Some call this a “mega backdoor Roth.” This letter tells you how much you may put in, "
         "and "
         "how. You do not have to do anything.";
}

/// The limit that decides, in the words of a letter.
std::string limit_words(const Assessment& answer, const PlanAnswer& plan, const Sources& sources) {
  switch (*answer.binding) {
    case Binding::plan_limit: {
      const std::string clause = clause_text(sources, answer.binding_at);
      return fmt::format("The plan’s limit for you: {}",
                         clause.starts_with("limit ") ? clause.substr(6) : clause);
    }
    case Binding::annual_additions_limit:
      return fmt::format("The law’s limit on all savings in {}, less your own and ours", plan.year);
    case Binding::compensation_limit:
      return "All of your pay, less what else goes in";
    case Binding::earned_income_limit:
      return "All that you earned, less what else goes in";
    case Binding::pay:
      return "What is left of your pay";
    case Binding::not_permitted:
      return "The plan takes no such savings";
  }
  return {};
}

std::string cite_of(const Sources& sources, Span where) {
  const std::string cite = clause_cite(sources, where);
  return cite.empty() ? std::string{} : "Plan document: " + cite;
}

/// What is asked of the administrator in the law's words is asked of a person in their own.
std::string plain_question(QuestionKind kind) {
  constexpr std::string_view term = "415 compensation";
  std::string sentence = asked(kind);
  for (std::size_t at; (at = sentence.find(term)) != std::string::npos;)
    sentence.replace(at, term.size(), "pay");
  return sentence;
}

LetterSection why(const Assessment& answer, const PlanAnswer& plan, const Sources& sources) {
  LetterSection section{.heading = "Why this amount"};
  if (has_room(answer.verdict) && answer.binding) {
    section.lines.push_back({limit_words(answer, plan, sources),
                             cite_of(sources, answer.binding_at), amount_words(answer.room)});
    if (answer.remaining.settled() && answer.remaining != answer.room) {
      section.lines.push_back({"You have put in this much so far", "",
                               "− " + to_string(answer.room.least - answer.remaining.least)});
      section.lines.push_back({"Still possible", "", to_string(answer.remaining.least), true});
    }
    const Money own = remainder(answer.deferrals.least, answer.catch_up.least);
    if (answer.deferrals.settled() && answer.employer.settled() && answer.catch_up.settled()) {
      section.paragraphs.push_back(
          fmt::format("We counted {} of your own savings before tax or in Roth, and {} from us.",
                      to_string(own), to_string(answer.employer.least)));
    }
    return section;
  }
  if (answer.verdict == Verdict::undetermined || !answer.binding) {
    section.heading = "What we need to know";
    section.paragraphs.push_back("A fact is missing. Please help us find it.");
    for (const Question& question : answer.questions)
      section.paragraphs.push_back(plain_question(question.kind));
    return section;
  }
  section.heading = "Why";
  const std::string clause = clause_text(sources, answer.binding_at);
  if (answer.verdict == Verdict::no_room) {
    section.paragraphs.push_back(
        fmt::format("{}. Nothing is left under it.", limit_words(answer, plan, sources)));
  } else if (!clause.empty()) {
    const std::string cite = cite_of(sources, answer.binding_at);
    section.paragraphs.push_back(
        fmt::format("The plan says: “{}.”{}", clause, cite.empty() ? "" : " " + cite + "."));
  }
  return section;
}

std::string move_step(const PlanAnswer& plan) {
  const auto has = [&plan](Route route) {
    return std::find(plan.routes.begin(), plan.routes.end(), route) != plan.routes.end();
  };
  if (has(Route::in_plan_roth_rollover)) {
    const bool automatic =
        std::any_of(plan.frictions.begin(), plan.frictions.end(), [](const Friction& friction) {
          return friction.text.find("automatic") != std::string::npos;
        });
    return automatic ? "Check that the money moves to Roth. The plan can do this by itself."
                     : "Ask the recordkeeper to move the money to Roth. Say “in-plan Roth rollover "
                       "of after-tax money.”";
  }
  if (has(Route::in_service_distribution))
    return "Ask the recordkeeper to pay the after-tax money to your Roth IRA. Say “rollover of "
           "after-tax money to a Roth IRA.”";
  return "The money can move to a Roth IRA only when you leave us. Ask the recordkeeper then.";
}

LetterSection what_to_do(const Assessment& answer, const PlanAnswer& plan) {
  LetterSection section{.heading = "What to do, if you want to use it", .steps = true};
  std::string choose = "Choose an amount. Leave enough of your pay for taxes and bills.";
  if (answer.planned && answer.planned->settled() && answer.room.settled()) {
    const Money planned = answer.planned->least, room = answer.room.least;
    if (planned > room)
      choose = fmt::format("Choose less. You chose {} for the year. That is {} too much.",
                           to_string(planned), to_string(planned - room));
    else if (planned == Money{})
      choose += " So far you chose none.";
    else
      choose += fmt::format(" You chose {} for the year. If you change nothing, {} stays unused.",
                            to_string(planned), to_string(room - planned));
  }
  section.paragraphs.push_back(choose);
  section.paragraphs.push_back(fmt::format(
      "Change your choice in time. The money must come out of your pay in the plan year "
      "{}. Ask us by which day payroll needs to know.",
      plan.year));
  section.paragraphs.push_back(move_step(plan));
  for (const Friction& friction : plan.frictions)
    section.paragraphs.back() += " " + with_capital(friction.text) + ".";
  return section;
}

LetterSection cost_of_waiting() {
  return {
      .heading = "What it costs if you wait to move it",
      .paragraphs = {
          "The money you put in is not taxed again when it moves. What it has earned is. Say you "
          "put in $1,000 and it has grown to $1,030 when it moves. Then you pay income tax on "
          "$30. If you move it soon, there is almost nothing to tax."}};
}

LetterSection yearly_test() {
  return {
      .heading = "A yearly test",
      .paragraphs = {
          "You count as “highly compensated.” Each year the plan compares what this group saves "
          "with what all others save. If the group saved too much, a part may come back to you "
          "after the year ends. What it earned is then taxed."}};
}

std::vector<std::string> fine_print_of(const Assessment& answer, const PlanAnswer& plan,
                                       const LimitTable& limits) {
  std::vector<std::string> lines = {
      "Not legal or tax advice. The plan document decides. A tax adviser can tell you what this "
      "means for you."};
  if (const YearFigures* year = limits.find(plan.year))
    lines.push_back(fmt::format("Limits of {}: {}. Worked out with rothcheck {}.", plan.year,
                                source_of_year(*year), program_version()));
  for (const Assumption assumption : answer.assumptions.list())
    lines.push_back(fmt::format("Taken for granted: {}.", sentence_of(assumption)));
  return lines;
}

}  // namespace

Letter letter_to(const Assessment& answer, const PlanAnswer& plan, const Sources& sources,
                 const LimitTable& limits, const Sender& sender) {
  Letter letter{.from = std::string{sender.sponsor},
                .to = shortened(shown_id(answer.id)),
                .about = shortened(plan_title(plan)),
                .heading = heading_of(answer),
                .opening = opening_of(answer)};
  if (has_room(answer.verdict) && !is_boundless(answer.remaining.most)) {
    letter.amount = LetterAmount{.words = "Still possible this year", .amount = answer.remaining};
    if (answer.room.settled() && answer.remaining.settled()) {
      letter.amount->whole = answer.room.least;
      letter.amount->used = answer.room.least - answer.remaining.least;
    }
  } else if (answer.verdict == Verdict::undetermined && !is_boundless(answer.room.most)) {
    letter.amount = LetterAmount{.words = "Possible this year, between", .amount = answer.room};
  }
  letter.sections.push_back(why(answer, plan, sources));
  if (can_still_save(answer)) {
    letter.sections.push_back(what_to_do(answer, plan));
    letter.sections.push_back(cost_of_waiting());
  }
  const bool tested = plan.acp && plan.acp->untested.empty();
  if (has_room(answer.verdict) && tested && answer.highly_compensated.value_or(false))
    letter.sections.push_back(yearly_test());
  letter.sections.push_back(
      {.heading = "Ask us",
       .paragraphs = {
           "If a figure here looks wrong, please tell us. We worked it out from your pay "
           "and savings on file. We are glad to help."}});
  letter.fine_print = fine_print_of(answer, plan, limits);
  return letter;
}

}  // namespace rothcheck::reports
