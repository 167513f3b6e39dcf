// `What limits people?`: each limit that decides for somebody, and for how many.
#include <fmt/format.h>

#include <algorithm>

#include "reports/amounts.hpp"
#include "reports/html/words.hpp"

namespace rothcheck::reports {

namespace {

constexpr std::size_t most_limits = 10;

void write_decider(const Context& context, const Decider& decider, const Share& share,
                   std::int64_t most) {
  Html& html = context.html;
  const LimitWords words = words_of(decider, context.plan(), context.sources());
  html("<tr><th scope=\"row\">{} <span class=\"sub\">{} ", words.title, words.meaning);
  write_clause(html, context.sources(), decider.where);
  if (!words.law.empty()) html("<span class=\"cite\">{}</span>", words.law);
  html("</span></th><td class=\"bar\">");
  write_bar(html, share.people, most, has_room(decider.verdict) ? "k4" : "kg");
  html(
      "</td><td class=\"n\" data-l=\"People\">{}</td><td class=\"n\" data-l=\"Room under "
      "it\">{}</td>"
      "</tr>\n",
      grouped(share.people),
      share.with_room != 0                       ? to_string(share.room)
      : decider.verdict == Verdict::undetermined ? open_words(share)
                                                 : "none");
}

void write_head(Html& html) {
  html(
      "<thead><tr><th scope=\"col\">What decides</th><td class=\"bar\"></td><th scope=\"col\" "
      "class=\"n\">People</th><th scope=\"col\" class=\"n\">Room under it</th></tr></thead>\n"
      "<tbody>\n");
}

}  // namespace

void write_limits_section(const Context& context) {
  Html& html = context.html;
  const auto deciders = context.tally().deciders();
  begin_section(context, "limits", "What limits people?");
  html(
      "<p class=\"measure\">Several limits hold for everybody at once, and the lowest decides. "
      "Each "
      "person is counted once, under the limit that decides.</p>\n");
  if (!deciders.empty()) {
    const std::int64_t most = deciders.front().second.people;
    const std::size_t shown = std::min(deciders.size(), most_limits);
    html(
        "<table class=\"t-bars t-stack\"><caption class=\"vh\">What decides, and for how many "
        "people"
        "</caption>\n");
    write_head(html);
    for (std::size_t i = 0; i < shown; ++i)
      write_decider(context, deciders[i].first, deciders[i].second, most);
    html("</tbody></table>\n");
    if (shown < deciders.size()) {
      html(
          "<details><summary>{} more limits, each for fewer people</summary><table "
          "class=\"t-bars t-stack\"><caption class=\"vh\">The other limits</caption>\n",
          deciders.size() - shown);
      write_head(html);
      for (std::size_t i = shown; i < deciders.size(); ++i)
        write_decider(context, deciders[i].first, deciders[i].second, most);
      html("</tbody></table></details>\n");
    }
  }
  end_section(context);
}

}  // namespace rothcheck::reports
