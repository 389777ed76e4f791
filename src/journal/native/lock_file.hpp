// Who is using a journal, told between programs by locks on an empty file beside it. A lock belongs to the
// open file and falls with it, however the program ends, so nothing is ever left locked.
#pragma once

#include <string>

#include "thenar/journal/journal.hpp"

namespace thenar::journal {

/// One program's open lock file. Byte 0 is shared by all who have the journal open; byte n is held by the one
/// who gives session n.
class LockFile {
 public:
  /// Opens PATH.lock (made with mode 0600 if missing) and says that the journal is open here.
  static Result<LockFile> open(const std::string& journal_path);

  LockFile(LockFile&& other) noexcept;
  LockFile& operator=(LockFile&& other) noexcept;
  ~LockFile();

  /// Keeps all others out until `share` or the end. False when somebody else has the journal open.
  bool use_alone();
  void share();

  /// True when the session is now held here, false when somebody else holds it.
  bool hold(SessionId session);
  void release(SessionId session);

  /// Waits until nobody else is inside the short stretch of setting up the file, and enters it.
  void enter_set_up();
  void leave_set_up();

  /// The problem of a journal that should be used alone and is not.
  static Problem in_use(const std::string& path);

 private:
  explicit LockFile(int descriptor) : descriptor_(descriptor) {}
  bool lock(std::int64_t byte, short type, bool wait = false);

  int descriptor_ = -1;
};

}  // namespace thenar::journal
