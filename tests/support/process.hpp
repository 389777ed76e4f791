// A program run as a process of its own, with everything it is given and everything it answers.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace thenar::test {

/// How a program is run. Its environment is PATH, TERM=dumb, LANG=C.UTF-8 and what stands here; an empty
/// value takes a variable away.
struct Run {
  std::vector<std::string> arguments;  ///< without the program's own name
  std::string input;                   ///< standard input
  std::map<std::string, std::string> environment;
  std::string output_path;     ///< standard output goes there instead of being kept
  bool output_closed = false;  ///< nobody reads standard output: the reading end of the pipe is closed
  long file_size_limit = -1;   ///< largest file it may write, in bytes (RLIMIT_FSIZE)
};

/// What became of it.
struct Finished {
  int code = -1;   ///< exit code; -1 when a signal ended it
  int signal = 0;  ///< the signal that ended it
  std::string out;
  std::string err;
  long peak_kib = 0;  ///< largest resident size
};

/// Runs a program to its end.
Finished run_program(const std::string& program, const Run& run);

/// The environment of a test's program as NAME=value, and pointers for exec.
std::vector<std::string> environment_of(const std::map<std::string, std::string>& wanted);
std::vector<char*> pointers_to(std::vector<std::string>& texts);

/// A folder of its own below the system's folder for temporary files, removed with everything in it at the
/// end.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();
  const std::string& path() const { return path_; }
  /// Writes a file in it and returns its path.
  std::string file(const std::string& name, const std::string& text) const;
  /// The path of a name in it.
  std::string operator/(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

std::string read_whole(const std::string& path);

}  // namespace thenar::test
