#include "support/process.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace thenar::test {
namespace {

void require(bool condition, const char* what) {
  if (!condition) throw std::runtime_error(what);
}

/// A file in memory: any amount goes in and out of it without anybody waiting for anybody.
int memory_file(const std::string& text) {
  const int file = ::memfd_create("thenar-test", MFD_CLOEXEC);
  require(file >= 0 && ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()), "memfd");
  ::lseek(file, 0, SEEK_SET);
  return file;
}

std::string content_of(int file) {
  std::string text(static_cast<std::size_t>(::lseek(file, 0, SEEK_END)), '\0');
  require(::pread(file, text.data(), text.size(), 0) == static_cast<ssize_t>(text.size()), "pread");
  ::close(file);
  return text;
}

int output_of(const Run& run) {
  if (!run.output_path.empty()) return ::open(run.output_path.c_str(), O_WRONLY | O_CLOEXEC);
  if (!run.output_closed) return memory_file({});
  int ends[2];
  require(::pipe2(ends, O_CLOEXEC) == 0, "pipe");
  ::close(ends[0]);
  return ends[1];
}

}  // namespace

std::vector<std::string> environment_of(const std::map<std::string, std::string>& wanted) {
  const char* path = std::getenv("PATH");
  std::map<std::string, std::string> all{
      {"PATH", path == nullptr ? "" : path}, {"TERM", "dumb"}, {"LANG", "C.UTF-8"}, {"HOME", "/nonexistent"}};
  // What the sanitizers were told holds for the programs under test too.
  for (const char* name : {"ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS"})
    if (const char* value = std::getenv(name)) all[name] = value;
  for (const auto& [name, value] : wanted) all[name] = value;
  std::vector<std::string> list;
  for (const auto& [name, value] : all)
    if (!value.empty()) list.push_back(name + "=" + value);
  return list;
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (auto& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

Finished run_program(const std::string& program, const Run& run) {
  std::vector<std::string> arguments{program};
  arguments.insert(arguments.end(), run.arguments.begin(), run.arguments.end());
  auto environment = environment_of(run.environment);
  const auto argv = pointers_to(arguments);
  const auto envp = pointers_to(environment);
  const int in = memory_file(run.input);
  const int out = output_of(run);
  const int err = memory_file({});
  require(out >= 0, "output");

  const pid_t child = ::fork();
  require(child >= 0, "fork");
  if (child == 0) {
    ::dup2(in, STDIN_FILENO);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(err, STDERR_FILENO);
    if (run.file_size_limit >= 0) {
      const rlimit limit{static_cast<rlim_t>(run.file_size_limit), static_cast<rlim_t>(run.file_size_limit)};
      ::setrlimit(RLIMIT_FSIZE, &limit);
      static_cast<void>(std::signal(SIGXFSZ, SIG_IGN));
    }
    ::execve(program.c_str(), argv.data(), envp.data());
    ::_exit(127);
  }
  int status = 0;
  rusage usage{};
  require(::wait4(child, &status, 0, &usage) == child, "wait");
  Finished done;
  if (WIFEXITED(status)) done.code = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) done.signal = WTERMSIG(status);
  done.peak_kib = usage.ru_maxrss;
  ::close(in);
  if (run.output_path.empty() && !run.output_closed) {
    done.out = content_of(out);
  } else {
    ::close(out);
  }
  done.err = content_of(err);
  return done;
}

TemporaryFolder::TemporaryFolder()
    : path_((std::filesystem::temp_directory_path() / "thenar-XXXXXX").string()) {
  require(::mkdtemp(path_.data()) != nullptr, "mkdtemp");
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code error;
  std::filesystem::remove_all(path_, error);
}

std::string TemporaryFolder::file(const std::string& name, const std::string& text) const {
  auto path = *this / name;
  std::filesystem::create_directories(std::filesystem::path(path).parent_path());
  std::ofstream(path, std::ios::binary) << text;
  return path;
}

std::string read_whole(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

}  // namespace thenar::test
