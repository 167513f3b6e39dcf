// `check -f csv`, a row at a time, for whoever has the answers one by one.
#pragma once

#include <string>
#include <string_view>

#include "model/assessment.hpp"

namespace rothcheck::reports {

/// The header line, with its line end.
std::string_view csv_header();
/// Appends the row of one answer, with its line end.
void append_csv_row(const Assessment& answer, std::string_view plan_name, std::string& out);

}  // namespace rothcheck::reports
