// Settling the columns of one file: each is looked at by itself first, and then beside the others.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "intake/columns/column_guess.hpp"
#include "intake/columns/columns.hpp"

namespace rothcheck::intake {

class Settling {
 public:
  Settling(const std::vector<Name>& names, Names are, const ReadingOfColumns& reading);

  Columns settle();

 private:
  void say(Finding finding) { result_.findings.push_back(std::move(finding)); }
  void refuse(Finding finding) {
    result_.findings.push_back(std::move(finding));
    result_.usable = false;
  }
  bool any(Field field, std::size_t but) const;
  void leave_out(std::size_t i, std::string why);
  void ask(std::size_t i, std::string reading);

  bool settle_header();
  void settle_after_tax();
  void settle_asked();
  void settle_taken();
  void settle_known();
  void settle_unknown(std::size_t i);
  void settle_repeated();
  void say_added();
  void find_same_names();
  void say_unneeded();
  void require_id();

  // What the amounts are of, and in which unit they are (settling_amounts.cpp).
  void settle_pay_dates();
  void settle_so_far();
  bool has_the_year(std::size_t i) const;
  void doubt_beside_so_far();
  void settle_units();

  const std::vector<Name>& names_;
  Names are_;
  const ReadingOfColumns& reading_;
  std::vector<Guess> guesses_;
  Columns result_;
};

}  // namespace rothcheck::intake
