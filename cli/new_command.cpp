// `rothcheck new`: from a plan's document to a plan file, by questions.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/kept_apart.hpp"
#include "cli/new_plan.hpp"
#include "reports/unicode.hpp"
#include "run/cases/scenarios.hpp"
#include "run/files/files.hpp"
#include "run/files/no_people.hpp"
#include "run/findings.hpp"
#include "run/interview/plan_text.hpp"
#include "run/interview/typed.hpp"
#include "run/lint_text.hpp"

namespace rothcheck::cli {

namespace {

using reports::printable;

std::string questions_of(std::size_t count) {
  return count == 1 ? "one question" : fmt::format("{} questions", count);
}

bool is_there(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored) && !run::is_special(path);
}

/// `acme` is acme.plan, so that folders of plans have it.
std::string plan_file_named(std::string path) {
  if (!std::filesystem::path{path}.has_extension() && !run::is_special(path)) path += ".plan";
  return path;
}

/// `acme-401-k-savings-plan.plan`
std::string file_name_of(std::string_view plan) {
  std::string name;
  for (const char c : plan) {
    const std::string letter = run::bare(std::string_view{&c, 1});
    if (!letter.empty()) name += letter;
    if (letter.empty() && !name.empty() && name.back() != '-') name += '-';
  }
  while (name.ends_with('-')) name.pop_back();
  return (name.empty() ? "new" : name.substr(0, 60)) + ".plan";
}

/// One run of the command.
class NewPlan {
 public:
  NewPlan(const NewCommand& command, const Console& console)
      : command_{command},
        console_{console},
        by_hand_{::isatty(STDIN_FILENO) != 0},
        // The plan has standard output for itself where it goes there.
        said_{command.file || by_hand_ ? console.out : console.err} {}

  Exit run() {
    inputs_.read_limits({});
    run::Interview interview{inputs_.limits};
    std::optional<std::string> path;
    if (command_.file) {
      path = plan_file_named(*command_.file);
      if (!may_replace(*path)) return tell(Exit::usage);
    }
    if (command_.answers && !take_answers(interview)) return tell(Exit::unread);
    if ((!command_.answers || command_.ask) && !talk(interview)) return tell(Exit::unread);
    const auto name = interview.answers().find("name");
    if (name == interview.answers().end()) {
      refuse(run::finding::answer_not_read, "the plan has no name yet, so that nothing is written");
      return tell(Exit::unread);
    }
    if (!path && by_hand_ && !command_.answers) path = asked_path(name->second.value);
    return tell(deliver(interview, path));
  }

 private:
  void refuse(const FindingKind& kind, std::string message) {
    inputs_.say(kind, std::move(message));
  }

  Exit tell(Exit exit) {
    said_ << std::flush;
    show(inputs_.findings, inputs_.sources, false, console_);
    return worse(exit, inputs_.exit);
  }

  bool confirms(const std::string& question) {
    said_ << question << std::flush;
    std::string line;
    if (!read_line(std::cin, line)) return false;
    const std::string word = run::bare(line);
    return word == "y" || word == "yes";
  }

  bool may_replace(const std::string& path) {
    if (command_.force || !is_there(path)) return true;
    const bool may_ask = by_hand_ && (!command_.answers || command_.ask);
    if (may_ask &&
        confirms(fmt::format("{} is there already. Replace it? yes or no > ", printable(path))))
      return true;
    refuse(run::finding::file_is_there, fmt::format("{} is there already", printable(path)));
    return false;
  }

  /// Where somebody at a terminal has named no file. Enter takes the plan's own name.
  std::optional<std::string> asked_path(const std::string& plan) {
    const std::string usual = file_name_of(plan);
    while (true) {
      said_ << fmt::format("\nWhich file shall it be written to? (Enter: {}) > ", usual)
            << std::flush;
      std::string line;
      if (!read_line(std::cin, line)) return std::nullopt;
      const std::string_view typed = run::trimmed(line);
      const std::string path = typed.empty() ? usual : plan_file_named(std::string{typed});
      if (command_.force || !is_there(path)) return path;
      if (confirms(fmt::format("{} is there already. Replace it? yes or no > ", printable(path))))
        return path;
    }
  }

  bool take_answers(run::Interview& interview) {
    std::string reason;
    std::optional<std::string> text = run::read_no_people(*command_.answers, reason);
    if (!text) {
      refuse(run::unread_kind(reason),
             fmt::format("cannot read {}: {}", printable(*command_.answers), reason));
      return false;
    }
    const std::uint16_t source = inputs_.sources.add(
        *command_.answers == "-" ? "standard input" : *command_.answers, std::move(*text));
    Outcome<run::Answers> answers = run::read_answers(inputs_.sources, source);
    for (Finding& finding : answers.findings) inputs_.findings.push_back(std::move(finding));
    if (!answers) return false;
    const std::vector<std::string> refused = interview.take_over(*answers.value);
    for (const std::string& fault : refused) refuse(run::finding::answer_not_read, fault);
    for (const run::Question& question : run::questions()) {
      if (answers.value->contains(question.id) && !run::needs_are_met(question, *answers.value))
        refuse(run::finding::answer_not_used,
               fmt::format("{} is not asked beside the other answers", question.id));
    }
    return refused.empty();
  }

  bool talk(run::Interview& interview) {
    const Ending ending =
        converse(interview, {std::cin, said_, by_hand_, std::min(console_.width, 96)});
    if (ending.how == Ended::wrong) {
      refuse(run::finding::answer_not_read,
             fmt::format("standard input, line {}: {}", ending.line, ending.wrong));
      return false;
    }
    if (ending.how == Ended::done) said_ << "\nNothing more can change the answer.\n";
    if (ending.how == Ended::input_over)
      said_ << fmt::format("\nThe input ends here; {} could still change the answer.\n",
                           questions_of(interview.open()));
    stopped_ = ending.how == Ended::quit;
    return true;
  }

  bool write(const std::string& path, const std::string& text) {
    const auto reason =
        run::write_file(path, [&text](std::ostream& out) { out << text; }, run::Readers::umask);
    if (reason)
      refuse(run::finding::unwritable_file,
             fmt::format("cannot write {}: {}", printable(path), *reason));
    return !reason;
  }

  Exit deliver(run::Interview& interview, const std::optional<std::string>& path) {
    const std::string text = interview.plan();
    std::optional<std::string> saved = command_.save_answers;
    // Whoever stops at a terminal wants to go on where they stopped.
    if (!saved && stopped_ && by_hand_ && path) {
      saved = std::filesystem::path{*path}.replace_extension(".answers.toml").string();
      if (is_there(*saved) && !command_.force) saved.reset();
    }
    if (saved && !write(*saved, run::write_answers(interview.answers()))) return Exit::unread;
    if (!path) {
      console_.out << text;
      return Exit::fine;
    }
    if (!write(*path, text)) return Exit::unread;
    if (run::is_special(*path)) return Exit::fine;
    said_ << fmt::format("\nwrote {}\n", printable(*path));
    if (stopped_ && saved)
      said_ << fmt::format("To go on: rothcheck new {} --answers {} --ask --force\n",
                           printable(*path), printable(*saved));
    const Exit found = say_findings(*path, text);
    said_ << '\n';
    CheckCommand check;
    check.plans = {*path};
    check.as_of = today();
    const Exit checked =
        interview.answers().contains("year") ? cli::check(check, console_) : Exit::fine;
    say_what_next(interview, *path);
    return worse(found, checked);
  }

  /// Errors and warnings in full, notes by number.
  Exit say_findings(const std::string& path, const std::string& text) {
    Inputs written;
    written.read_limits({});
    const std::uint16_t source = written.sources.add(path, text);
    const run::LintedText linted =
        run::lint_text(written.sources, source, {written.limits, std::nullopt, today()});
    std::size_t notes = 0;
    for (const Finding& finding : linted.findings) {
      const bool note = finding.kind->severity == Severity::info;
      notes += note;
      if (!note) written.findings.push_back(finding);
    }
    const std::size_t louder = written.findings.size();
    said_ << fmt::format(
        "lint: {}{}\n",
        louder == 0 ? "no errors and no warnings" : "what follows comes of the answers",
        notes == 0 ? ""
                   : fmt::format("; {} more with `rothcheck lint {}`",
                                 notes == 1 ? "one note" : fmt::format("{} notes", notes),
                                 printable(path)));
    said_ << std::flush;
    show(written.findings, written.sources, false, console_);
    bool failed = false;
    for (const Plan& plan : linted.plans) failed = say_example(plan, written) || failed;
    const bool error = has_error(written.findings);
    return error || failed ? Exit::findings : Exit::fine;
  }

  /// Whether the document's own example comes out.
  bool say_example(const Plan& plan, const Inputs& written) {
    bool failed = false;
    for (const Scenario& scenario : plan.scenarios) {
      const run::TestResult result =
          run::run_scenario(plan, scenario, written.limits, written.sources);
      const bool tried = result.passed() || !result.unmet.empty();
      said_ << fmt::format("the example \"{}\": {}\n", printable(scenario.name),
                           !tried            ? "cannot be tried: see what follows"
                           : result.passed() ? "comes out as the document says"
                                             : "does NOT come out as the document says");
      for (const run::Unmet& unmet : result.unmet) said_ << "    " << unmet.text << '\n';
      failed = failed || !result.passed();
    }
    return failed;
  }

  void say_what_next(run::Interview& interview, const std::string& path) {
    if (const std::size_t open = stopped_ ? interview.open() : 0; open != 0)
      said_ << fmt::format("\nWhat could still change the answer: {}.\n", questions_of(open));
    said_ << fmt::format(
        "\nNext: rothcheck check {0} --with age=40 --with pay=150000     one person\n"
        "      rothcheck check {0} --participants FILE                everybody\n",
        printable(path));
  }

  const NewCommand& command_;
  const Console& console_;
  Inputs inputs_;
  bool by_hand_, stopped_ = false;
  std::ostream& said_;
};

}  // namespace

Exit new_plan(const NewCommand& command, const Console& console) {
  if (command.list) {
    list_questions(console.out, console.width);
    return Exit::fine;
  }
  FilesOfRun files;
  files.reads(command.answers);
  files.writes(command.file);
  files.writes(command.save_answers);
  if (!files.kept_apart(console)) return Exit::usage;
  return NewPlan{command, console}.run();
}

}  // namespace rothcheck::cli
