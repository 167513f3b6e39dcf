// A value of the text to a value of the model, one reader a type. Each reports what is wrong with
// the value it is given.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/ast.hpp"
#include "dsl/faults.hpp"
#include "model/provision.hpp"

namespace rothcheck::dsl {

std::optional<Money> read_money(const ast::Value&, Faults&);
std::optional<Rate> read_percent(const ast::Value&, Faults&);
/// `10% of pay` (100% at most), `$5,000`, `50% of the 402(g) limit`, `unknown`.
std::optional<Amount> read_amount(const ast::Value&, Faults&);
std::optional<Date> read_date(const ast::Value&, Faults&);
std::optional<MonthDay> read_month_day(const ast::Value&, Faults&);
std::optional<Duration> read_duration(const ast::Value&, Faults&);
/// `59 1/2`: a number of years, `most` at most.
std::optional<Rate> read_years(const ast::Value&, int most, Faults&);
std::optional<int> read_whole(const ast::Value&, std::string_view what, int least, int most,
                              Faults&);
std::optional<int> read_year(const ast::Value&, Faults&);
/// A quoted text without its quotes and backslashes.
std::optional<std::string> read_text(const ast::Value&, std::string_view what, Faults&);
/// One kind of money, of those that make sense where it stands.
std::optional<Kind> read_kind(const ast::Value&, const std::vector<Kind>& choices, Faults&);
/// `pre-tax, roth`.
std::optional<Kinds> read_kinds(const ast::Value&, const std::vector<Kind>& choices, Faults&);

/// The words of some kinds, as choices.
std::vector<std::string_view> words_of(const std::vector<Kind>& kinds);

/// `for hce and age >= 50`, `in 2025`, `from 2026-07-01`: whom and when a clause is for.
std::optional<Scope> read_scope(const std::vector<ast::Value>& qualifiers, Faults&);

}  // namespace rothcheck::dsl
