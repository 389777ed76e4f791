// The files a journal consists of, as names.
#pragma once

#include <string>
#include <vector>

#include "thenar/journal/sqlite.hpp"

namespace thenar::journal {

/// What SQLite keeps beside a file: its write-ahead log, the index of that, and a rollback journal.
inline constexpr const char* kCompanions[] = {"-wal", "-shm", "-journal"};

/// The absolute name with links followed, so that everybody finds the same companions.
std::string real_path(const std::string& path);

/// Makes the file (mode 0600) and missing folders (mode 0700), or finds out that an existing one can be used.
Status make_ready(const std::string& path);

/// Whether anything of that name is there, and whether it holds anything.
bool is_there(const std::string& path);
bool has_content(const std::string& path);

/// Removes one file if it is there. False when it stays.
bool remove_file(const std::string& path);

/// Removes a journal with its companions and everything set aside. The caller uses it alone.
Status remove_all(const std::string& path);

/// Makes changes of names in the file's folder survive a power cut.
void settle_folder_of(const std::string& path);

}  // namespace thenar::journal
