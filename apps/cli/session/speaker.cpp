#include "cli/session/speaker.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <utility>

extern char** environ;

namespace thenar::cli::live {
namespace {

struct Started {
  pid_t process = 0;  ///< 0: it cannot start
  int complaints = -1;
};

/// Starts a program that reads `input` from its standard input and is heard, not seen. It gets a process
/// group of its own, so that Ctrl-C reaches only us, and the usual signals, which we have blocked.
Started start(const char* program, char* const* arguments, const std::string& input) {
  std::array<int, 2> ends{};
  std::array<int, 2> complaints{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return {};
  if (pipe2(complaints.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
    close(ends[0]);
    close(ends[1]);
    return {};
  }

  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, ends[0], STDIN_FILENO);
  posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_adddup2(&files, complaints[1], STDERR_FILENO);
  posix_spawnattr_t how;
  posix_spawnattr_init(&how);
  sigset_t none;
  sigset_t all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_setsigmask(&how, &none);
  posix_spawnattr_setsigdefault(&how, &all);
  posix_spawnattr_setpgroup(&how, 0);
  posix_spawnattr_setflags(&how, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);

  Started started{0, complaints[0]};
  if (posix_spawnp(&started.process, program, &files, &how, arguments, environ) != 0) started.process = 0;
  posix_spawnattr_destroy(&how);
  posix_spawn_file_actions_destroy(&files);
  close(ends[0]);
  close(complaints[1]);
  if (started.process > 0) {
    // A sentence fits into the pipe; should it not, the rest is dropped rather than the session held up.
    fcntl(ends[1], F_SETFL, O_NONBLOCK);
    static_cast<void>(!write(ends[1], input.data(), input.size()));
  }
  close(ends[1]);
  return started;
}

/// True when a line of what espeak-ng wrote to its standard error says so: without a sound card it still
/// exits with 0.
bool complains(int from) {
  std::string text(4096, '\0');
  const ssize_t count = read(from, text.data(), text.size());
  text.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
  return text.starts_with("error:") || text.find("\nerror:") != std::string::npos;
}

}  // namespace

Speaker::Speaker(std::string voice, int words_per_minute)
    : voice_(std::move(voice)), words_per_minute_(std::to_string(words_per_minute)) {}

Speaker::~Speaker() {
  hush();
}

void Speaker::say(std::string text, bool now) {
  if (failed_ || text.empty()) return;
  if (now) hush();
  waiting_.push_back(std::move(text));
  if (!speaking()) begin_next();
}

void Speaker::hush() {
  waiting_.clear();
  if (process_ <= 0) return;
  kill(process_, SIGKILL);
  waitpid(process_, nullptr, 0);
  close(complaints_);
  process_ = 0;
}

void Speaker::look() {
  if (process_ <= 0) return;
  int status = 0;
  if (waitpid(process_, &status, WNOHANG) != process_) return;
  process_ = 0;
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0 || complains(complaints_)) {
    failed_ = true;
    waiting_.clear();
  }
  close(complaints_);
  begin_next();
}

void Speaker::begin_next() {
  if (waiting_.empty()) return;
  const std::string text = std::move(waiting_.front()) + "\n";
  waiting_.pop_front();
  std::array<std::string, 6> words{"espeak-ng", "-v", voice_, "-s", words_per_minute_, "--stdin"};
  std::array<char*, 7> arguments{};
  for (std::size_t i = 0; i < words.size(); ++i) arguments[i] = words[i].data();
  const Started started = start("espeak-ng", arguments.data(), text);
  process_ = started.process;
  complaints_ = started.complaints;
  if (process_ > 0) return;
  if (complaints_ >= 0) close(complaints_);
  failed_ = true;
  waiting_.clear();
}

}  // namespace thenar::cli::live
