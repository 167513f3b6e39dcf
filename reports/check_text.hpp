// The parts of `check -f text`: a plan's head, a person's answer, a worksheet.
#pragma once

#include <string>
#include <string_view>

#include "model/assessment.hpp"
#include "reports/page.hpp"

namespace rothcheck::reports {

/// `AT SEPARATION`, and the ink it stands out in.
std::string verdict_word(Verdict verdict);
Ink verdict_ink(Verdict verdict);
/// The plan's name and its year, said once.
std::string plan_title(const PlanAnswer& plan);
/// The question with a capital letter.
std::string asked(QuestionKind question);
/// The findings of a plan or a person, one an entry, each with its place.
void write_finding_entries(Page& page, const Sources& sources, const Findings& findings);

void write_plan_text(Page& page, const CheckReport& report, const PlanAnswer& plan);
void write_person_text(Page& page, const CheckReport& report, const Assessment& answer);
void write_worksheet(Page& page, const Worksheet& worksheet, const Sources& sources,
                     const LimitTable& limits);

}  // namespace rothcheck::reports
