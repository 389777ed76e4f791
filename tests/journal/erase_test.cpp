// What is erased is gone, from every file.
#include "journal/journal_fixture.hpp"

namespace thenar::journal {
namespace {

constexpr const char* kMark = "xyzzyMARKxyzzy";

/// The files of a folder in which the mark stands.
std::vector<std::string> marked(const Folder& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path()))
    if (entry.is_regular_file() && bytes_of(entry.path()).find(kMark) != std::string::npos)
      names.push_back(entry.path().filename());
  return names;
}

/// Somebody whose every text bears the mark; long ones and short ones, so that all kinds of pages are used.
Begun fill(Journal& journal, const std::string& name, const std::string& mark) {
  const auto begun = begin(journal, name);
  const Json document{{"text", mark}, {"long", mark + std::string(20'000, 'x') + mark}};
  for (int n = 0; n < 60; ++n) {
    good(journal.append_command(begun.session, n,
                                {{"text", mark + std::string(static_cast<std::size_t>(n), 'y')}}));
    good(journal.add_checkin(begun.person, kEvening, document, {{"S" + std::to_string(n), mark, kEvening}}));
    good(journal.add_ratings(begun.session, {{mark, Hand::left, Moment::before, 1, kEvening}}));
  }
  good(journal.add_plan(begun.person, kEvening, document));
  auto ending = ending_at(kEvening);
  ending.rule = mark;
  ending.given.stopped_zones.left = {mark};
  good(journal.end_session(begun.session, ending));
  return begun;
}

TEST(Erasing, APersonLeavesNoTraceInAnyFile) {
  const Folder folder;
  const auto journal = open_at(folder / "journal.db");
  const auto ada = fill(*journal, std::string("Ada ") + kMark, kMark);
  const auto ben = fill(*journal, "Ben", "plain");
  ASSERT_FALSE(marked(folder).empty());
  good(journal->erase_person(ada.person));
  EXPECT_TRUE(marked(folder).empty());
  EXPECT_EQ(good(journal->commands(ben.session)).size(), 60U);
  fill(*journal, "Carl", "plain");
}

TEST(Erasing, EverythingLeavesAnEmptyFolder) {
  const Folder folder;
  const std::string path = folder / "journal.db";
  fill(*open_at(path), "Ada", kMark);
  auto damaged = bytes_of(path);
  damaged.resize(damaged.size() / 2);
  write_bytes(path, damaged);
  good(set_aside_damaged(path));
  const auto journal = open_at(path);
  fill(*journal, "Ada", kMark);
  ASSERT_GE(marked(folder).size(), 2U);
  good(journal->erase_everything());
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
  EXPECT_TRUE(good(open_at(path)->people()).empty()) << "a new one may begin";
}

TEST(Erasing, ADamagedJournalCanBeErasedAndNothingElseIs) {
  const Folder folder;
  const std::string path = folder / "journal.db";
  fill(*open_at(path), "Ada", kMark);
  write_bytes(path, std::string(100, '?') + bytes_of(path).substr(100));
  for (const char* name : {"journal.db2", "journal.db.corrupt-mine", "journal.txt"})
    write_bytes(folder / name, "keep");
  good(erase_files(path));
  EXPECT_TRUE(marked(folder).empty());
  EXPECT_FALSE(std::filesystem::exists(path));
  for (const char* name : {"journal.db2", "journal.db.corrupt-mine", "journal.txt"})
    EXPECT_EQ(bytes_of(folder / name), "keep");
}

TEST(Erasing, NothingIsEasilyErased) {
  const Folder folder;
  good(erase_files(folder / "journal.db"));
  good(erase_files(folder / "nowhere/journal.db"));
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

}  // namespace
}  // namespace thenar::journal
