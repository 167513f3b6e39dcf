// Random years held to the oracle: `oracle_tests [SECONDS [SEED]]`. The same seed draws the same
// years. Prints every year on which the program and the oracle part, up to five, and how many
// agreed.
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <random>

#include "tests/checker/asked.hpp"
#include "tests/oracle/year.hpp"

namespace rothcheck::oracle {
namespace {

class Draw {
 public:
  explicit Draw(std::uint64_t seed) : engine_{seed} {}

  /// From `first` to `last`, both in.
  int number(int first, int last) {
    return first + static_cast<int>(engine_() % static_cast<std::uint64_t>(last - first + 1));
  }
  bool one_in(int times) { return number(1, times) == 1; }
  template <class T>
  T one_of(std::initializer_list<T> values) {
    return values.begin()[number(0, static_cast<int>(values.size()) - 1)];
  }
  /// A whole year, or a part of it that begins or ends on the first of some month.
  Days days() {
    constexpr int firsts[] = {31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    Days found;
    if (one_in(2)) return found;
    const int day = firsts[number(0, 10)];
    (one_in(3) ? found.until : found.from) = day;
    return found;
  }

  Case year() {
    Case found;
    found.pay = number(60'000, one_in(3) ? 900'000 : 250'000) * std::int64_t{100} + number(0, 99);
    if (one_in(4)) found.base_pay = found.pay * number(4, 10) / 10;
    found.election = one_of({Election::none, Election::dollars, Election::percent});
    found.elected =
        found.election == Election::percent ? number(0, 75) : number(0, 24'500) * std::int64_t{100};
    if (one_in(3)) found.after_tax = days();
    found.only_after_402g = one_in(8);
    for (int limits = number(0, 3); limits > 0; --limits) {
      found.limits.push_back({number(1, 40),
                              one_of({Covers::after_tax, Covers::deferrals, Covers::all_three}),
                              days()});
    }
    if (!one_in(3)) draw_match(found);
    found.stops = one_of({Stops::nothing, Stops::match, Stops::all});
    return found;
  }

 private:
  void draw_match(Case& found) {
    found.periods = one_of({1, 4, 12, 26});
    found.true_up = one_in(2);
    const auto tiers = [&] {
      std::vector<Tier> drawn;
      for (int count = number(1, 2); count > 0; --count)
        drawn.push_back({one_of({25, 50, 100, 200}), number(1, 3)});
      return drawn;
    };
    const Days first = days();
    found.match.push_back({tiers(), first});
    // Another formula behind it, as an amendment would have it.
    if (first.until < 365 && one_in(2)) found.match.push_back({tiers(), {first.until, 365}});
  }

  std::mt19937_64 engine_;
};

Participant person_of(const Case& year) {
  Participant person;
  person.id = "p";
  person.age = 40;
  person.hce = false;
  person.pay = Money::cents(year.pay);
  if (year.base_pay) person.base_pay = Money::cents(*year.base_pay);
  if (year.election == Election::dollars) person.pre_tax = {Money::cents(year.elected)};
  if (year.election == Election::percent) person.pre_tax = {Rate{year.elected, 100}};
  return person;
}

/// Empty where the program says what the oracle says.
std::string difference(const Case& year) {
  const std::string text = plan_text(year);
  const checker::Read read = checker::read_plan(text);
  const Assessment found =
      checker::Checker{read.plan, 2026, checker::limits()}.assess(person_of(year));
  const Answer right = answer_of(year);
  std::string words;
  const auto compare = [&](std::string_view name, const Range& said, std::int64_t cents) {
    if (said == exactly(Money::cents(cents))) return;
    words += fmt::format("{}: {} instead of {}\n", name, to_string(said),
                         to_string(Money::cents(cents)));
  };
  compare("deferrals", found.deferrals, right.deferrals);
  compare("employer", found.employer, right.employer);
  compare("room", found.room, right.room);
  if (words.empty()) return words;
  const std::string elected = year.election == Election::none ? "nothing stated"
                              : year.election == Election::percent
                                  ? fmt::format("{}%", year.elected)
                                  : to_string(Money::cents(year.elected));
  const std::string base =
      year.base_pay ? fmt::format(", base {}", to_string(Money::cents(*year.base_pay))) : "";
  return fmt::format("{}pay {}{}, deferrals {}\n{}", text, to_string(Money::cents(year.pay)), base,
                     elected, words);
}

int run(int seconds, std::uint64_t seed) {
  using Clock = std::chrono::steady_clock;
  const Clock::time_point end = Clock::now() + std::chrono::seconds{seconds};
  Draw draw{seed};
  std::int64_t passed = 0;
  int failed = 0;
  while (failed < 5 && Clock::now() < end) {
    const std::string wrong = difference(draw.year());
    if (wrong.empty()) {
      ++passed;
    } else {
      ++failed;
      fmt::print("{}\n", wrong);
    }
  }
  fmt::print("{} passed, {} failed\n", passed, failed);
  return failed == 0 && passed > 0 ? 0 : 1;
}

}  // namespace
}  // namespace rothcheck::oracle

int main(int count, char** arguments) {
  const int seconds = count > 1 ? std::atoi(arguments[1]) : 5;
  const std::uint64_t seed = count > 2 ? std::strtoull(arguments[2], nullptr, 10) : 2026;
  return rothcheck::oracle::run(seconds, seed);
}
