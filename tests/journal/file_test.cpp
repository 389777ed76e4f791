// The journal's file: where it is, who may read it, versions, and everything that can be wrong with it.
#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "journal/children.hpp"
#include "journal/journal_fixture.hpp"
#include "test_paths.hpp"

namespace thenar::journal {
namespace {

unsigned mode_of(const std::string& path) {
  struct stat found{};
  return stat(path.c_str(), &found) == 0 ? found.st_mode & 0777U : 0;
}

/// As somebody who is not allowed everything.
std::string said_by_an_ordinary_person(const std::function<std::string()>& f) {
  return said_by_child([&] {
    if (geteuid() == 0 && setuid(65534) != 0) return std::string("cannot become ordinary");
    return f();
  });
}

TEST(JournalFile, TheDefaultPathFollowsTheBaseDirectorySpecification) {
  EXPECT_EQ(good(default_path("/data", "/home/ada")), "/data/thenar/journal.db");
  EXPECT_EQ(good(default_path("", "/home/ada")), "/home/ada/.local/share/thenar/journal.db");
  EXPECT_EQ(good(default_path("relative", "/home/ada")), "/home/ada/.local/share/thenar/journal.db");
  EXPECT_NE(fault_of(default_path("", "")).find("XDG_DATA_HOME"), std::string::npos);
}

TEST(JournalFile, OnlyItsOwnerMayLookIntoANewJournal) {
  const Folder folder;
  const std::string path = folder / "new/thenar/journal.db";
  const auto journal = open_at(path);
  begin(*journal);
  EXPECT_EQ(mode_of(folder / "new"), 0700U);
  EXPECT_EQ(mode_of(folder / "new/thenar"), 0700U);
  for (const char* end : {"", "-wal", "-shm", ".lock"}) EXPECT_EQ(mode_of(path + end), 0600U) << end;
}

TEST(JournalFile, WhatWasKeptIsThereWhenItIsOpenedAgain) {
  const Folder folder;
  const std::string path = folder / "journal.db";
  Begun begun;
  {
    const auto journal = open_at(path);
    begun = begin(*journal);
    good(journal->append_command(begun.session, 10, {{"command", "start"}}));
  }
  EXPECT_FALSE(std::filesystem::exists(path + "-wal")) << "a closed journal is one file";
  const auto journal = open_at(path);
  EXPECT_EQ(good(journal->unfinished_sessions()).size(), 1U);
  good(journal->resume_session(begun.session));
  good(journal->append_command(begun.session, 20, {{"command", "stop"}}));
  EXPECT_EQ(good(journal->commands(begun.session)).size(), 2U);
}

TEST(JournalFile, ALinkLeadsToTheSameJournal) {
  const Folder folder;
  std::filesystem::create_symlink(folder / "real.db", folder / "link.db");
  const auto journal = open_at(folder / "real.db");
  const auto begun = begin(*journal);
  const auto other = open_at(folder / "link.db");
  EXPECT_NE(fault_of(other->resume_session(begun.session)).find("another program"), std::string::npos);
}

TEST(JournalFile, ANameThatSqliteWouldReadAsMemoryIsAFile) {
  const Folder folder;
  begin(*open_at(folder / ":memory:"));
  EXPECT_EQ(good(open_at(folder / ":memory:")->people()).size(), 1U);
}

TEST(JournalFile, SomethingThatIsNoFileIsRefused) {
  const Folder folder;
  std::filesystem::create_directory(folder / "journal.db");
  EXPECT_NE(fault_of(open_journal({.path = folder / "journal.db"})).find("not a file"), std::string::npos);
  write_bytes(folder / "text", "hello");
  EXPECT_FALSE(open_journal({.path = folder / "text/journal.db"}));
}

TEST(JournalFile, AJournalThatMayNotBeReadOrWrittenIsAClearProblem) {
  const Folder folder;
  const std::string path = folder / "journal.db";
  begin(*open_at(path));
  std::filesystem::permissions(folder.path(), std::filesystem::perms::all);
  for (const mode_t mode : {0000U, 0444U}) {
    ASSERT_EQ(chmod(path.c_str(), mode), 0);
    const auto said = said_by_an_ordinary_person([&] { return fault_of(open_journal({.path = path})); });
    EXPECT_NE(said.find("Permission denied"), std::string::npos) << said;
    EXPECT_NE(said.find("Check the permissions"), std::string::npos) << said;
  }
}

TEST(JournalFile, AFolderThatMayNotBeWrittenIsAClearProblem) {
  const Folder folder;
  ASSERT_EQ(chmod(folder.path().c_str(), 0555), 0);
  const auto said = said_by_an_ordinary_person(
      [&] { return fault_of(open_journal({.path = folder / "thenar/journal.db"})); });
  EXPECT_NE(said.find("Permission denied"), std::string::npos) << said;
  ASSERT_EQ(chmod(folder.path().c_str(), 0755), 0);
}

TEST(JournalFile, AJournalOfTheFirstVersionKeepsEverything) {
  const Folder folder;
  const std::string path = folder / "journal.db";
  SQLite::Database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec(bytes_of(std::string(test::kSourceDir) + "/tests/journal/fixtures/version_1.sql"));
  const auto journal = open_at(path);
  const auto people = good(journal->people());
  ASSERT_EQ(people.size(), 2U);
  EXPECT_EQ(people[0].name, "Ada");
  EXPECT_TRUE(people[0].is_default);
  EXPECT_EQ(good(journal->checkins(PersonId{1}))[0].document["age_years"], 54);
  EXPECT_EQ(good(journal->answers(PersonId{1}))[0].rule, "S45");
  EXPECT_EQ(good(journal->plan(PlanId{1})).document["format"], "thenar.plan/1");
  const auto sessions = good(journal->sessions(PersonId{1}));
  ASSERT_EQ(sessions.size(), 2U);
  ASSERT_TRUE(sessions[0].ending);
  EXPECT_EQ(sessions[0].ending->rule, "T05");
  EXPECT_EQ(sessions[0].ending->given.seconds.left, 60);
  EXPECT_EQ(sessions[0].ending->given.trigger_points.right, std::vector<std::string>{"TP.ADP"});
  EXPECT_TRUE(sessions[0].next_day->lasted_long);
  EXPECT_EQ(sessions[1].reached_ms, 45'000);
  EXPECT_EQ(good(journal->commands(SessionId{1})).size(), 2U);
  EXPECT_EQ(good(journal->ratings(SessionId{1}))[0].value, 4.0);
  good(journal->resume_session(SessionId{2}));
  good(journal->append_command(SessionId{2}, 50'000, {{"command", "stop"}}));
}

/// This version and one or two more to come.
std::vector<Migration> with_next(std::string_view sql) {
  std::vector<Migration> steps(migrations().begin(), migrations().end());
  steps.push_back({static_cast<int>(steps.size()) + 1, sql});
  return steps;
}

TEST(JournalFile, AnOlderJournalIsBroughtUpToDateOnce) {
  const Folder folder;
  const std::string path = folder / "journal.db";
  begin(*open_at(path));
  const auto steps = with_next("ALTER TABLE people ADD COLUMN colour TEXT NOT NULL DEFAULT 'green';");
  for (int time = 0; time < 2; ++time) good(open_journal({.path = path, .steps = steps}));
  SQLite::Database raw(path);
  EXPECT_EQ(raw.execAndGet("SELECT colour FROM people").getString(), "green");
  EXPECT_EQ(raw.execAndGet("PRAGMA user_version").getInt(), static_cast<int>(steps.size()));
}

TEST(JournalFile, AMigrationThatFailsLeavesTheJournalAsItWas) {
  const Folder folder;
  const std::string path = folder / "journal.db";
  begin(*open_at(path));
  const auto steps = with_next("DELETE FROM people; SELECT * FROM nowhere;");
  EXPECT_NE(fault_of(open_journal({.path = path, .steps = steps})).find("nowhere"), std::string::npos);
  const auto journal = open_at(path);
  EXPECT_EQ(good(journal->people()).size(), 1U);
}

TEST(JournalFile, AJournalOfANewerVersionIsRefusedAndUntouched) {
  const Folder folder;
  const std::string path = folder / "journal.db";
  const auto steps = with_next("CREATE TABLE future (wonder TEXT);");
  begin(*good(open_journal({.path = path, .steps = steps})));
  const std::string before = bytes_of(path);
  const auto said = fault_of(open_journal({.path = path}));
  EXPECT_NE(said.find("version " + std::to_string(steps.size())), std::string::npos) << said;
  EXPECT_EQ(bytes_of(path), before);
  EXPECT_FALSE(set_aside_damaged(path)) << "it is whole";
  EXPECT_EQ(bytes_of(path), before);
}

TEST(JournalFile, ANewerJournalCutOffByACrashKeepsItsLogToo) {
  const Folder folder;
  const auto steps = with_next("CREATE TABLE future (wonder TEXT);");
  const auto living = good(open_journal({.path = folder / "living.db", .steps = steps}));
  begin(*living);
  const std::string path = folder / "journal.db";
  for (const std::string end : {"", "-wal"}) std::filesystem::copy(folder / ("living.db" + end), path + end);
  const std::string file = bytes_of(path);
  const std::string log = bytes_of(path + "-wal");
  ASSERT_FALSE(log.empty());
  EXPECT_FALSE(open_journal({.path = path}));
  EXPECT_EQ(bytes_of(path), file);
  EXPECT_EQ(bytes_of(path + "-wal"), log);
  EXPECT_EQ(good(good(open_journal({.path = path, .steps = steps}))->people()).size(), 1U);
}

TEST(JournalFile, ADatabaseOfAnotherProgramIsRefusedAndUntouched) {
  const Folder folder;
  const std::string path = folder / "journal.db";
  SQLite::Database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE songs (name TEXT)");
  const std::string before = bytes_of(path);
  EXPECT_NE(fault_of(open_journal({.path = path})).find("another program"), std::string::npos);
  EXPECT_EQ(bytes_of(path), before);
}

TEST(JournalFile, AWriterThatDoesNotEndIsAProblemAndNothingIsHalfWritten) {
  const Folder folder;
  const std::string path = folder / "journal.db";
  const auto journal = good(open_journal({.path = path, .busy_timeout_ms = 20}));
  const auto begun = begin(*journal);
  {
    SQLite::Database other(path, SQLite::OPEN_READWRITE);
    other.exec("BEGIN IMMEDIATE");
    EXPECT_NE(fault_of(journal->append_command(begun.session, 1, {{"command", "start"}}))
                  .find("another program is writing"),
              std::string::npos);
  }
  EXPECT_TRUE(good(journal->commands(begun.session)).empty());
  good(journal->append_command(begun.session, 1, {{"command", "start"}}));
}

TEST(JournalFile, AFullFileIsAProblemAndWhatWasKeptStays) {
  const Folder folder;
  const auto journal = good(open_journal({.path = folder / "journal.db", .max_pages = 33}));
  const auto begun = begin(*journal);
  std::int64_t kept = 0;
  Status last;
  while (kept < 1000 &&
         (last = journal->append_command(begun.session, kept, {{"text", std::string(500, 'x')}})))
    ++kept;
  ASSERT_FALSE(last);
  EXPECT_NE(fault_of(last).find("full disk"), std::string::npos);
  EXPECT_GT(kept, 10);
  EXPECT_EQ(good(journal->commands(begun.session)).size(), static_cast<std::size_t>(kept));
}

TEST(JournalFile, ADiskThatTakesNoMoreLosesNothingAndGoesOnOnceThereIsRoom) {
  const Folder folder;
  const std::string path = folder / "journal.db";
  const auto said = said_by_child([&] {
    const auto journal = open_at(path);
    const auto begun = begin(*journal);
    signal(SIGXFSZ, SIG_IGN);
    rlimit limit{400'000, RLIM_INFINITY};
    setrlimit(RLIMIT_FSIZE, &limit);
    std::int64_t kept = 0;
    Status last;
    while (kept < 5000 && (last = journal->append_command(begun.session, kept, {{"n", kept}}))) ++kept;
    const auto words = fault_of(last);
    if (good(journal->commands(begun.session)).size() != static_cast<std::size_t>(kept))
      return std::string("lost");
    limit.rlim_cur = RLIM_INFINITY;
    setrlimit(RLIMIT_FSIZE, &limit);
    good(journal->append_command(begun.session, kept, {{"n", kept}}));
    return words;
  });
  EXPECT_NE(said.find("full"), std::string::npos) << said;
  const auto journal = open_at(path);
  std::int64_t n = 0;
  for (const auto& command : good(journal->commands(good(journal->unfinished_sessions())[0].id)))
    EXPECT_EQ(command.command["n"], n++);
  EXPECT_GT(n, 10);
}

}  // namespace
}  // namespace thenar::journal
