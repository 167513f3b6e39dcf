// The program: the command line is read, the command run, and what it wrote is seen to have
// arrived.
#include <signal.h>
#include <unistd.h>

#include <cerrno>
#include <exception>
#include <iostream>
#include <new>
#include <system_error>

#include "cli/commands.hpp"
#include "cli/options/read.hpp"
#include "run/files/descriptor.hpp"
#include "run/files/files.hpp"

using namespace rothcheck;
using namespace rothcheck::cli;

namespace {

// Written so that a failure at the very end, on a full disk, is not missed.
Exit finish(run::DescriptorBuffer& buffer, std::ostream& out, Exit exit) {
  out.flush();
  if (buffer.error() == 0) return exit;
  if (buffer.error() == EPIPE) return Exit::closed_pipe;
  std::cerr << "rothcheck: cannot write to standard output: " << run::reason_of(buffer.error())
            << '\n';
  return worse(exit, Exit::unread);
}

Exit run_program(int argc, char** argv) {
  run::DescriptorBuffer buffer{STDOUT_FILENO};
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

/// What the machine does not give is no fault of ours; nothing half-written is left.
int end_with(const std::exception& error) {
  const auto* system = dynamic_cast<const std::system_error*>(&error);
  const bool no_thread =
      system != nullptr && system->code() == std::errc::resource_unavailable_try_again;
  if (no_thread || dynamic_cast<const std::bad_alloc*>(&error) != nullptr) {
    std::cerr << "rothcheck: the system gives " << (no_thread ? "no thread" : "not enough memory")
              << "; the run ended before it was done\n";
    return static_cast<int>(Exit::unread);
  }
  std::cerr << "rothcheck: internal error, please report it: " << error.what() << '\n';
  return static_cast<int>(Exit::internal);
}

}  // namespace

int main(int argc, char** argv) {
  // A closed pipe is an error of writing like any other, not the end of the program.
  ::signal(SIGPIPE, SIG_IGN);
  // So is a file that grows beyond what the system allows.
  ::signal(SIGXFSZ, SIG_IGN);
  try {
    return static_cast<int>(run_program(argc, argv));
  } catch (const std::exception& error) {
    return end_with(error);
  }
}
