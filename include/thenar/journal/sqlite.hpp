// The journal in one SQLite file, and what can be done to such a file from outside.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "thenar/base/result.hpp"
#include "thenar/journal/journal.hpp"

namespace thenar::journal {

/// One step of the file's layout. A file at version n becomes n + 1 by running the step numbered n + 1.
struct Migration {
  int number = 0;
  std::string_view sql;
};

/// The steps of src/journal/migrations/, in order, numbered from 1.
std::span<const Migration> migrations();

struct OpenOptions {
  /// Folders that are missing are made (mode 0700), and the file too (mode 0600).
  std::string path;
  /// How long to wait while another program writes.
  int busy_timeout_ms = 5000;
  /// Largest size of the file in pages of 4096 bytes; 0: as large as the disk allows.
  int max_pages = 0;
  std::span<const Migration> steps = migrations();
};

/// Opens or makes a journal. A problem, with the file left exactly as it is, when it cannot be read or
/// written, is locked, is damaged, comes from a newer version, or is something else than a journal.
Result<std::unique_ptr<Journal>> open_journal(const OpenOptions& options);

/// A journal that is gone when it closes.
Result<std::unique_ptr<Journal>> open_journal_in_memory();

/// Where the journal is when nobody says otherwise: XDG_DATA_HOME/thenar/journal.db, or
/// HOME/.local/share/thenar/journal.db. Unset variables are empty; a relative XDG_DATA_HOME counts as unset
/// (XDG Base Directory Specification 0.8).
Result<std::string> default_path(std::string_view xdg_data_home, std::string_view home);

/// Renames a damaged journal to PATH.corrupt-1 (or the next number that is free), with its write-ahead log,
/// and returns the new name; the bytes stay what they were. The next open_journal starts anew. Refused when
/// it is whole, open in another program, or a text: no journal ever was one, whatever happened to it.
Result<std::string> set_aside_damaged(const std::string& path);

/// Full names of what was set aside, in no particular order.
std::vector<std::string> set_aside_files(const std::string& path);

/// Removes a journal of any state, with its companions and everything set aside. Nothing there is fine.
/// Refused while another program has it open.
Status erase_files(const std::string& path);

}  // namespace thenar::journal
