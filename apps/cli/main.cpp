// The program thenar.
#include <csignal>
#include <new>

#include "cli/app.hpp"
#include "cli/io.hpp"

int main(int argc, char** argv) {
  // A reader that goes away is an error of the write, with its message, not a silent end.
  static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
  using thenar::cli::warn;
  try {
    return thenar::cli::run(argc, argv, THENAR_VERSION);
  } catch (const thenar::BrokenInvariant& broken) {
    warn("Thenar stopped because of a fault of its own; your hands and what was kept are not affected. (" +
         broken.text + ")\n");
  } catch (const std::bad_alloc&) {
    warn("Thenar stopped because the machine ran out of memory; what was kept is not affected.\n");
  }
  return 70;
}
