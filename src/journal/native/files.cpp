#include "files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "connection.hpp"

namespace thenar::journal {
namespace {

namespace fs = std::filesystem;

constexpr const char* kAside = ".corrupt-";

Problem system_problem(const std::string& path, const std::string& what) {
  return {{path, 0, {}},
          what + " (" + std::strerror(errno) + ")",
          "a file that can be read and written",
          "Check the permissions of file and folder, or keep the journal elsewhere"};
}

Status make_folder(const fs::path& folder) {
  if (folder.empty() || is_there(folder.string())) return {};
  if (auto above = make_folder(folder.parent_path()); !above) return above;
  if (mkdir(folder.c_str(), 0700) == 0 || errno == EEXIST) return {};
  return tl::unexpected(system_problem(folder.string(), "a folder that cannot be made"));
}

/// Whether it is a text of somebody: no SQLite file, however damaged its header, is without zero bytes.
bool is_text(const std::string& path) {
  char start[4096];
  std::ifstream file(path, std::ios::binary);
  file.read(start, sizeof start);
  return std::find(start, start + file.gcount(), '\0') == start + file.gcount();
}

/// PATH.corrupt-N for the first N of which nothing is there yet.
std::string free_name(const std::string& path) {
  for (int n = 1;; ++n) {
    const std::string name = path + kAside + std::to_string(n);
    const bool taken = is_there(name) || std::any_of(std::begin(kCompanions), std::end(kCompanions),
                                                     [&](const char* end) { return is_there(name + end); });
    if (!taken) return name;
  }
}

}  // namespace

std::string real_path(const std::string& path) {
  std::error_code error;
  auto real = fs::weakly_canonical(fs::absolute(path, error), error);
  return error ? path : real.string();
}

bool is_there(const std::string& path) {
  struct stat found{};
  return lstat(path.c_str(), &found) == 0;
}

bool has_content(const std::string& path) {
  struct stat found{};
  return stat(path.c_str(), &found) == 0 && found.st_size > 0;
}

bool remove_file(const std::string& path) {
  return unlink(path.c_str()) == 0 || errno == ENOENT;
}

void settle_folder_of(const std::string& path) {
  const int folder = open(fs::path(path).parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return;
  fsync(folder);
  close(folder);
}

Status make_ready(const std::string& path) {
  if (auto folder = make_folder(fs::path(path).parent_path()); !folder) return folder;
  // An existing file is only looked at: opening and closing it here would drop SQLite's locks in this
  // process.
  const int made = open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (made >= 0) {
    close(made);
    settle_folder_of(path);
    return {};
  }
  if (errno != EEXIST) return tl::unexpected(system_problem(path, "a file that cannot be made"));
  if (faccessat(AT_FDCWD, path.c_str(), R_OK | W_OK, AT_EACCESS) != 0)
    return tl::unexpected(system_problem(path, "a journal that cannot be read and written"));
  struct stat found{};
  if (stat(path.c_str(), &found) != 0 || !S_ISREG(found.st_mode))
    return tl::unexpected(Problem{{path, 0, {}},
                                  "something that is not a file",
                                  "a journal, or a name that is free",
                                  "Name another file"});
  return {};
}

Status remove_all(const std::string& path) {
  auto names = set_aside_files(path);
  names.push_back(path);
  for (const auto& name : names) {
    for (const char* end : kCompanions)
      if (!remove_file(name + end)) return tl::unexpected(system_problem(name + end, "a file that stays"));
    if (!remove_file(name)) return tl::unexpected(system_problem(name, "a file that stays"));
  }
  remove_file(path + ".lock");
  settle_folder_of(path);
  return {};
}

Result<std::string> default_path(std::string_view xdg_data_home, std::string_view home) {
  const std::string_view file = "thenar/journal.db";
  if (xdg_data_home.starts_with('/')) return (fs::path(xdg_data_home) / file).string();
  if (home.starts_with('/')) return (fs::path(home) / ".local/share" / file).string();
  return tl::unexpected(Problem{{"HOME", 0, {}},
                                home.empty() ? "no home folder" : "\"" + std::string(home) + "\"",
                                "the full name of your home folder",
                                "Set HOME or XDG_DATA_HOME, or name the journal's file"});
}

std::vector<std::string> set_aside_files(const std::string& path) {
  const fs::path real = real_path(path);
  const std::string start = real.filename().string() + kAside;
  std::vector<std::string> found;
  std::error_code error;
  for (fs::directory_iterator entry(real.parent_path(), error), end; !error && entry != end;
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (name.starts_with(start) && name.find_first_not_of("0123456789", start.size()) == std::string::npos)
      found.push_back(entry->path().string());
  }
  std::sort(found.begin(), found.end());
  return found;
}

Result<std::string> set_aside_damaged(const std::string& path) {
  const std::string real = real_path(path);
  if (!is_there(real)) return tl::unexpected(Problem{{path, 0, {}}, "nothing", "a damaged journal", {}});
  auto lock = LockFile::open(real);
  if (!lock) return tl::unexpected(lock.error());
  if (!lock->use_alone()) return tl::unexpected(LockFile::in_use(path));
  if (is_text(real))
    return tl::unexpected(Problem{{path, 0, {}}, "a text", "a damaged journal", "It stays as it is"});
  auto damaged = Connection::is_damaged(real);
  if (!damaged) return tl::unexpected(damaged.error());
  if (!*damaged)
    return tl::unexpected(
        Problem{{path, 0, {}}, "a journal that is whole", "a damaged one", "It stays as it is"});
  const std::string aside = free_name(real);
  // The file itself goes last: a log left behind would be taken for that of the next journal.
  for (const std::string end : {"-wal", "-shm", "-journal", ""})
    if (is_there(real + end) && std::rename((real + end).c_str(), (aside + end).c_str()) != 0)
      return tl::unexpected(system_problem(real + end, "a file that cannot be renamed"));
  settle_folder_of(real);
  return aside;
}

Status erase_files(const std::string& path) {
  const std::string real = real_path(path);
  if (!is_there(fs::path(real).parent_path().string())) return {};
  auto lock = LockFile::open(real);
  if (!lock) return tl::unexpected(lock.error());
  if (!lock->use_alone()) return tl::unexpected(LockFile::in_use(path));
  return remove_all(real);
}

}  // namespace thenar::journal
