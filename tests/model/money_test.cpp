// Amounts and fractions: reading, writing, and which way each product rounds.
#include "model/money.hpp"

#include <gtest/gtest.h>

#include <type_traits>

namespace rothcheck {
namespace {

template <class A, class B>
concept Multipliable = requires(A a, B b) { a* b; };

static_assert(!std::is_constructible_v<Money, double>);
static_assert(!std::is_convertible_v<int, Money>);
static_assert(!std::is_constructible_v<Rate, double, double>);
static_assert(!Multipliable<Money, Rate> && !Multipliable<Rate, Money>,
              "a product says how it rounds");
static_assert(portion(50_pct, 1_usd, Round::down) == Money::cents(50));

/// What `parse` makes of a text, in cents; `refused` when it makes nothing of it.
constexpr std::int64_t refused = -999'999;
std::int64_t cents_of(std::string_view text) {
  const std::optional<Money> amount = Money::parse(text);
  return amount ? amount->in_cents() : refused;
}

TEST(Money, ReadsTheFormsThatPlansAndPayrollFilesUse) {
  EXPECT_EQ(cents_of("0"), 0);
  EXPECT_EQ(cents_of("1234"), 123'400);
  EXPECT_EQ(cents_of("1,234.50"), 123'450);
  EXPECT_EQ(cents_of("$1,234.50"), 123'450);
  EXPECT_EQ(cents_of("$40,500"), 4'050'000);
  EXPECT_EQ(cents_of("0.5"), 50);
  EXPECT_EQ(cents_of("0.05"), 5);
  EXPECT_EQ(cents_of("12,345,678.90"), 1'234'567'890);
}

TEST(Money, ReadsNegativeAmountsWithASignOrInBrackets) {
  EXPECT_EQ(cents_of("-5"), -500);
  EXPECT_EQ(cents_of("-$5.25"), -525);
  EXPECT_EQ(cents_of("(1,234.50)"), -123'450);
  EXPECT_EQ(cents_of("($1,234.50)"), -123'450);
}

TEST(Money, RefusesWhatIsNotAnAmount) {
  for (std::string_view text :
       {"",      " ",      "$",      "-",        "()",    "(",        "(5",     "5)",
        "abc",   "5 ",     " 5",     "5$",       "$-5",   "--5",      "(-5)",   "-(5)",
        "$$5",   "+5",     "1e5",    "5%",       "5k",    ".",        ".50",    "5.",
        "5.123", "5.1.2",  "5,5",    "1,23",     "12,34", "1234,567", "1,2345", ",123",
        "1,",    "1,234,", "1,,234", "1.234,50", "0x10",  "nan",      "１２"}) {
    EXPECT_EQ(cents_of(text), refused) << '"' << text << '"';
  }
}

TEST(Money, AcceptsAmountsUpToItsCeilingAndNotACentMore) {
  EXPECT_EQ(Money::parse("$9,999,999,999.99"), Money::ceiling());
  EXPECT_EQ(Money::parse("9999999999.99"), Money::ceiling());
  EXPECT_EQ(cents_of("-9999999999.99"), -Money::ceiling().in_cents());
  EXPECT_EQ(cents_of("10,000,000,000"), refused);
  EXPECT_EQ(cents_of("10000000000"), refused);
  EXPECT_EQ(cents_of("9,999,999,999,999,999,999,999,999"), refused);
  EXPECT_EQ(cents_of("99999999999999999999999999"), refused);
}

TEST(Money, IsWrittenAsPeopleReadIt) {
  EXPECT_EQ(to_string(Money{}), "$0.00");
  EXPECT_EQ(to_string(Money::cents(5)), "$0.05");
  EXPECT_EQ(to_string(Money::cents(99'999)), "$999.99");
  EXPECT_EQ(to_string(1000_usd), "$1,000.00");
  EXPECT_EQ(to_string(Money::cents(123'456'789)), "$1,234,567.89");
  EXPECT_EQ(to_string(Money::ceiling()), "$9,999,999,999.99");
  EXPECT_EQ(to_string(Money::cents(-123'450)), "-$1,234.50");
  EXPECT_EQ(to_string(Money::cents(-5)), "-$0.05");
}

TEST(Money, IsWrittenPlainlyForJsonAndCsv) {
  EXPECT_EQ(to_plain_string(Money{}), "0.00");
  EXPECT_EQ(to_plain_string(Money::cents(123'450)), "1234.50");
  EXPECT_EQ(to_plain_string(Money::cents(-7)), "-0.07");
}

TEST(Money, ReadsBackWhateverItWrites) {
  for (std::int64_t cents = -250'000; cents <= 250'000; cents += 37) {
    const Money amount = Money::cents(cents);
    EXPECT_EQ(Money::parse(to_string(amount)), amount);
    EXPECT_EQ(Money::parse(to_plain_string(amount)), amount);
  }
}

TEST(Money, RemainderNeverFallsBelowZero) {
  EXPECT_EQ(remainder(10_usd, 4_usd), 6_usd);
  EXPECT_EQ(remainder(4_usd, 4_usd), 0_usd);
  EXPECT_EQ(remainder(4_usd, 10_usd), 0_usd);
}

TEST(Money, LesserAndGreaterTakeEitherOfEqualAmounts) {
  EXPECT_EQ(lesser(3_usd, 5_usd), 3_usd);
  EXPECT_EQ(lesser(5_usd, 3_usd), 3_usd);
  EXPECT_EQ(greater(3_usd, 5_usd), 5_usd);
  EXPECT_EQ(greater(5_usd, 3_usd), 5_usd);
  EXPECT_EQ(lesser(5_usd, 5_usd), greater(5_usd, 5_usd));
}

TEST(Money, PortionSaysHowItRounds) {
  // A third of a dollar lies between 33 and 34 cents, nearer to 33; two thirds nearer to 67.
  EXPECT_EQ(portion(Rate{1, 3}, 1_usd, Round::down), Money::cents(33));
  EXPECT_EQ(portion(Rate{1, 3}, 1_usd, Round::nearest), Money::cents(33));
  EXPECT_EQ(portion(Rate{1, 3}, 1_usd, Round::up), Money::cents(34));
  EXPECT_EQ(portion(Rate{2, 3}, 1_usd, Round::nearest), Money::cents(67));
}

TEST(Money, AHalfCentGoesUpToTheNearest) {
  EXPECT_EQ(portion(50_pct, Money::cents(1), Round::down), Money::cents(0));
  EXPECT_EQ(portion(50_pct, Money::cents(1), Round::nearest), Money::cents(1));
  EXPECT_EQ(portion(50_pct, Money::cents(1), Round::up), Money::cents(1));
  EXPECT_EQ(portion(50_pct, Money::cents(-1), Round::down), Money::cents(-1));
  EXPECT_EQ(portion(50_pct, Money::cents(-1), Round::nearest), Money::cents(0));
  EXPECT_EQ(portion(50_pct, Money::cents(-1), Round::up), Money::cents(0));
}

TEST(Money, EveryPortionLiesWhereItsRoundingPutsIt) {
  for (std::int64_t below = 1; below <= 12; ++below) {
    for (std::int64_t above = 0; above <= 2 * below; ++above) {
      for (std::int64_t cents = -30; cents <= 30; ++cents) {
        const Rate rate{above, below};
        const auto rounded = [&](Round round) {
          return portion(rate, Money::cents(cents), round).in_cents();
        };
        const std::int64_t exact = cents * above;  // in parts of a cent, `below` to the cent
        const std::int64_t down = rounded(Round::down), nearest = rounded(Round::nearest),
                           up = rounded(Round::up);
        EXPECT_TRUE(down * below <= exact && exact < (down + 1) * below)
            << cents << " * " << above << '/' << below;
        EXPECT_TRUE((up - 1) * below < exact && exact <= up * below)
            << cents << " * " << above << '/' << below;
        EXPECT_TRUE((2 * nearest - 1) * below <= 2 * exact && 2 * exact < (2 * nearest + 1) * below)
            << cents << " * " << above << '/' << below;
      }
    }
  }
}

TEST(Money, PortionOfTheLargestAmountDoesNotOverflow) {
  EXPECT_EQ(portion(Rate{999'999'999, 1'000'000'000}, Money::ceiling(), Round::down),
            Money::cents(999'999'998'999));
  EXPECT_EQ(portion(Rate::whole(1), Money::ceiling(), Round::up), Money::ceiling());
}

TEST(Rate, IsKeptInLowestTermsWithAPositiveDenominator) {
  const Rate rate{6, -8};
  EXPECT_EQ(rate.numerator(), -3);
  EXPECT_EQ(rate.denominator(), 4);
  EXPECT_EQ(Rate(0, 7).denominator(), 1);
  EXPECT_EQ((Rate{50, 100}), (Rate{1, 2}));
}

TEST(Rate, ReadsPercentagesExactly) {
  EXPECT_EQ(Rate::parse_percent("10%"), (Rate{1, 10}));
  EXPECT_EQ(Rate::parse_percent("87.5%"), (Rate{7, 8}));
  EXPECT_EQ(Rate::parse_percent("66 2/3%"), (Rate{2, 3}));
  EXPECT_EQ(Rate::parse_percent("92.35%"), (Rate{9235, 10'000}));
  EXPECT_EQ(Rate::parse_percent("12 %"), (Rate{12, 100}));
  EXPECT_EQ(Rate::parse_percent("0%"), Rate{});
  EXPECT_EQ(Rate::parse_percent("0.000001%"), (Rate{1, 100'000'000}));
}

TEST(Rate, RefusesWhatIsNotAPercentage) {
  for (std::string_view text :
       {"", "%", "10", "-5%", "1,5%", "10%%", "5.%", ".5%", "1.2345678%", "66 2/%", "66 /3%",
        "66 3/3%", "66 2/0%", "2/3%", "66.5 1/2%", "66 2/3 %x", "ten%"}) {
    EXPECT_FALSE(Rate::parse_percent(text)) << '"' << text << '"';
  }
}

TEST(Rate, ReadsNumbersOfYears) {
  EXPECT_EQ(Rate::parse_number("59"), Rate::whole(59));
  EXPECT_EQ(Rate::parse_number("59.5"), (Rate{119, 2}));
  EXPECT_EQ(Rate::parse_number("59 1/2"), (Rate{119, 2}));
  EXPECT_FALSE(Rate::parse_number("59 1/2%"));
  EXPECT_FALSE(Rate::parse_number("fifty"));
}

TEST(Rate, IsWrittenAsADecimalWhereOneIsExactAndAsAFractionElsewhere) {
  EXPECT_EQ(to_percent_string(10_pct), "10%");
  EXPECT_EQ(to_percent_string(Rate{7, 8}), "87.5%");
  EXPECT_EQ(to_percent_string(Rate{1, 400}), "0.25%");
  EXPECT_EQ(to_percent_string(Rate{1, 200}), "0.5%");
  EXPECT_EQ(to_percent_string(Rate{2, 3}), "66 2/3%");
  EXPECT_EQ(to_percent_string(Rate{}), "0%");
  EXPECT_EQ(to_number_string(Rate{119, 2}), "59 1/2");
  EXPECT_EQ(to_number_string(Rate{9, 4}), "2.25");
  EXPECT_EQ(to_number_string(Rate{201, 100}), "2.01");
  EXPECT_EQ(to_number_string(Rate::whole(3)), "3");
}

TEST(Rate, ReadsBackWhateverItWrites) {
  for (std::int64_t below = 1; below <= 40; ++below) {
    for (std::int64_t above = below; above <= 4 * below; ++above) {
      EXPECT_EQ(Rate::parse_number(to_number_string(Rate{above, below})), (Rate{above, below}));
    }
  }
  for (std::int64_t hundredths = 0; hundredths <= 10'000; hundredths += 7) {
    EXPECT_EQ(Rate::parse_percent(to_percent_string(Rate{hundredths, 10'000})),
              (Rate{hundredths, 10'000}));
  }
}

TEST(Rate, AddsSubtractsMultipliesAndDividesExactly) {
  EXPECT_EQ((Rate{1, 3} + Rate{1, 6}), (Rate{1, 2}));
  EXPECT_EQ((Rate{1, 2} - Rate{2, 3}), (Rate{-1, 6}));
  EXPECT_EQ((Rate{2, 3} * Rate{3, 4}), (Rate{1, 2}));
  EXPECT_EQ((Rate{2, 3} / Rate{4, 3}), (Rate{1, 2}));
  EXPECT_EQ((Rate{2, 3} / Rate{-4, 3}), (Rate{-1, 2}));
}

TEST(Rate, IsComparedByValue) {
  EXPECT_LT((Rate{1, 3}), (Rate{34, 100}));
  EXPECT_GT((Rate{2, 3}), (Rate{666'666, 1'000'000}));
  EXPECT_EQ((Rate{2, 4} <=> Rate{1, 2}), std::strong_ordering::equal);
}

}  // namespace
}  // namespace rothcheck
