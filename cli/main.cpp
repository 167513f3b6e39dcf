// The program: the command line is read, the command run, and what it wrote is seen to have
// arrived.
#include <signal.h>
#include <unistd.h>

#include <cerrno>
#include <exception>
#include <iostream>

#include "cli/commands.hpp"
#include "cli/descriptor.hpp"
#include "cli/files.hpp"
#include "cli/options/read.hpp"

using namespace rothcheck::cli;

namespace {

// Written so that a failure at the very end, on a full disk, is not missed.
Exit finish(DescriptorBuffer& buffer, std::ostream& out, Exit exit) {
  out.flush();
  if (buffer.error() == 0) return exit;
  if (buffer.error() == EPIPE) return Exit::closed_pipe;
  std::cerr << "rothcheck: cannot write to standard output: " << reason_of(buffer.error()) << '\n';
  return worse(exit, Exit::unread);
}

Exit run(int argc, char** argv) {
  DescriptorBuffer buffer{STDOUT_FILENO};
  std::ostream out{&buffer};
  const options::Asked asked = options::read(argc, argv, out, std::cerr);
  if (!asked.run) return finish(buffer, out, asked.exit);
  const bool out_is_terminal = ::isatty(STDOUT_FILENO) != 0,
             err_is_terminal = ::isatty(STDERR_FILENO) != 0;
  const Console console{out,
                        std::cerr,
                        wants_colour(asked.color, out_is_terminal),
                        wants_colour(asked.color, err_is_terminal),
                        err_is_terminal,
                        text_width(STDOUT_FILENO)};
  return finish(buffer, out, asked.run(console));
}

}  // namespace

int main(int argc, char** argv) {
  // A closed pipe is an error of writing like any other, not the end of the program.
  ::signal(SIGPIPE, SIG_IGN);
  try {
    return static_cast<int>(run(argc, argv));
  } catch (const std::exception& error) {
    std::cerr << "rothcheck: internal error, please report it: " << error.what() << '\n';
    return static_cast<int>(Exit::internal);
  }
}
