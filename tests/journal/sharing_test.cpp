// Two programs at one journal.
#include "journal/children.hpp"
#include "journal/journal_fixture.hpp"

namespace thenar::journal {
namespace {

TEST(SharedJournal, ASessionThatIsBeingGivenElsewhereCannotBeResumedUntilThatProgramIsGone) {
  const Folder folder;
  const std::string path = folder / "journal.db";
  Child other([&](int told, int tell) {
    const auto journal = open_at(path);
    const auto begun = begin(*journal);
    good(journal->append_command(begun.session, 5, {{"command", "start"}}));
    char byte = 'r';
    static_cast<void>(!write(tell, &byte, 1));
    static_cast<void>(!read(told, &byte, 1));
  });
  ASSERT_EQ(other.next(), 'r');
  const auto journal = open_at(path);
  const auto sessions = good(journal->unfinished_sessions());
  ASSERT_EQ(sessions.size(), 1U);
  const auto session = sessions[0].id;
  EXPECT_NE(fault_of(journal->resume_session(session)).find("being given in another program"),
            std::string::npos);
  EXPECT_FALSE(journal->end_session(session, ending_at(kEvening)));
  EXPECT_FALSE(journal->append_command(session, 6, {{"command", "pause"}}));
  EXPECT_NE(fault_of(journal->erase_person(sessions[0].person)).find("another program"), std::string::npos);
  EXPECT_NE(fault_of(journal->erase_everything()).find("another program"), std::string::npos);
  EXPECT_FALSE(erase_files(path));
  EXPECT_TRUE(journal->add_person("Ben", kEvening)) << "everything else may be done meanwhile";
  other.kill_now();
  good(journal->resume_session(session));
  good(journal->append_command(session, 6, {{"command", "pause"}}));
  EXPECT_EQ(good(journal->commands(session)).size(), 2U);
}

TEST(SharedJournal, TwoThatWriteAtOnceBothKeepEverything) {
  const Folder folder;
  const std::string path = folder / "journal.db";
  constexpr int kCommands = 150;
  const auto give = [&](const std::string& name) {
    const auto journal = open_at(path);
    const auto begun = begin(*journal, name);
    for (int n = 0; n < kCommands; ++n) good(journal->append_command(begun.session, n, {{"n", n}}));
  };
  Child other([&](int, int) { give("Ben"); });
  give("Ada");
  EXPECT_EQ(other.rest(), "");
  EXPECT_EQ(other.wait(), 0);
  const auto journal = open_at(path);
  const auto sessions = good(journal->unfinished_sessions());
  ASSERT_EQ(sessions.size(), 2U);
  for (const auto& session : sessions) {
    const auto commands = good(journal->commands(session.id));
    ASSERT_EQ(commands.size(), static_cast<std::size_t>(kCommands));
    for (int n = 0; n < kCommands; ++n) EXPECT_EQ(commands[static_cast<std::size_t>(n)].command["n"], n);
  }
}

TEST(SharedJournal, AllThatMakeANewOneAtOnceSucceed) {
  for (int round = 0; round < 15; ++round) {
    const Folder folder;
    const auto add = [&](const std::string& name) {
      good(open_at(folder / "thenar/journal.db")->add_person(name, kEvening));
    };
    {
      Child first([&](int, int) { add("Ada"); });
      Child second([&](int, int) { add("Ben"); });
      add("Carl");
      EXPECT_EQ(first.rest() + second.rest(), "");
      EXPECT_EQ(first.wait() + second.wait(), 0);
    }
    const auto people = good(open_at(folder / "thenar/journal.db")->people());
    ASSERT_EQ(people.size(), 3U);
    EXPECT_EQ(people[0].is_default + people[1].is_default + people[2].is_default, 1);
  }
}

}  // namespace
}  // namespace thenar::journal
