// Which law and which notice stand behind a line of a derivation.
#include "reports/sources_of_law.hpp"

namespace rothcheck::reports {

std::string_view law_behind(const Line& line) {
  const std::string_view law = law_of(line.kind);
  if (!law.empty() || line.figure == LimitKey::none) return law;
  return limit_row(line.figure).law;
}

std::string notice_behind(const Line& line, const LimitTable& limits) {
  if (line.figure == LimitKey::none) return {};
  const YearFigures* year = limits.find(line.figure_year);
  if (year == nullptr || !(*year)[line.figure]) return {};
  return (*year)[line.figure]->source;
}

std::string_view source_of_year(const YearFigures& year) {
  const auto& limit = year[LimitKey::annual_additions_415c];
  return limit ? std::string_view{limit->source} : std::string_view{year.file};
}

}  // namespace rothcheck::reports
