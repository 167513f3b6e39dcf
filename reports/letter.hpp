// A letter to one person: how much this year, why, what to do, what it costs to wait, what to ask.
// It holds nothing of anybody else, and words that somebody who never heard of this follows.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/assessment.hpp"

namespace rothcheck::reports {

/// The amount in a box, and how much of it is used.
struct LetterAmount {
  std::string_view words;  // "Still possible in 2026"
  Range amount;
  Money whole, used;  // both settled, or else nothing is drawn
};

struct LetterLine {
  std::string words, cite, amount;
  bool sum = false;
};

struct LetterSection {
  std::string_view heading;
  std::vector<LetterLine> lines;        // a small sum
  std::vector<std::string> paragraphs;  // numbered where they are steps
  bool steps = false;
};

struct Letter {
  std::string from;  // the plan's sponsor; empty where the plan file has none
  std::string to, about;
  std::string heading, opening;
  std::optional<LetterAmount> amount;
  std::vector<LetterSection> sections;
  std::vector<std::string> fine_print;
};

/// Who writes: what the plan file says of it.
struct Sender {
  std::string_view sponsor;
};

Letter letter_to(const Assessment& answer, const PlanAnswer& plan, const Sources& sources,
                 const LimitTable& limits, const Sender& sender);

void write_letter_text(const Letter& letter, std::ostream& out);
void write_letter_html(const Letter& letter, std::ostream& out);

}  // namespace rothcheck::reports
