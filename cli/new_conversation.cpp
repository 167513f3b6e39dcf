// Questions and answers at a terminal, or from a pipe.
#include <fmt/format.h>

#include <algorithm>
#include <istream>
#include <ostream>

#include "cli/new_plan.hpp"
#include "reports/page.hpp"
#include "reports/unicode.hpp"
#include "run/interview/typed.hpp"

namespace rothcheck::cli {

namespace {

constexpr int indent = 4;

/// `    Look for: ...`, wrapped under itself.
void write_labelled(std::ostream& out, std::string_view label, std::string_view text, int width) {
  const std::string blanks(indent + label.size() + 1, ' ');
  bool first = true;
  for (const std::string& line :
       reports::wrapped(text, std::max(width - static_cast<int>(blanks.size()), 40))) {
    out << (first ? std::string(indent, ' ') + std::string{label} + " " : blanks) << line << '\n';
    first = false;
  }
}

void write_choices(std::ostream& out, const run::Question& question) {
  std::size_t widest = 0;
  for (const run::Choice& choice : question.choices) widest = std::max(widest, choice.word.size());
  int number = 0;
  for (const run::Choice& choice : question.choices)
    out << fmt::format("      {:>2}  {:<{}}  {}\n", ++number, choice.word, widest, choice.label);
}

void write_question(std::ostream& out, const run::Question& question, int number, int width) {
  out << '\n';
  const std::string label = fmt::format("{:>3}", number);
  bool first = true;
  for (const std::string& line : reports::wrapped(question.question, width - indent)) {
    out << (first ? label + " " : std::string(indent, ' ')) << line << '\n';
    first = false;
  }
  write_labelled(out, "Look for:", question.look, width);
  write_labelled(out, "Answer:", run::answers_of(question), width);
  write_choices(out, question);
}

void write_help(std::ostream& out, const run::Question& question, int width) {
  write_labelled(out, "Such as:", question.example, width);
  if (!question.clause.empty())
    write_labelled(
        out, "Written:",
        fmt::format("{}, in {}", question.clause,
                    question.block == "plan" ? "the plan's head"
                                             : fmt::format("the {} block", question.block)),
        width);
  if (question.required()) return;
  write_labelled(out, "-      ", "the document does not say; that is an answer, too", width);
  write_labelled(out, "?      ", "you do not know: the verdict then asks for it", width);
}

class Conversation {
 public:
  Conversation(run::Interview& interview, const Talk& talk) : interview_{interview}, talk_{talk} {}

  Ending run() {
    talk_.out << "A plan file from a plan's document, a question at a time.\n"
                 "Beside an answer:  -  it does not say     ?  I don't know\n"
                 "                   help  more on it       back  the question before\n"
                 "                   quit  save and stop\n";
    while (!ending_) {
      const run::Question* question = interview_.next();
      if (question == nullptr) break;
      ask(*question);
    }
    return ending_.value_or(Ending{});
  }

 private:
  bool read(std::string_view prompt, std::string& text) {
    talk_.out << prompt << std::flush;
    std::string line;
    if (!read_line(talk_.in, line)) {
      talk_.out << '\n';
      ending_ = Ending{Ended::input_over, line_, ""};
      return false;
    }
    ++line_;
    text = run::trimmed(line);
    // What a person types the terminal shows.
    if (!talk_.by_hand) talk_.out << reports::printable(text) << '\n';
    return true;
  }

  void ask(const run::Question& question) {
    const int number = static_cast<int>(interview_.answers().size()) + 1;
    write_question(talk_.out, question, number, talk_.width);
    std::string text;
    while (read("  > ", text)) {
      if (text == "quit") {
        ending_ = Ending{Ended::quit, line_, ""};
        return;
      }
      if (text == "help") {
        write_help(talk_.out, question, talk_.width);
        continue;
      }
      if (text == "back") {
        if (interview_.back()) return;
        talk_.out << "    This is the first question.\n";
        continue;
      }
      const std::string wrong = interview_.answer(question, text);
      if (wrong.empty()) return ask_cite(question);
      if (refuse(question, wrong)) return;
    }
  }

  void ask_cite(const run::Question& question) {
    std::string text;
    while (interview_.wants_cite(question) &&
           read("    Page or section, such as p. 9 (Enter leaves it out) > ", text)) {
      if (text.empty()) return;
      if (text == "quit") {
        ending_ = Ending{Ended::quit, line_, ""};
        return;
      }
      if (text == "back") {
        interview_.back();
        return;
      }
      if (text == "help") {
        write_labelled(talk_.out,
                       "Place:", "where the document says so; findings and reports show it",
                       talk_.width);
        continue;
      }
      const std::string wrong = interview_.cite(question, text);
      if (wrong.empty() || refuse(question, wrong)) return;
    }
  }

  /// True where nobody is there to ask again.
  bool refuse(const run::Question& question, const std::string& wrong) {
    write_labelled(talk_.out, "?", wrong, talk_.width);
    if (talk_.by_hand) return false;
    ending_ = Ending{Ended::wrong, line_, question.id + ": " + wrong};
    return true;
  }

  run::Interview& interview_;
  const Talk& talk_;
  int line_ = 0;
  std::optional<Ending> ending_;
};

}  // namespace

bool read_line(std::istream& in, std::string& line) {
  if (!std::getline(in, line)) return false;
  if (line.ends_with('\r')) line.pop_back();
  // The mark that some editors put before a text.
  if (line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
  return true;
}

Ending converse(run::Interview& interview, const Talk& talk) {
  return Conversation{interview, talk}.run();
}

void list_questions(std::ostream& out, int width) {
  for (const run::Question& question : run::questions()) {
    out << question.id << '\n';
    write_labelled(out, "Question:", question.question, width);
    write_labelled(out, "Look for:", question.look, width);
    write_labelled(out, "Answer:  ", run::answers_of(question), width);
    write_choices(out, question);
    out << '\n';
  }
  write_labelled(out, "Everywhere:",
                 "- the document does not say; ? nobody knows; behind an answer, cite and the page "
                 "or section",
                 width);
}

}  // namespace rothcheck::cli
