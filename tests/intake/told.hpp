// What a reader of one format tells, a line each, without anybody making participants of it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "intake/record.hpp"
#include "tests/intake/said.hpp"

namespace rothcheck::intake {

/// A sink that writes everything down.
class Told {
 public:
  /// The facts that `fits` takes for known; `id` is always one.
  explicit Told(std::vector<std::string> known = {"pay", "class", "birth_date"})
      : known_{std::move(known)} {}

  RecordSink sink() {
    return {
        .names =
            [this](const std::vector<Name>& names, Names) {
              for (const Name& name : names) names_.push_back(name.text);
              header_line = names.empty() ? 0 : names.front().line;
              return true;
            },
        .record = [this](const Record& record) { records.push_back(line_of(record)); },
        .spoilt =
            [this](Finding finding, std::uint64_t line, std::uint64_t) {
              spoilt.push_back(std::to_string(line) + ": " + said(finding));
            },
        .unreadable = [this](Finding finding) { unreadable.push_back(finding); },
        .note = [this](Finding finding) { notes.push_back(finding); },
        .fits = [this](const std::vector<std::string_view>& cells) { return fit_of(cells); },
    };
  }

  Lines names() const { return names_; }

  Lines records, spoilt;  // `2: id=E1 pay=5`; what is unfit stands in parentheses
  Findings unreadable, notes;
  std::uint64_t header_line = 0;

 private:
  std::string line_of(const Record& record) const {
    std::string line = std::to_string(record.line) + ':';
    for (const Value& value : record.values) {
      if (value.text.empty() && value.unfit.empty()) continue;
      line += ' ' + names_.at(value.name) + '=';
      line += value.unfit.empty() ? std::string{value.text} : '(' + std::string{value.unfit} + ')';
    }
    return line;
  }

  HeaderFit fit_of(const std::vector<std::string_view>& cells) const {
    HeaderFit fit;
    for (std::string_view cell : cells) {
      if (cell == "id") fit.has_id = true;
      for (const std::string& name : known_) fit.known += cell == name ? 1 : 0;
    }
    fit.known += fit.has_id ? 1 : 0;
    return fit;
  }

  std::vector<std::string> known_;
  Lines names_;
};

}  // namespace rothcheck::intake
