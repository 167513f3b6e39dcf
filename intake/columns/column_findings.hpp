// What there is to say about columns, a function a finding. Their cells have no path.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "intake/columns/column_use.hpp"
#include "intake/record.hpp"
#include "model/participant.hpp"

namespace rothcheck::intake {

/// Whether a header is a date, an amount or a long number: then it is a row of data.
bool looks_like_a_fact(std::string_view header);
/// Whether an after-tax header rules Roth out itself.
bool says_non_roth(std::string_view header);

Finding left_out(const Name& name);
/// The same where the user wants no column left out.
Finding left_out_in_spite(const Name& name);
Finding taken(const Name& name, Field field);
Finding taken_beside_roth(const Name& name, std::string_view field);
Finding of_other_year(const Name& name, int its_year, std::optional<int> plan_year);
Finding added(const std::vector<Name>& parts, std::string_view field);
/// One finding for all the columns that are known and not needed; there is at least one.
Finding unneeded(const std::vector<ColumnUse>& unused, std::uint64_t header_line);
Finding unmatched(const std::vector<Name>& names, std::string_view header);

Finding in_percent_of_pay(const Name& name, Field field);

Finding one_pay_date(const Name& name);
/// On all the columns of the year so far; there is at least one.
Finding year_so_far(const std::vector<Name>& names);
Finding one_of_two(const Name& name, const Name& so_far);
Finding percent_for_an_amount(const Name& name, Field field);
Finding ambiguous(const Name& name, std::string_view reading);
Finding after_tax_or_roth(const Name& name);
Finding repeated(const Name& first, const Name& second, std::string_view field);
Finding same_name(const Name& first, const Name& second);
Finding id_missing(const std::vector<Name>& names);
Finding no_header(const std::vector<Name>& names);

}  // namespace rothcheck::intake
