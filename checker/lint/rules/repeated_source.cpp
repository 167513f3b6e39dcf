// A source named twice.
#include <fmt/format.h>

#include <algorithm>

#include "checker/lint/rule.hpp"

namespace rothcheck::checker {
namespace {

std::string cut(const std::string& text) {
  return text.size() > 50 ? text.substr(0, 47) + "..." : text;
}

}  // namespace

constexpr Rule rule::repeated_source{
    .kind = {.code = "PLN312",
             .name = "repeated-source",
             .severity = Severity::info,
             .citation = "",
             .why = "The plan names one source twice. Probably the second was meant to be another "
                    "document.",
             .help = "remove one of the two, or correct it"},
    .page = {.mistake = "Two `source` statements are the same.",
             .find = "Compare the list of sources with the documents at hand.",
             .fix = "Remove one, or write the document that was meant.",
             .avoid = "Name each document once, and its pages with `cite`.",
             .example = "source \"SPD 2026\"; source \"SPD 2026\""},
    .any_year = true,
    .check = [](const RuleInput& in, const Reporter& report) {
      std::vector<std::string> sorted = in.plan.sources;
      std::sort(sorted.begin(), sorted.end());
      const auto twice = std::adjacent_find(sorted.begin(), sorted.end());
      if (twice != sorted.end())
        report(in.plan.where, fmt::format("the source \"{}\" is named twice", cut(*twice)));
    }};

}  // namespace rothcheck::checker
