// A damaged journal is never changed, never overwritten, and set aside only when asked.
#include <SQLiteCpp/SQLiteCpp.h>

#include <functional>

#include "journal/journal_fixture.hpp"

namespace thenar::journal {
namespace {

constexpr std::size_t kPage = 4096;

/// Turns all bits of a page with commands.
void flip_page(std::string& bytes) {
  const std::size_t page = bytes.find(std::string(100, 'x')) / kPage;
  for (std::size_t i = kPage * page; i < kPage * (page + 1); ++i) bytes[i] = static_cast<char>(~bytes[i]);
}

struct Damage {
  const char* name;
  std::function<void(std::string& bytes)> act;
  bool seen_at_once;  ///< or only when the page is read
};
void PrintTo(const Damage& damage, std::ostream* out) {
  *out << damage.name;
}

/// A closed journal with some hundred commands.
std::string write_journal(const std::string& path) {
  const auto journal = open_at(path);
  const auto begun = begin(*journal);
  for (int n = 0; n < 200; ++n)
    good(journal->append_command(begun.session, n, {{"n", n}, {"text", std::string(100, 'x')}}));
  return path;
}

class DamagedJournal : public testing::TestWithParam<Damage> {
 protected:
  void damage() {
    damaged_ = bytes_of(path_);
    GetParam().act(damaged_);
    write_bytes(path_, damaged_);
  }
  Folder folder_;
  std::string path_ = write_journal(folder_ / "journal.db");
  std::string damaged_;
};

INSTANTIATE_TEST_SUITE_P(
    Ways, DamagedJournal,
    testing::Values(Damage{"CutInHalf", [](std::string& bytes) { bytes.resize(bytes.size() / 2); }, true},
                    Damage{"CutInsideTheFirstPage", [](std::string& bytes) { bytes.resize(1000); }, true},
                    Damage{"WithGarbageForAHeader",
                           [](std::string& bytes) { bytes.replace(0, 100, std::string(100, '?')); }, true},
                    Damage{"WithAFlippedPage", flip_page, false}),
    [](const auto& damage) { return std::string(damage.param.name); });

TEST_P(DamagedJournal, IsRefusedAndStaysByteForByte) {
  damage();
  auto opened = open_journal({.path = path_});
  EXPECT_EQ(!opened, GetParam().seen_at_once);
  const auto said = opened ? fault_of((*opened)->commands(SessionId{1})) : fault_of(opened);
  EXPECT_NE(said.find("damaged"), std::string::npos) << said;
  if (opened) opened->reset();
  EXPECT_EQ(bytes_of(path_), damaged_);
}

TEST_P(DamagedJournal, IsSetAsideByteForByteAndANewOneBegins) {
  for (const std::string number : {"1", "2"}) {
    if (number == "2") write_journal(path_);
    damage();
    const auto aside = good(set_aside_damaged(path_));
    EXPECT_EQ(std::filesystem::path(aside).filename(), "journal.db.corrupt-" + number);
    EXPECT_EQ(bytes_of(aside), damaged_);
    EXPECT_FALSE(std::filesystem::exists(path_));
    EXPECT_TRUE(good(open_at(path_)->people()).empty());
    std::filesystem::remove(path_);
  }
  EXPECT_EQ(set_aside_files(path_).size(), 2U);
}

TEST(DamagedJournals, OneThatIsWholeIsNotSetAside) {
  const Folder folder;
  const auto path = write_journal(folder / "journal.db");
  EXPECT_NE(fault_of(set_aside_damaged(path)).find("whole"), std::string::npos);
  EXPECT_TRUE(set_aside_files(path).empty());
  EXPECT_FALSE(set_aside_damaged(folder / "nothing.db"));
}

TEST(DamagedJournals, OneThatIsOpenSomewhereIsNotSetAside) {
  const Folder folder;
  const auto journal = open_at(folder / "journal.db");
  EXPECT_NE(fault_of(set_aside_damaged(folder / "journal.db")).find("another program"), std::string::npos);
}

TEST(DamagedJournals, AfterACrashTheFileIsCheckedAndTheLogIsKeptWithIt) {
  const Folder folder;
  const auto living_path = write_journal(folder / "living.db");
  const auto living = open_at(living_path);
  good(living->add_person("Ben", kEvening));
  const std::string path = folder / "journal.db";
  for (const std::string end : {"", "-wal"}) std::filesystem::copy(living_path + end, path + end);
  auto damaged = bytes_of(path);
  flip_page(damaged);
  write_bytes(path, damaged);
  const std::string log = bytes_of(path + "-wal");
  ASSERT_FALSE(log.empty());
  EXPECT_NE(fault_of(open_journal({.path = path})).find("damaged"), std::string::npos);
  const auto aside = good(set_aside_damaged(path));
  EXPECT_EQ(bytes_of(aside), damaged);
  EXPECT_EQ(bytes_of(aside + "-wal"), log);
  EXPECT_TRUE(good(open_at(path)->people()).empty());
}

TEST(DamagedJournals, OneThatIsFoundOutInUseIsNotWrittenBack) {
  const Folder folder;
  const auto path = write_journal(folder / "journal.db");
  auto damaged = bytes_of(path);
  flip_page(damaged);
  write_bytes(path, damaged);
  {
    const auto journal = open_at(path);
    good(journal->add_person("Ben", kEvening));
    EXPECT_NE(fault_of(journal->commands(SessionId{1})).find("damaged"), std::string::npos);
  }
  EXPECT_EQ(bytes_of(path), damaged);
  EXPECT_TRUE(std::filesystem::exists(path + "-wal")) << "what was added since is still there";
}

TEST(DamagedJournals, ADocumentThatIsNotJsonIsDamage) {
  const Folder folder;
  const auto path = write_journal(folder / "journal.db");
  SQLite::Database(path, SQLite::OPEN_READWRITE).exec("UPDATE plans SET document = '{\"cut'");
  EXPECT_NE(fault_of(open_at(path)->plan(PlanId{1})).find("damaged"), std::string::npos);
}

TEST(DamagedJournals, APlainTextIsNeitherOverwrittenNorRenamed) {
  const Folder folder;
  const std::string path = folder / "notes.txt";
  write_bytes(path, std::string(5000, 'n'));
  EXPECT_NE(fault_of(open_journal({.path = path})).find("something else than a journal"), std::string::npos);
  EXPECT_NE(fault_of(set_aside_damaged(path)).find("a text"), std::string::npos);
  EXPECT_EQ(bytes_of(path), std::string(5000, 'n'));
}

}  // namespace
}  // namespace thenar::journal
