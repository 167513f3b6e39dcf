// `rothcheck new` as a function, and its conversation.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>

#include "cli/console.hpp"
#include "cli/exit.hpp"
#include "run/interview/interview.hpp"

namespace rothcheck::cli {

struct NewCommand {
  std::optional<std::string> file;          // the plan file; none: standard output
  std::optional<std::string> answers;       // answers in place of a conversation
  std::optional<std::string> save_answers;  // where to write what was answered
  bool ask = false;                         // what the answers leave open
  bool list = false;                        // only show the questions
  bool force = false;                       // replace a file that is there
};
Exit new_plan(const NewCommand&, const Console&);

/// A conversation, line by line.
struct Talk {
  std::istream& in;
  std::ostream& out;
  bool by_hand = true;  // a person types, who is asked again; else what is wrong ends it
  int width = 96;
};

enum class Ended { done, quit, input_over, wrong };

/// How a conversation ended, and what was wrong with which line.
struct Ending {
  Ended how = Ended::done;
  int line = 0;
  std::string wrong;
};

/// Asks until no answer can change anything, the person has enough, or the input is over.
Ending converse(run::Interview& interview, const Talk& talk);

/// One line of input, without its end; false where there is none.
bool read_line(std::istream& in, std::string& line);

/// All questions, with the words to look for and what each takes.
void list_questions(std::ostream& out, int width);

}  // namespace rothcheck::cli
