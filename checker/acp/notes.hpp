// What a report of the test says in words: how it was run, what is open, what has to be done.
#pragma once

#include "checker/acp/ways.hpp"

namespace rothcheck::checker {

void say_how_it_is_run(AcpReport& report, const Checker::Ready& ready, const TestedPeople& people,
                       const AcpOptions& options, const Way& chosen);
/// Why the result is open; people of whom the file tells that they are bargained, in words that the
/// plan does not have, make it so.
void say_what_is_open(AcpReport& report, const Checker::Ready& ready, const TestedPeople& people,
                      const AcpOptions& options, const Way& chosen);
void say_what_to_do(AcpReport& report, const Checker::Ready& ready);

}  // namespace rothcheck::checker
