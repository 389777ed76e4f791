#include "lock_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <limits>
#include <utility>

namespace thenar::journal {
namespace {

constexpr std::int64_t kInUse = 0;
constexpr std::int64_t kSetUp = std::numeric_limits<std::int64_t>::max() - 1;

/// Whether the name still leads to the open file; somebody may have erased it between opening and locking.
bool is_still_there(int descriptor, const std::string& path) {
  struct stat opened{};
  struct stat named{};
  return fstat(descriptor, &opened) == 0 && stat(path.c_str(), &named) == 0 &&
         opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
}

}  // namespace

LockFile::LockFile(LockFile&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

LockFile& LockFile::operator=(LockFile&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

LockFile::~LockFile() {
  if (descriptor_ >= 0) close(descriptor_);
}

Result<LockFile> LockFile::open(const std::string& journal_path) {
  const std::string path = journal_path + ".lock";
  while (true) {
    LockFile file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (file.descriptor_ < 0)
      return tl::unexpected(
          Problem{{path, 0, {}},
                  std::string("a file that cannot be opened (") + std::strerror(errno) + ")",
                  "a place where files can be made and written",
                  "Check the permissions of the folder, or keep the journal elsewhere"});
    if (!file.lock(kInUse, F_RDLCK)) return tl::unexpected(in_use(journal_path));
    if (is_still_there(file.descriptor_, path)) return file;
  }
}

Problem LockFile::in_use(const std::string& path) {
  return {{path, 0, {}},
          "a journal that another program is using",
          "to be the only one for this",
          "Close the other program, then try again"};
}

bool LockFile::use_alone() {
  return lock(kInUse, F_WRLCK);
}
void LockFile::share() {
  lock(kInUse, F_RDLCK);
}
bool LockFile::hold(SessionId session) {
  return lock(static_cast<std::int64_t>(session), F_WRLCK);
}
void LockFile::release(SessionId session) {
  lock(static_cast<std::int64_t>(session), F_UNLCK);
}
void LockFile::enter_set_up() {
  lock(kSetUp, F_WRLCK, true);
}
void LockFile::leave_set_up() {
  lock(kSetUp, F_UNLCK);
}

bool LockFile::lock(std::int64_t byte, short type, bool wait) {
  struct flock wanted{};
  wanted.l_type = type;
  wanted.l_whence = SEEK_SET;
  wanted.l_start = byte;
  wanted.l_len = 1;
  int answer = -1;
  do {
    answer = fcntl(descriptor_, wait ? F_OFD_SETLKW : F_OFD_SETLK, &wanted);
  } while (answer < 0 && errno == EINTR);
  return answer == 0;
}

}  // namespace thenar::journal
