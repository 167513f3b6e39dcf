// Sums as TOML, whole numbers only.
#include "cli/partial.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <ostream>
#include <string_view>
#include <utility>

#include "cli/findings.hpp"
#include "intake/toml.hpp"

namespace rothcheck::cli {

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

}  // namespace

void add(Summary& summary, const BriefAnswer& answer) {
  ++summary.participants;
  ++summary.by_verdict[static_cast<std::size_t>(answer.verdict)];
  if (answer.room.settled()) summary.room_total += answer.room.least;
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
      << "plan = " << intake::toml_text(partial.plan) << "\nyear = " << partial.year
      << "\nparticipants = " << summary.participants
      << "\nrows_rejected = " << summary.rows_rejected
      << "\nrows_skipped = " << summary.rows_skipped << "\nrows_read = " << summary.rows_read
      << "\nroom_total_in_cents = " << summary.room_total.in_cents() << "\n[sums.verdicts]\n";
  for (int i = 0; i < verdict_count; ++i) {
    out << to_string(static_cast<Verdict>(i)) << " = " << summary.by_verdict[i] << '\n';
  }
  out << "# Of the ACP test: employees, and sums of their ratios in hundredths of a percent.\n"
      << "[sums.acp]\n";
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
  Partial partial{plan->value.text, static_cast<int>(of_run("year")), {}, {}};
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
  if (!wrong) return partial;
  findings.push_back(std::move(*wrong));
  return std::nullopt;
}

}  // namespace rothcheck::cli
