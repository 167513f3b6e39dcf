// The ages that the Code names, each once.
#pragma once

#include "model/money.hpp"

namespace rothcheck::checker::statutory_age {

/// Reached by December 31: catch-up.  414(v)(5)(A)  READING.md R3.2
inline constexpr int catch_up = 50;
/// The higher catch-up, from 2025 on.  414(v)(2)(B), (E)  READING.md R3.3
inline constexpr int higher_catch_up_from = 60, higher_catch_up_to = 63;
/// More may go to IRAs.  219(b)(5)(B)  READING.md R10.1
inline constexpr int ira_catch_up = 50;
/// Until 2019 nothing might go to a traditional IRA for the year of 70 1/2 and later.  219(d)(1) as
/// it stood  READING.md R10.1
inline constexpr int last_year_of_ira_bar = 2019;
inline constexpr Rate ira_bar{141, 2};
/// Before it a payment is early, and one out of a Roth account never qualified.  72(t)(2)(A)(i),
/// 402A(d)(2)(A)  READING.md R9.7, R9.10
inline constexpr Rate early_until{119, 2};
/// A plan need not let in who is younger, nor count them.  410(a)(1)(A)(i), 414(q)(5)(D)
/// READING.md R13.7
inline constexpr int minimum_age = 21;

}  // namespace rothcheck::checker::statutory_age
