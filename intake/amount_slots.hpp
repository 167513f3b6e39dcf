// The amounts of a row, which wait as digits until all of them are turned into numbers at once.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "intake/plain_amounts.hpp"
#include "model/participant.hpp"

namespace rothcheck::intake {

class AmountSlots {
 public:
  static constexpr std::size_t most = 64;
  using Slots = std::uint64_t;  // a bit each

  static constexpr Slots bit_of(std::size_t slot) { return Slots{1} << slot; }

  /// Makes a slot for a field and returns its number. First those of `Money` are added, then those
  /// of `Election`, and then those of `Percent`.
  std::size_t add(std::optional<Money> Participant::* field) {
    money_[count_] = field;
    first_election_ = first_percent_ = count_ + 1;
    return count_++;
  }
  std::size_t add(std::optional<Election> Participant::* field) {
    elections_[count_] = field;
    first_percent_ = count_ + 1;
    return count_++;
  }
  std::size_t add(std::optional<Percent> Participant::* field) {
    percents_[count_] = field;
    return count_++;
  }

  /// Puts the cell in a slot. False where it is no amount by its length or its point.
  [[gnu::always_inline]] bool put(std::size_t slot, const char* at, const char* end) {
    if (!plain::may_be_amount(at, end)) return false;
    cells_[slot] = at;
    digits_[slot] = plain::digits_of_amount(at, end);
    return true;
  }
  /// Leaves a slot without an amount.
  void clear(std::size_t slot) { digits_[slot] = 0; }

  /// Turns all amounts into numbers. False where one of them is none.
  [[gnu::always_inline]] bool read() {
    return plain::numbers_of(digits_.data(), count_, hundredths_.data());
  }
  /// The slots whose amounts are none, behind a `read` that found so.
  Slots unread() const {
    Slots slots = 0;
    for (std::size_t slot = 0; slot < count_; ++slot) {
      if (plain::bytes_from(digits_[slot], 10) != 0) slots |= bit_of(slot);
    }
    return slots;
  }
  /// Where the cell in a slot begins: at its text, or where else it is said to.
  const char* cell(std::size_t slot) const { return cells_[slot]; }
  void begins_at(std::size_t slot, const char* at) { cells_[slot] = at; }

  /// Sets the fields of all slots but some. False where a percent is above a hundred.
  [[gnu::always_inline]] bool set(Participant& person, Slots but) const {
    std::size_t slot = 0;
    for (; slot < first_election_; ++slot) {
      if ((but >> slot & 1) == 0) set_money(person, slot, hundredths_[slot]);
    }
    for (; slot < first_percent_; ++slot) {
      if ((but >> slot & 1) == 0) set_election(person, slot, hundredths_[slot]);
    }
    bool all = true;
    for (; slot < count_; ++slot) {
      if ((but >> slot & 1) == 0) all = set_percent(person, slot, hundredths_[slot]) && all;
    }
    return all;
  }
  /// Sets the field of a slot at once.
  bool set(Participant& person, std::size_t slot, std::int64_t hundredths) const {
    if (slot >= first_percent_) return set_percent(person, slot, hundredths);
    if (slot < first_election_) {
      set_money(person, slot, hundredths);
    } else {
      set_election(person, slot, hundredths);
    }
    return true;
  }
  /// Takes the fact of a slot away.
  void forget(Participant& person, std::size_t slot) const {
    if (slot < first_election_) {
      (person.*money_[slot]).reset();
    } else if (slot < first_percent_) {
      (person.*elections_[slot]).reset();
    } else {
      (person.*percents_[slot]).reset();
    }
  }

 private:
  void set_money(Participant& person, std::size_t slot, std::int64_t hundredths) const {
    (person.*money_[slot]).emplace(Money::cents(hundredths));
  }
  void set_election(Participant& person, std::size_t slot, std::int64_t hundredths) const {
    (person.*elections_[slot]).emplace(Election{Money::cents(hundredths)});
  }
  bool set_percent(Participant& person, std::size_t slot, std::int64_t hundredths) const {
    // Nobody's ownership is by far the commonest, and lowest terms cost divisions.
    (person.*percents_[slot]) = hundredths == 0 ? Rate{} : Rate{hundredths, 10'000};
    return hundredths <= 10'000;
  }

  // Room for what is read and written beside the last ones, which is zero.
  std::array<plain::Word, most> digits_ = {};
  std::array<std::uint32_t, most> hundredths_ = {};
  std::array<const char*, most> cells_ = {};
  std::array<std::optional<Money> Participant::*, most> money_ = {};
  std::array<std::optional<Election> Participant::*, most> elections_ = {};
  std::array<std::optional<Percent> Participant::*, most> percents_ = {};
  std::size_t first_election_ = 0, first_percent_ = 0, count_ = 0;
};

}  // namespace rothcheck::intake
