// `Who can, and how much?`: the sums, by answer, by status, by size.
#include <fmt/format.h>

#include <algorithm>

#include "reports/amounts.hpp"
#include "reports/html/words.hpp"

namespace rothcheck::reports {

namespace {

void write_stat(Html& html, std::string_view name, std::string_view figure, std::string_view note) {
  html("<div><dt>{}</dt><dd>{}", name, figure);
  if (!note.empty()) html("<small>{}</small>", note);
  html("</dd></div>\n");
}

void write_stats(const Context& context, const Share& room) {
  const Tally& tally = context.tally();
  Html& html = context.html;
  html("<dl class=\"stats\">\n");
  write_stat(html, "People checked", grouped(tally.people()), "");
  write_stat(html, "Have room", grouped(room.with_room), "");
  write_stat(html, "Room together", to_string(room.room),
             fmt::format("dollars of {}, before the test", context.plan().year));
  if (context.report.summary.room_after_acp && !context.of_several())
    write_stat(html, "Left by the test", to_string(*context.report.summary.room_after_acp),
               "of the highly compensated");
  if (const Share& open = tally.of(Verdict::undetermined); open.people != 0)
    write_stat(html, "Not known yet", grouped(open.people), "not in these sums");
  if (const std::int64_t out = context.report.summary.rows_rejected; out != 0)
    write_stat(html, "Rows left out", grouped(out), "in no figure here");
  html("</dl>\n");
}

void write_answers(const Context& context) {
  Html& html = context.html;
  const Tally& tally = context.tally();
  html(
      "<table class=\"t-bars\"><caption>The answers</caption>\n<thead><tr><th "
      "scope=\"col\">Answer</th>"
      "<td class=\"bar\"></td><th scope=\"col\" class=\"n\">People</th><th scope=\"col\" "
      "class=\"n\">Room</th></tr></thead>\n<tbody>\n");
  for (int i = 0; i < verdict_count; ++i) {
    const auto verdict = static_cast<Verdict>(i);
    const Share& share = tally.of(verdict);
    if (share.people == 0) continue;
    html("<tr><th scope=\"row\">");
    write_mark(html, mark_of(verdict));
    html("</th><td class=\"bar\">");
    write_bar(html, share.people, tally.people(), has_room(verdict) ? "k4" : "kg");
    html("</td><td class=\"n\">{}</td><td class=\"n\">{}</td></tr>\n", grouped(share.people),
         share.with_room != 0               ? to_string(share.room)
         : verdict == Verdict::undetermined ? open_words(share)
                                            : "none");
  }
  html("</tbody></table>\n");
}

void write_status_row(const Context& context, std::string_view name, std::string_view note,
                      const Share& share) {
  if (share.people == 0) return;
  Html& html = context.html;
  html(
      "<tr><th scope=\"row\">{} <span class=\"sub\">{}</span></th><td class=\"n\" "
      "data-l=\"With room\">{} of {}</td><td class=\"n\" data-l=\"Room\">{}</td>",
      name, note, grouped(share.with_room), grouped(share.people), to_string(share.room));
  if (context.report.asks_room_after_acp) {
    html("<td class=\"n\" data-l=\"Left by the test\">{}</td>",
         share.after_test ? to_string(*share.after_test) : "not settled");
  }
  html("</tr>\n");
}

void write_statuses(const Context& context) {
  Html& html = context.html;
  const Tally& tally = context.tally();
  html(
      "<table class=\"t-stack\"><caption>By status in the nondiscrimination test</caption>\n<thead>"
      "<tr><th scope=\"col\">Who</th><th scope=\"col\" class=\"n\">With room</th><th scope=\"col\" "
      "class=\"n\">Room</th>");
  if (context.report.asks_room_after_acp)
    html("<th scope=\"col\" class=\"n\">Left by the test</th>");
  html("</tr></thead>\n<tbody>\n");
  write_status_row(context, "Highly compensated (HCE)", "by pay of the year before, or ownership",
                   tally.highly_compensated());
  write_status_row(context, "Everybody else", "", tally.others());
  write_status_row(context, "Status not known", "a fact is missing", tally.status_unknown());
  html("</tbody></table>\n");
}

std::string step_words(std::size_t step) {
  const auto dollars = [](std::int64_t amount) { return brief(Money::dollars(amount)); };
  if (step == 0) return fmt::format("under {}", dollars(room_steps[1]));
  if (step + 1 == room_steps.size()) return fmt::format("{} or more", dollars(room_steps[step]));
  return fmt::format("{} to {}", dollars(room_steps[step]), dollars(room_steps[step + 1]));
}

void write_sizes(const Context& context) {
  const auto& steps = context.tally().steps();
  const std::int64_t most = *std::max_element(steps.begin(), steps.end());
  if (most == 0) return;
  Html& html = context.html;
  html(
      "<table class=\"t-bars\"><caption>How large the rooms are, where they are settled</caption>\n"
      "<thead><tr><th scope=\"col\">Room</th><td class=\"bar\"></td><th scope=\"col\" class=\"n\">"
      "People</th></tr></thead>\n<tbody>\n");
  for (std::size_t i = 0; i < steps.size(); ++i) {
    html("<tr><th scope=\"row\">{}</th><td class=\"bar\">", step_words(i));
    write_bar(html, steps[i], most);
    html("</td><td class=\"n\">{}</td></tr>\n", grouped(steps[i]));
  }
  html("</tbody></table>\n");
}

}  // namespace

void write_room_section(const Context& context) {
  Share room;
  for (const Verdict verdict : {Verdict::available, Verdict::at_separation})
    room.add(context.tally().of(verdict));
  begin_section(context, "room", "Who can, and how much?");
  write_stats(context, room);
  write_answers(context);
  write_statuses(context);
  write_sizes(context);
  end_section(context);
}

}  // namespace rothcheck::reports
