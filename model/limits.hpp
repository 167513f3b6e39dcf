// The statutory figures by year. A year that is not in the table has no figures: nothing is ever
// projected.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/dates.hpp"
#include "model/money.hpp"
#include "model/range.hpp"
#include "model/source.hpp"

namespace rothcheck {

enum class LimitKey : std::uint8_t {
#define LIMIT(key, type, since, law, label) key,
#include "model/limits.def"
#undef LIMIT
  none  // for lines of a derivation that rest on no statutory figure
};

enum class LimitType : std::uint8_t { money, rate, range };
struct LimitRow {
  LimitKey key;
  std::string_view name;
  LimitType type;
  int since;
  std::string_view law, label;
};
/// The rows of limits.def, in order; `LimitKey` is the index.
const std::vector<LimitRow>& limit_rows();
const LimitRow& limit_row(LimitKey);

/// A figure, the notice it was published in, and its line in a limits file.
struct Figure {
  std::variant<Money, Rate, Range> value;
  std::string source;
  Span where;
};

/// The figures of one calendar year.
struct YearFigures {
  int year = 0;
  std::string file;         // where they come from
  bool overridden = false;  // a --limits file states some of them
  std::array<std::optional<Figure>, static_cast<std::size_t>(LimitKey::none)> figures;

  const std::optional<Figure>& operator[](LimitKey key) const {
    return figures[static_cast<std::size_t>(key)];
  }
  std::optional<Figure>& operator[](LimitKey key) { return figures[static_cast<std::size_t>(key)]; }
  /// The amount of a Money row; empty where the year has none.
  std::optional<Money> money(LimitKey) const;
  /// The fraction of a Rate row, which every year has.
  Rate rate(LimitKey) const;
};

/// Figures by the calendar year they were published for.
class LimitTable {
 public:
  const YearFigures* find(int year) const;
  YearFigures& at(int year);
  /// A year whose figures are not needed until they are asked for. Whoever asks first, by `find` or
  /// `at`, waits for `read`. Threads may ask at the same time, as of any table that nobody changes.
  void add_later(int year, std::function<YearFigures()> read);
  std::vector<int> years() const;

 private:
  struct Year {
    YearFigures figures;
    std::function<YearFigures()> read;  // empty once that is done
  };
  mutable std::map<int, Year> years_;
};

}  // namespace rothcheck
