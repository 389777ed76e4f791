#include <gtest/gtest.h>

#include <set>

#include "cli/session/keys.hpp"

namespace thenar::cli::live {
namespace {

using guidance::CommandKind;

TEST(SessionKeys, EveryCommandAPersonCanGiveHasOneKey) {
  std::set<Key> keys;
  std::set<CommandKind> commands;
  for (const auto& meaning : key_meanings()) {
    EXPECT_TRUE(keys.insert(meaning.key).second) << meaning.name;
    EXPECT_TRUE(commands.insert(meaning.command).second) << meaning.name;
  }
  // Start and resume share the space bar with pause; an answer is given by the key of the answer.
  const std::set<CommandKind> shared{CommandKind::start, CommandKind::resume, CommandKind::answer};
  for (std::size_t i = 0; i < EnumWords<CommandKind>::words.size(); ++i) {
    const auto command = static_cast<CommandKind>(i);
    EXPECT_NE(commands.contains(command), shared.contains(command)) << word(command);
  }
}

TEST(SessionKeys, WhatMustBeFoundAtOnceStandsFirst) {
  bool safety = true;
  for (const auto& meaning : key_meanings()) {
    if (meaning.key == ' ') safety = false;
    if (safety) {
      EXPECT_TRUE(meaning.safety) << meaning.name;
    }
  }
}

TEST(SessionKeys, PageTurnersAndArrowsAreNextAndBack) {
  for (const char* next : {"\x1b[6~", "\x1b[C", "\x1b[B", "\x1bOC", "\x1bOB"}) {
    const auto keys = KeyReader().read(next);
    ASSERT_EQ(keys.size(), 1U);
    EXPECT_EQ(meaning_of(keys[0])->command, CommandKind::next);
  }
  for (const char* back : {"\x1b[5~", "\x1b[D", "\x1b[A", "\x1bOD", "\x1bOA"}) {
    const auto keys = KeyReader().read(back);
    ASSERT_EQ(keys.size(), 1U);
    EXPECT_EQ(meaning_of(keys[0])->command, CommandKind::back);
  }
}

TEST(SessionKeys, ASequenceThatComesInPiecesIsOneKeyAndNeverADigit) {
  KeyReader reader;
  EXPECT_TRUE(reader.read("\x1b").empty());
  EXPECT_TRUE(reader.waiting());
  EXPECT_TRUE(reader.read("[6").empty());
  EXPECT_EQ(reader.read("~h"), (std::vector<Key>{kForward, 'h'}));
  EXPECT_FALSE(reader.waiting());
}

TEST(SessionKeys, AnEscapeWithoutARestIsTheEscapeKey) {
  KeyReader reader;
  EXPECT_TRUE(reader.read("\x1b").empty());
  EXPECT_EQ(reader.flush(), std::vector<Key>{kEscape});
  EXPECT_TRUE(reader.flush().empty());
}

TEST(SessionKeys, StrangeKeysMeanNothing) {
  KeyReader reader;
  for (const char* strange : {"\x1b[15~", "\x1bOP", "\x01", "\x7f", "ö", "€", "z", "\x1b\x1b"})
    for (const Key key : reader.read(strange)) EXPECT_EQ(meaning_of(key), nullptr) << strange;
  EXPECT_FALSE(reader.read("\x1b[111111111111111111111").empty()) << "an endless sequence ends somewhere";
}

TEST(SessionKeys, CapitalLettersCountAsSmallOnes) {
  EXPECT_EQ(meaning_of(KeyReader().read("H")[0])->command, CommandKind::hurts);
}

}  // namespace
}  // namespace thenar::cli::live
