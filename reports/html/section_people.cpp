// `Each person`: two lines each, the figures and the reason; the reason opens to the derivation.
// Everybody is in the sums; who is on the page is told above it.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "reports/amounts.hpp"
#include "reports/html/person.hpp"
#include "reports/html/words.hpp"
#include "reports/privacy.hpp"

namespace rothcheck::reports {

namespace {

constexpr std::size_t most_worksheets = 500;

bool to_look_at(const Assessment& answer) {
  return std::any_of(answer.findings.begin(), answer.findings.end(), [](const Finding& finding) {
    return finding.kind->severity != Severity::info;
  });
}

/// Of very many the ones that somebody must look at, and the largest rooms; in the order of the
/// file.
std::vector<const Assessment*> people_shown(const Context& context) {
  std::vector<const Assessment*> all;
  for (const Assessment& answer : context.report.participants) {
    if (answer.plan == context.number) all.push_back(&answer);
  }
  if (all.size() <= most_people_on_a_page) return all;
  std::vector<const Assessment*> chosen = all;
  std::stable_sort(chosen.begin(), chosen.end(), [](const Assessment* a, const Assessment* b) {
    const bool look_a = to_look_at(*a), look_b = to_look_at(*b);
    return look_a != look_b ? look_a : a->room.most > b->room.most;
  });
  chosen.resize(most_people_on_a_page);
  std::sort(chosen.begin(), chosen.end());
  return chosen;
}

void write_who_is_here(const Context& context, std::size_t shown) {
  Html& html = context.html;
  const std::int64_t all = context.tally().people();
  const Behind* behind = context.options.behind;
  const std::string csv = behind == nullptr ? std::string{} : behind->csv;
  html("<p class=\"measure\">Open a line to see how its figure comes about. Dollars of {}. ",
       context.plan().year);
  if (static_cast<std::int64_t>(shown) == all) {
    html("Everybody is on this page.</p>\n");
    return;
  }
  html(
      "<b>Shows {} of {}:</b> those with a finding, and the largest rooms. All sums are over "
      "everybody. ",
      grouped(static_cast<std::int64_t>(shown)), people(all));
  if (csv.empty()) {
    html("<code>-f csv:rooms.csv</code> writes the others.</p>\n");
  } else {
    html("Everybody is in <code>{}</code>.</p>\n", shortened(csv));
  }
}

struct Filter {
  std::string_view value, words;
  std::int64_t count;
};

void write_tools(const Context& context, const std::vector<const Assessment*>& shown) {
  Html& html = context.html;
  std::vector<Filter> filters = {{"all", "All", static_cast<std::int64_t>(shown.size())}};
  for (int i = 0; i < verdict_count; ++i) {
    const auto verdict = static_cast<Verdict>(i);
    const std::int64_t count =
        std::count_if(shown.begin(), shown.end(),
                      [verdict](const Assessment* answer) { return answer->verdict == verdict; });
    if (count != 0) filters.push_back({to_string(verdict), mark_of(verdict).words, count});
  }
  const std::int64_t flagged = std::count_if(
      shown.begin(), shown.end(), [](const Assessment* one) { return to_look_at(*one); });
  if (flagged != 0) filters.push_back({"look", "To look at", flagged});
  html(
      "<div class=\"tools\" data-js hidden><div><label for=\"{}\">Find an ID</label><input "
      "type=\"search\" id=\"{}\" autocomplete=\"off\"></div>\n<fieldset><legend>Show</legend><div "
      "class=\"pick\">",
      context.id("find"), context.id("find"));
  for (const Filter& filter : filters) {
    const bool first = filter.value == "all";
    html("<label><input type=\"radio\" name=\"{}\" value=\"{}\"", context.id("show"), filter.value);
    if (first) html(" checked");
    html("> {} <b>{}</b></label>", filter.words, grouped(filter.count));
  }
  html(
      "</div></fieldset><button type=\"button\" class=\"open-all\" aria-pressed=\"false\">Open "
      "all</button></div>\n<p class=\"status\" role=\"status\"></p>\n");
}

std::string_view status_word(const Assessment& answer) {
  if (!answer.highly_compensated) return "?";
  return *answer.highly_compensated ? "HCE" : "";
}

void write_warnings(Html& html, const Assessment& answer) {
  for (const Finding& finding : answer.findings) {
    if (finding.kind->severity == Severity::info) continue;
    html(" <span class=\"flag\">");
    write_icon(html, "bad");
    html(" {}</span>", with_capital(finding.message));
  }
}

void write_person(const Context& context, const Assessment& answer, std::size_t place,
                  bool with_worksheet) {
  Html& html = context.html;
  const std::uint64_t row = answer.row ? answer.row->row : 0;
  const std::string name = row != 0 ? fmt::format("p{}", row) : fmt::format("person{}", place + 1);
  html("<tbody id=\"{}\" data-v=\"{}\"", context.id(name), to_string(answer.verdict));
  if (to_look_at(answer)) html(" data-look=\"1\"");
  html("><tr><th scope=\"row\">");
  write_id(html, shown_id(answer.id, row));
  html("</th><td>");
  write_mark(html, mark_of(answer.verdict));
  html("</td><td class=\"n\">{}</td>", plain_amount(answer.room));
  html("<td class=\"n opt\">{}</td>", answer.planned ? plain_amount(*answer.planned) : "");
  html("<td class=\"n opt\">{}</td>", plain_amount(answer.remaining));
  if (context.report.asks_room_after_acp) {
    html("<td class=\"n opt\">{}</td>",
         answer.room_after_acp ? plain_amount(exactly(*answer.room_after_acp)) : "");
  }
  html("<td class=\"opt\">{}</td><td class=\"n opt\">{}</td></tr>\n", status_word(answer),
       answer.age ? std::to_string(*answer.age) : "?");
  html("<tr><td colspan=\"{}\"><details><summary>{}", context.report.asks_room_after_acp ? 8 : 7,
       reason_of(answer, context.plan(), context.sources()));
  write_warnings(html, answer);
  html("</summary><div class=\"panel\">\n");
  write_panel(context, answer, with_worksheet);
  html("</div></details></td></tr></tbody>\n");
}

}  // namespace

void write_people_section(const Context& context) {
  Html& html = context.html;
  const std::vector<const Assessment*> shown = people_shown(context);
  const bool with_worksheets = shown.size() <= most_worksheets &&
                               static_cast<std::int64_t>(shown.size()) == context.tally().people();
  begin_section(context, "people", "Each person");
  write_who_is_here(context, shown.size());
  html("<div class=\"roster\">\n");
  write_tools(context, shown);
  html(
      "<table class=\"people\"><caption class=\"vh\">Each person: the answer, the room, and what "
      "decides</caption>\n<thead><tr><th scope=\"col\">Person</th><th scope=\"col\">Answer</th><th "
      "scope=\"col\" class=\"n\" data-number=\"1\">Room</th><th scope=\"col\" class=\"n opt\" "
      "data-number=\"1\">Chosen</th><th scope=\"col\" class=\"n opt\" data-number=\"1\">Still "
      "open</th>");
  if (context.report.asks_room_after_acp)
    html("<th scope=\"col\" class=\"n opt\" data-number=\"1\">Left by the test</th>");
  html(
      "<th scope=\"col\" class=\"opt\">HCE</th><th scope=\"col\" class=\"n opt\" "
      "data-number=\"1\">Age</th></tr></thead>\n");
  for (std::size_t i = 0; i < shown.size(); ++i)
    write_person(context, *shown[i], i, with_worksheets);
  html("</table></div>\n");
  end_section(context);
}

}  // namespace rothcheck::reports
