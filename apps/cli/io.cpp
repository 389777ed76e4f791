#include "cli/io.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "cli/page.hpp"

namespace thenar::cli {
namespace {

/// A file descriptor that closes itself; the standard streams stay open.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }
  int number() const { return number_; }
  /// Closes now; false when the last data could not be written.
  bool close() {
    const int number = std::exchange(number_, -1);
    return number <= STDERR_FILENO || ::close(number) == 0;
  }

 private:
  int number_;
};

std::string because() {
  return errno == EPIPE ? "that its reader went away" : std::string("the error \"") + strerror(errno) + "\"";
}

std::string shown_name(const std::string& path, const char* stream) {
  return path == "-" ? stream : path;
}

tl::unexpected<Failure> cannot_read(const std::string& path) {
  return not_readable(
      Problem{{shown_name(path, "standard input"), 0, {}}, because(), "a file that can be read", {}});
}

tl::unexpected<Failure> cannot_write(const std::string& path) {
  return not_readable(Problem{{shown_name(path, "standard output"), 0, {}},
                              because(),
                              "a place that can be written",
                              path == "-" ? "" : "Nothing was changed"});
}

tl::unexpected<Failure> too_large(const std::string& path, const std::string& found, std::size_t limit) {
  return input_wrong({Problem{{path, 0, {}},
                              found,
                              "a document of at most " + std::to_string(limit) + " bytes",
                              "Check that this is the right file"}});
}

bool write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const auto written = ::write(file, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// The file itself where a path is a link to it, so that the link stays a link.
std::string without_links(const std::string& path) {
  char* real = ::realpath(path.c_str(), nullptr);
  if (real == nullptr) return path;
  std::string target = real;
  std::free(real);
  return target;
}

bool write_in_place(const std::string& path, std::string_view text) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
  return file.number() >= 0 && write_all(file.number(), text) && file.close();
}

/// Everything but the renaming; false leaves the reason in errno.
bool write_aside(const std::string& aside, int file_number, mode_t mode, std::string_view text) {
  Descriptor file(file_number);
  if (::fchmod(file.number(), mode) == 0 && write_all(file.number(), text) && ::fsync(file.number()) == 0 &&
      file.close())
    return true;
  const int reason = errno;
  ::unlink(aside.c_str());
  errno = reason;
  return false;
}

}  // namespace

Outcome<std::string> read_text(const std::string& path, std::size_t limit) {
  Descriptor file(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
  struct stat about{};
  if (file.number() < 0 || ::fstat(file.number(), &about) != 0) return cannot_read(path);
  if (S_ISREG(about.st_mode) && static_cast<std::uintmax_t>(about.st_size) > limit)
    return too_large(path, std::to_string(about.st_size) + " bytes", limit);

  std::string text;
  std::string block(std::size_t{1} << 16U, '\0');
  for (;;) {
    const auto count = ::read(file.number(), block.data(), block.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return cannot_read(path);
    if (count == 0) return text;
    text.append(block, 0, static_cast<std::size_t>(count));
    if (text.size() > limit) return too_large(path, "more than " + std::to_string(limit) + " bytes", limit);
  }
}

Outcome<void> write_text(const std::string& path, std::string_view text) {
  if (path == "-") {
    if (!write_all(STDOUT_FILENO, text)) return cannot_write(path);
    return {};
  }
  const auto target = without_links(path);
  struct stat about{};
  const bool exists = ::stat(target.c_str(), &about) == 0;
  if (exists && !S_ISREG(about.st_mode)) {
    if (!write_in_place(target, text)) return cannot_write(path);
    return {};
  }
  const mode_t mode = exists ? about.st_mode & 0777U : S_IRUSR | S_IWUSR;
  if (exists && ::access(target.c_str(), W_OK) != 0) return cannot_write(path);

  const auto slash = target.rfind('/');
  const auto folder = slash == std::string::npos ? std::string(".") : target.substr(0, slash + 1);
  std::string aside = (slash == std::string::npos ? "" : folder) + ".thenar-XXXXXX";
  const int file = ::mkostemp(aside.data(), O_CLOEXEC);
  if (file < 0 || !write_aside(aside, file, mode, text)) return cannot_write(path);
  if (::rename(aside.c_str(), target.c_str()) != 0) {
    const int reason = errno;
    ::unlink(aside.c_str());
    errno = reason;
    return cannot_write(path);
  }
  Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (directory.number() >= 0) ::fsync(directory.number());
  return {};
}

void warn(std::string_view text) {
  // Whole lines are broken for a terminal; a file or a program gets them as they are.
  const bool lines = text.ends_with('\n') && ::isatty(STDERR_FILENO) == 1;
  static_cast<void>(write_all(STDERR_FILENO, lines ? wrapped(text.substr(0, text.size() - 1)) : text));
}

int report(const Failure& failure) {
  warn(to_text(failure.problems));
  return failure.code;
}

int finish_with(const std::string& path, std::string_view text, int code) {
  const auto written = write_text(path, text);
  return written ? code : report(written.error());
}

}  // namespace thenar::cli
