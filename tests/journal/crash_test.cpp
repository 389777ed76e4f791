// The process is killed at random moments. Whatever it had been told is kept must be there.
#include <SQLiteCpp/SQLiteCpp.h>

#include <random>

#include "journal/children.hpp"
#include "journal/journal_fixture.hpp"
#include "support/sanitized.hpp"

namespace thenar::journal {
namespace {

/// Keeps one core busy for a while whose length is not asked.
void spin(std::uint64_t rounds) {
  volatile std::uint64_t sink = 0;
  for (std::uint64_t i = 0; i < rounds; ++i) sink = sink + i;
}

std::string integrity_of(const std::string& path) {
  SQLite::Database raw(path);
  EXPECT_FALSE(SQLite::Statement(raw, "PRAGMA foreign_key_check").executeStep());
  return raw.execAndGet("PRAGMA integrity_check").getString();
}

/// All numbers that are kept, session after session, in order.
std::vector<std::int64_t> kept_numbers(Journal& journal, PersonId person) {
  std::vector<std::int64_t> numbers;
  for (const auto& session : good(journal.sessions(person)))
    for (const auto& command : good(journal.commands(session.id))) numbers.push_back(command.command["n"]);
  return numbers;
}

/// Goes on with the session that was cut off, or begins one, and appends the following numbers until it is
/// killed; says one byte after each that it was told is kept. Every thirtieth ends a session.
void give_for_ever(const std::string& path, int tell) {
  const auto journal = open_at(path);
  const auto person = good(journal->people())[0].id;
  auto next = static_cast<std::int64_t>(kept_numbers(*journal, person).size());
  const auto plan = good(journal->plans(person))[0].id;
  const auto unfinished = good(journal->unfinished_sessions());
  SessionId session = unfinished.empty() ? good(journal->open_session(plan, kEvening)) : unfinished[0].id;
  good(journal->resume_session(session));
  while (true) {
    good(journal->append_command(
        session, next, {{"n", next}, {"text", std::string(static_cast<std::size_t>(next % 97), 'x')}}));
    if (write(tell, "k", 1) != 1) return;
    good(journal->mark_reached(session, next + 1));
    if (++next % 30 != 0) continue;
    good(journal->end_session(session, ending_at(kEvening)));
    session = good(journal->open_session(plan, kEvening));
  }
}

TEST(Crash, NoAcknowledgedCommandIsLostAtTwoHundredKills) {
  const Folder folder;
  const std::string path = folder / "journal.db";
  const auto person = [&] {
    const auto journal = open_at(path);
    const auto ada = good(journal->add_person("Ada", kEvening));
    good(journal->add_plan(ada, kEvening, Json::object()));
    return ada;
  }();
  std::mt19937_64 random(20260301);
  std::size_t acknowledged = 0;
  constexpr std::size_t kKills = test::kSanitized ? 22 : 220;
  for (std::size_t kill = 0; kill < kKills; ++kill) {
    Child child([&](int, int tell) { give_for_ever(path, tell); });
    for (std::uint64_t wanted = random() % 12; wanted > 0; --wanted) {
      ASSERT_EQ(child.next(), 'k') << child.rest();
      ++acknowledged;
    }
    spin(random() % 2'000'000);
    child.kill_now();
    const auto unheard = child.rest();
    ASSERT_EQ(unheard.find('!'), std::string::npos) << unheard;
    acknowledged += unheard.size();

    const auto journal = open_at(path);
    const auto numbers = kept_numbers(*journal, person);
    ASSERT_GE(numbers.size(), acknowledged) << "after kill " << kill;
    ASSERT_LE(numbers.size(), acknowledged + 1) << "at most the one it could not say any more";
    for (std::size_t i = 0; i < numbers.size(); ++i) ASSERT_EQ(numbers[i], static_cast<std::int64_t>(i));
    acknowledged = numbers.size();
    ASSERT_EQ(integrity_of(path), "ok");
    ASSERT_LE(good(journal->unfinished_sessions()).size(), 1U);
  }
  EXPECT_GT(acknowledged, kKills);
}

TEST(Crash, AJournalThatIsBeingMadeIsWholeOrNew) {
  std::mt19937_64 random(7);
  for (int kill = 0; kill < 60; ++kill) {
    const Folder folder;
    const std::string path = folder / "thenar/journal.db";
    Child child([&](int, int tell) {
      good(open_at(path)->add_person("Ada", kEvening));
      static_cast<void>(!write(tell, "k", 1));
    });
    spin(random() % 20'000'000);
    child.kill_now();
    const bool told = child.rest() == "k";
    const auto people = good(open_at(path)->people());
    if (told) {
      ASSERT_EQ(people.size(), 1U);
    }
    if (people.empty()) good(open_at(path)->add_person("Ada", kEvening));
    ASSERT_EQ(integrity_of(path), "ok");
  }
}

}  // namespace
}  // namespace thenar::journal
