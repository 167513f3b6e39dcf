// `rothcheck letter`: to one person of a census, or to each.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <ostream>

#include "checker/judge/check.hpp"
#include "cli/inputs.hpp"
#include "cli/kept_apart.hpp"
#include "cli/papers.hpp"
#include "model/counted.hpp"
#include "reports/letter.hpp"
#include "reports/privacy.hpp"
#include "run/findings.hpp"

namespace rothcheck::cli {

namespace {

void write_letter(const reports::Letter& letter, const std::string& format, std::ostream& out) {
  if (format == "html") return reports::write_letter_html(letter, out);
  reports::write_letter_text(letter, out);
}

/// Tells nobody who it is to: the row of the participant file, or the place among its people.
std::string file_name(const Assessment& answer, std::size_t place, const std::string& format) {
  const std::string ending = format == "html" ? "html" : "txt";
  if (answer.row && answer.row->row != 0)
    return fmt::format("letter-row-{}.{}", answer.row->row, ending);
  return fmt::format("letter-{}.{}", place + 1, ending);
}

/// Why the command line asks for nothing that can be done; empty where it does.
std::string what_is_wrong(const LetterCommand& command, const std::vector<Target>& targets) {
  if (command.id.has_value() == command.all.has_value())
    return "--id ID for one person, or --all FOLDER for everybody";
  if (command.all && std::any_of(targets.begin(), targets.end(),
                                 [](const Target& target) { return !target.path.empty(); }))
    return "--all writes to its folder; -f takes no file there";
  return {};
}

class Letters {
 public:
  Letters(const Inputs& inputs, const checker::Checker& checker)
      : inputs_{inputs}, checker_{checker} {}

  reports::Letter to(const Assessment& answer) const {
    return reports::letter_to(answer, checker_.plan_answer(), inputs_.sources, inputs_.limits,
                              {inputs_.plans.front().sponsor});
  }

 private:
  const Inputs& inputs_;
  const checker::Checker& checker_;
};

}  // namespace

Exit letter(const LetterCommand& command, const Console& console) {
  const auto targets = read_targets(command.formats, {"text", "html"}, console);
  if (!targets) return Exit::usage;
  if (const std::string wrong = what_is_wrong(command, *targets); !wrong.empty()) {
    console.err << "rothcheck: " << wrong << '\n';
    return Exit::usage;
  }
  FilesOfRun files;
  files.reads_plans(command.plans);
  files.reads(command.limits);
  files.reads(command.census.path);
  files.reads(command.census.mapping);
  files.writes(*targets);
  if (!files.kept_apart(console)) return Exit::usage;
  Inputs inputs;
  inputs.read_limits(command.limits);
  inputs.read_plans(command.plans);
  if (command.plan) keep_plan(inputs, *command.plan);
  if (inputs.plans.size() > 1) {
    inputs.say(
        run::finding::several_plans,
        fmt::format("the files have {} plans, and a letter is about one", inputs.plans.size()));
    inputs.findings.back().notes.push_back({"choose one with --plan NAME"});
    inputs.exit = worse(inputs.exit, Exit::usage);
  }
  const bool one = inputs.plans.size() == 1 && inputs.exit != Exit::usage;
  const std::optional<int> year =
      one ? year_of(inputs, inputs.plans.front(), command.year) : std::nullopt;
  std::optional<intake::Census> census;
  if (year) census = read_census(inputs, command.census, *year);
  if (!year || !census || !census->readable) {
    show(inputs.findings, inputs.sources, false, console);
    return worse(inputs.exit, Exit::findings);
  }
  const Plan& plan = inputs.plans.front();
  const checker::Checker checker{plan, *year, inputs.limits};
  const Letters letters{inputs, checker};
  const std::vector<Assessment> answers =
      checker::check(checker, plan, *year, inputs.limits, census->participants);
  const auto is_asked_for = [&command](const Assessment& answer) {
    return answer.id == *command.id || reports::shown_id(answer.id) == *command.id;
  };
  if (command.id) {
    const auto count = std::count_if(answers.begin(), answers.end(), is_asked_for);
    // A masked id may be of two people, and a letter must not be another's.
    if (count != 1) {
      inputs.say(run::finding::person_not_found,
                 count == 0
                     ? "there is no participant with the id that --id asks for"
                     : fmt::format("{} participants look like the id that --id asks for", count));
      inputs.exit = worse(inputs.exit, Exit::usage);
    }
  }
  show(inputs.findings, inputs.sources, false, console);
  Exit exit =
      worse(inputs.exit, reaches(inputs.findings, Severity::error) ? Exit::findings : Exit::fine);
  if (inputs.exit == Exit::usage) return exit;
  for (const Target& target : *targets) {
    for (std::size_t i = 0; i < answers.size(); ++i) {
      if (command.id && !is_asked_for(answers[i])) continue;
      Target own = target;
      if (command.all) {
        const std::filesystem::path folder{*command.all};
        own.path = (folder / file_name(answers[i], i, target.format)).string();
      }
      exit = worse(exit, write_target(own, console, [&](std::ostream& out, bool) {
                     write_letter(letters.to(answers[i]), target.format, out);
                   }));
    }
  }
  if (command.all) {
    console.out << counted(static_cast<std::int64_t>(answers.size() * targets->size()), "letter")
                << " in " << *command.all << '\n';
  }
  return exit;
}

}  // namespace rothcheck::cli
