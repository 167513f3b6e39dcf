// Sums as TOML, whole numbers only.
#include "run/batch/partial.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <ostream>
#include <string_view>
#include <utility>

#include "checker/acp/acp.hpp"
#include "intake/toml/toml.hpp"
#include "run/findings.hpp"

namespace rothcheck::run {

namespace {

using intake::TomlEntry;
using intake::TomlValue;

/// Reads the whole numbers of a table, and keeps the first thing that is wrong.
class Numbers {
 public:
  Numbers(const TomlValue& table, std::optional<Finding>& wrong) : table_{table}, wrong_{wrong} {}

  std::int64_t operator()(std::string_view key) const {
    const TomlEntry* entry = table_.find(key);
    std::int64_t number = 0;
    const std::string_view text = entry != nullptr ? std::string_view{entry->value.text} : "";
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool good = entry != nullptr && entry->value.is(TomlValue::Type::integer) &&
                      read.ec == std::errc{} && read.ptr == text.data() + text.size();
    if (!good && !wrong_) {
      wrong_ = Finding{&finding::no_partial, fmt::format("{} is no whole number", key),
                       entry != nullptr ? entry->value.at.span : table_.at.span};
    }
    return number;
  }

 private:
  const TomlValue& table_;
  std::optional<Finding>& wrong_;
};

/// More than any census has, and so few that no sum of amounts or ratios leaves 64 bits.
constexpr std::int64_t most_rows = 1'000'000'000;
/// More room than one person can have, in cents, and more than any ratio, in hundredths of a
/// percent.
constexpr std::int64_t most_room = 100'000'000;
constexpr std::int64_t most_ratio = 100'000'000;
constexpr std::int64_t version = 2;

/// The numbers of the file, by their keys. With and without match the same employees are tested.
template <class Sums>
auto numbers_of(Sums& acp) {
  using Number = decltype(&acp.nhce.count);
  return std::array<std::pair<std::string_view, Number>, 7>{
      {{"nhce", &acp.nhce.count},
       {"nhce_ratios", &acp.nhce.ratio_sum},
       {"nhce_ratios_without_match", &acp.nhce_without_match.ratio_sum},
       {"hce", &acp.hce.count},
       {"hce_ratios", &acp.hce.ratio_sum},
       {"hce_ratios_without_match", &acp.hce_without_match.ratio_sum},
       {"status_unknown", &acp.status_unknown}}};
}

/// What the sums of a run can be. Empty, or what is wrong with them.
std::optional<std::string> impossible(const Partial& partial) {
  const Summary& summary = partial.summary;
  const AcpSums& acp = partial.acp;
  std::int64_t verdicts = 0;
  for (const std::int64_t count : summary.by_verdict) {
    if (count < 0 || count > most_rows) return "a count is below zero or beyond any census";
    verdicts += count;
  }
  for (const std::int64_t count :
       {summary.participants, summary.rows_rejected, summary.rows_skipped, summary.rows_read,
        acp.nhce.count, acp.hce.count, acp.status_unknown}) {
    if (count < 0 || count > most_rows) return "a count is below zero or beyond any census";
  }
  if (verdicts != summary.participants) {
    return fmt::format("{} verdicts for {} participants", verdicts, summary.participants);
  }
  const std::int64_t rows = summary.participants + summary.rows_rejected + summary.rows_skipped;
  if (rows != summary.rows_read)
    return fmt::format("{} rows read, and {} accounted for", summary.rows_read, rows);
  if (acp.nhce.count + acp.hce.count > summary.participants)
    return fmt::format("{} employees tested of {} participants", acp.nhce.count + acp.hce.count,
                       summary.participants);
  if (acp.status_unknown > acp.nhce.count + acp.hce.count)
    return "more employees of unknown status than tested";
  const auto fits = [](std::int64_t sum, std::int64_t count, std::int64_t most) {
    return sum >= 0 && sum / most <= count && (count > 0 || sum == 0);
  };
  const bool ratios =
      fits(acp.nhce.ratio_sum, acp.nhce.count, most_ratio) &&
      fits(acp.hce.ratio_sum, acp.hce.count, most_ratio) && acp.nhce_without_match.ratio_sum >= 0 &&
      acp.nhce_without_match.ratio_sum <= acp.nhce.ratio_sum &&
      acp.hce_without_match.ratio_sum >= 0 && acp.hce_without_match.ratio_sum <= acp.hce.ratio_sum;
  if (!ratios) return "the ratios of the ACP test are none that so many employees can have";
  if (!fits(summary.room_total.in_cents(), summary.participants, most_room))
    return "the room is none that so many participants can have";
  return std::nullopt;
}

}  // namespace

void add(Summary& summary, const BriefAnswer& answer) {
  ++summary.participants;
  ++summary.by_verdict[static_cast<std::size_t>(answer.verdict)];
  if (answer.room.settled()) summary.room_total += answer.room.least;
}

std::optional<std::string> add(Partial& all, const Partial& piece) {
  // Each number is below a limit that keeps the sum of a million pieces in 64 bits; what a sum
  // passes is no longer that of a census.
  if (all.summary.rows_read > most_rows - piece.summary.rows_read)
    return fmt::format("together the pieces have more than {} rows", most_rows);
  add(all.summary, piece.summary);
  checker::add(all.acp, piece.acp);
  return std::nullopt;
}

void add(Summary& summary, const Summary& other) {
  summary.participants += other.participants;
  summary.rows_rejected += other.rows_rejected;
  summary.rows_skipped += other.rows_skipped;
  summary.rows_read += other.rows_read;
  summary.room_total += other.room_total;
  for (std::size_t i = 0; i < verdict_count; ++i) summary.by_verdict[i] += other.by_verdict[i];
}

void write_partial(const Partial& partial, std::ostream& out) {
  const Summary& summary = partial.summary;
  out << "# The sums of a run; `rothcheck merge` adds up those of several.\n[sums]\n"
      << "version = " << version << "\nplan = " << intake::toml_text(partial.plan)
      << "\nyear = " << partial.year
      << "\nannual_additions_limit_in_cents = " << partial.annual_additions_limit.in_cents()
      << "\nparticipants = " << summary.participants
      << "\nrows_rejected = " << summary.rows_rejected
      << "\nrows_skipped = " << summary.rows_skipped << "\nrows_read = " << summary.rows_read
      << "\nroom_total_in_cents = " << summary.room_total.in_cents() << "\n[sums.verdicts]\n";
  for (int i = 0; i < verdict_count; ++i) {
    out << to_string(static_cast<Verdict>(i)) << " = " << summary.by_verdict[i] << '\n';
  }
  out << "# Of the ACP test: employees, and sums of their ratios in hundredths of a percent.\n"
      << "[sums.acp]\nexempt = " << (partial.tested.exempt ? "true" : "false")
      << "\nprior_year = " << (partial.tested.prior_year ? "true" : "false")
      << "\nmatch_left_out = " << intake::toml_text(to_string(partial.tested.left_out)) << '\n';
  for (const auto& [key, number] : numbers_of(partial.acp)) out << key << " = " << *number << '\n';
}

std::optional<Partial> read_partial(const Sources& sources, std::uint16_t source,
                                    Findings& findings) {
  Outcome<TomlValue> file = intake::read_toml(sources.text(source), source, finding::no_partial);
  if (!file) {
    findings.insert(findings.end(), file.findings.begin(), file.findings.end());
    return std::nullopt;
  }
  const TomlEntry* sums = file.value->find("sums");
  const TomlEntry* plan = sums != nullptr ? sums->value.find("plan") : nullptr;
  const TomlEntry* verdicts = sums != nullptr ? sums->value.find("verdicts") : nullptr;
  const TomlEntry* acp = sums != nullptr ? sums->value.find("acp") : nullptr;
  if (plan == nullptr || verdicts == nullptr || acp == nullptr ||
      !plan->value.is(TomlValue::Type::string)) {
    findings.push_back(
        {&finding::no_partial, "the file has no sums of a run", sources.start_of(source)});
    return std::nullopt;
  }
  std::optional<Finding> wrong;
  const Numbers of_run{sums->value, wrong}, of_verdicts{verdicts->value, wrong},
      of_acp{acp->value, wrong};
  if (const std::int64_t found = of_run("version"); !wrong && found != version) {
    wrong =
        Finding{&finding::no_partial,
                fmt::format("the sums are of version {}; this program reads {}", found, version),
                sums->at.span};
  }
  const std::int64_t year = of_run("year");
  if (!wrong && (year < 1975 || year > 2199)) {
    wrong =
        Finding{&finding::no_partial, fmt::format("{} is no year of a plan", year), sums->at.span};
  }
  Partial partial{
      .plan = plan->value.text,
      .year = wrong ? 0 : static_cast<int>(year),
      .annual_additions_limit = Money::cents(of_run("annual_additions_limit_in_cents"))};
  const auto yes = [&](std::string_view key) {
    const TomlEntry* entry = acp->value.find(key);
    const bool good = entry != nullptr && entry->value.is(TomlValue::Type::boolean);
    if (!good && !wrong)
      wrong =
          Finding{&finding::no_partial, fmt::format("{} is not true or false", key), acp->at.span};
    return good && entry->value.text == "true";
  };
  partial.tested.exempt = yes("exempt");
  partial.tested.prior_year = yes("prior_year");
  const TomlEntry* left_out = acp->value.find("match_left_out");
  const auto rule = left_out != nullptr ? match_left_out_named(left_out->value.text) : std::nullopt;
  if (!rule && !wrong) {
    wrong = Finding{&finding::no_partial, "match_left_out is not all, nothing, 4% or 3.5%",
                    acp->at.span};
  }
  partial.tested.left_out = rule.value_or(MatchLeftOut{});
  partial.summary.participants = of_run("participants");
  partial.summary.rows_rejected = of_run("rows_rejected");
  partial.summary.rows_skipped = of_run("rows_skipped");
  partial.summary.rows_read = of_run("rows_read");
  partial.summary.room_total = Money::cents(of_run("room_total_in_cents"));
  for (std::size_t i = 0; i < verdict_count; ++i) {
    partial.summary.by_verdict[i] = of_verdicts(to_string(static_cast<Verdict>(i)));
  }
  for (const auto& [key, number] : numbers_of(partial.acp)) *number = of_acp(key);
  partial.acp.nhce_without_match.count = partial.acp.nhce.count;
  partial.acp.hce_without_match.count = partial.acp.hce.count;
  if (!wrong) {
    if (auto why = impossible(partial))
      wrong = Finding{&finding::no_partial, std::move(*why), sums->at.span};
  }
  if (!wrong) return partial;
  findings.push_back(std::move(*wrong));
  return std::nullopt;
}

}  // namespace rothcheck::run
