// The amounts of a row, which wait as digits until all of them are turned into numbers at once.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "intake/csv/plain_amounts.hpp"
#include "model/participant.hpp"

namespace rothcheck::intake {

class AmountSlots {
 public:
  static constexpr std::size_t most = 64;
  using Slots = std::uint64_t;  // a bit each

  static constexpr Slots bit_of(std::size_t slot) { return Slots{1} << slot; }

  /// Makes a slot for a field and returns its number. First those of `Money` are added, then those
  /// of `Election`, and then the one of `Percent`.
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
    percent_ = field;
    return count_++;
  }

  /// Puts the cell in a slot. False where it is no amount by its length or its point.
  [[gnu::always_inline]] bool put(std::size_t slot, const char* at, const char* end) {
    if (!plain::may_be_amount(at, end)) return false;
    cells_[slot] = at;
    ends_[slot] = end;
    digits_[slot] = plain::digits_of_amount(at, end, masks_);
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
  /// The cell that was put in a slot.
  std::string_view cell(std::size_t slot) const {
    return {cells_[slot], static_cast<std::size_t>(ends_[slot] - cells_[slot])};
  }

  /// Sets the fields of all slots, of which some have no fact. False where a percent is above a
  /// hundred.
  [[gnu::always_inline]] bool set(Participant& person, Slots absent) const {
    return set_if(person, absent, [](std::size_t) { return true; });
  }
  /// As `set`, but for slots whose fields are set already.
  [[gnu::noinline]] bool set_but(Participant& person, Slots absent, Slots but) const {
    return set_if(person, absent, [but](std::size_t slot) { return (but >> slot & 1) == 0; });
  }
  /// Sets the field of a slot at once.
  bool set(Participant& person, std::size_t slot, std::int64_t hundredths) const {
    if (slot >= first_percent_) return set_percent(person, hundredths);
    if (slot < first_election_) {
      set_money(person, slot, hundredths);
    } else {
      set_election(person, slot, hundredths);
    }
    return true;
  }

 private:
  template <class If>
  [[gnu::always_inline]] bool set_if(Participant& person, Slots absent, If wanted) const {
    for (std::size_t slot = 0; slot < first_election_; ++slot) {
      if (wanted(slot)) set_money(person, slot, hundredths_[slot]);
    }
    for (std::size_t slot = first_election_; slot < first_percent_; ++slot) {
      if (wanted(slot)) set_election(person, slot, hundredths_[slot]);
    }
    for (Slots rest = absent; rest != 0; rest &= rest - 1) {
      forget(person, static_cast<std::size_t>(std::countr_zero(rest)));
    }
    // The one that can fail comes last, as there is nothing to be kept for what is behind it.
    const std::size_t slot = first_percent_;
    if (slot == count_ || !wanted(slot) || (absent >> slot & 1) != 0) return true;
    return set_percent(person, hundredths_[slot]);
  }
  void forget(Participant& person, std::size_t slot) const {
    if (slot < first_election_) {
      (person.*money_[slot]).reset();
    } else if (slot < first_percent_) {
      (person.*elections_[slot]).reset();
    } else {
      (person.*percent_).reset();
    }
  }
  void set_money(Participant& person, std::size_t slot, std::int64_t hundredths) const {
    (person.*money_[slot]).emplace(Money::cents(hundredths));
  }
  void set_election(Participant& person, std::size_t slot, std::int64_t hundredths) const {
    (person.*elections_[slot]).emplace(Election{Money::cents(hundredths)});
  }
  bool set_percent(Participant& person, std::int64_t hundredths) const {
    std::optional<Percent>& field = person.*percent_;
    // Nobody's ownership is by far the commonest, and lowest terms cost divisions.
    if (hundredths != 0) return set_some_percent(field, hundredths);
    field.emplace();
    return true;
  }
  [[gnu::noinline]] static bool set_some_percent(std::optional<Percent>& field,
                                                 std::int64_t hundredths) {
    field.emplace(hundredths, 10'000);
    return hundredths <= 10'000;
  }

  plain::AmountMasks masks_ = plain::amount_masks;  // beside the rest, which is quicker to reach
  // Room for what is read and written beside the last ones, which is zero.
  std::array<plain::Word, most> digits_ = {};
  std::array<std::uint32_t, most> hundredths_ = {};
  std::array<const char*, most> cells_ = {}, ends_ = {};
  std::array<std::optional<Money> Participant::*, most> money_ = {};
  std::array<std::optional<Election> Participant::*, most> elections_ = {};
  std::optional<Percent> Participant::* percent_ = nullptr;
  std::size_t first_election_ = 0, first_percent_ = 0, count_ = 0;
};

}  // namespace rothcheck::intake
