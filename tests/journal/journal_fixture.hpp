// What the tests of the journal share: a folder of their own, and a household with something in it.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>

#include "thenar/journal/sqlite.hpp"

namespace thenar::journal {

/// 2026-03-01T18:00:00Z, a Sunday.
inline constexpr TimeMs kEvening = 1'772'388'000'000;
inline constexpr TimeMs kMinuteMs = 60'000;
inline constexpr TimeMs kHourMs = 60 * kMinuteMs;

/// A new folder that goes with the test.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "thenar-journal-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::string operator/(const std::string& name) const { return path_ + "/" + name; }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

inline std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

inline void write_bytes(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

/// The value, or a failed test with the problem's words.
template <class T>
T good(Result<T> result) {
  if (!result) throw std::runtime_error(to_text(result.error()));
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

/// The problem's words, or a failed test.
template <class T>
std::string fault_of(const Result<T>& result) {
  if (result) throw std::runtime_error("no problem where one was due");
  return to_text(result.error());
}

inline std::unique_ptr<Journal> open_at(const std::string& path) {
  return good(open_journal({.path = path}));
}

inline Ending ending_at(TimeMs at) {
  Ending ending;
  ending.at = at;
  ending.given.seconds = {240, 60};
  ending.given.by_technique.left = {{"EFFL", 90}, {"KNEAD", 150}};
  ending.given.by_technique.right = {{"EFFL", 60}};
  ending.given.by_zone.left = {{"THEN", 240}};
  ending.given.stopped_zones.left = {"CMC1"};
  ending.given.trigger_points.right = {"TP.ADP"};
  return ending;
}

/// A person with one open session of a small plan.
struct Begun {
  PersonId person{};
  PlanId plan{};
  SessionId session{};
};
inline Begun begin(Journal& journal, const std::string& name = "Ada", TimeMs at = kEvening) {
  Begun begun;
  begun.person = good(journal.add_person(name, at));
  begun.plan =
      good(journal.add_plan(begun.person, at, Json{{"format", "thenar.plan/1"}, {"steps", Json::array()}}));
  begun.session = good(journal.open_session(begun.plan, at));
  return begun;
}

}  // namespace thenar::journal
