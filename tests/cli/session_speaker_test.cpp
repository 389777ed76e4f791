#include <gtest/gtest.h>
#include <poll.h>
#include <sys/stat.h>

#include <csignal>
#include <cstdlib>
#include <fstream>

#include "cli/session/speaker.hpp"
#include "support/process.hpp"

namespace thenar::cli::live {
namespace {

/// A folder that comes first on the PATH, with an espeak-ng of our own in it.
class SessionSpeaker : public testing::Test {
 protected:
  void SetUp() override {
    before_ = std::getenv("PATH");
    std::signal(SIGPIPE, SIG_IGN);  // as the program does: a voice may end before it has read its sentence
  }
  void TearDown() override { setenv("PATH", before_.c_str(), 1); }

  void install(const std::string& script) {
    const auto program = folder_.file("espeak-ng", "#!/bin/sh\n" + script + "\n");
    chmod(program.c_str(), 0755);
    setenv("PATH", (folder_.path() + ":" + before_).c_str(), 1);
  }
  /// Looks until nothing is being said.
  static void until_quiet(Speaker& speaker) {
    while (speaker.speaking()) {
      poll(nullptr, 0, 1);
      speaker.look();
    }
  }

  test::TemporaryFolder folder_;
  std::string before_;
};

TEST_F(SessionSpeaker, SaysOneSentenceAfterTheOther) {
  install("cat >> " + folder_ / "said");
  Speaker speaker("en", 150);
  speaker.say("First; $(touch never) \"quoted\".", false);
  speaker.say("Second.", false);
  until_quiet(speaker);
  EXPECT_EQ(test::read_whole(folder_ / "said"), "First; $(touch never) \"quoted\".\nSecond.\n");
  EXPECT_FALSE(speaker.failed());
}

TEST_F(SessionSpeaker, ASentenceThatIsUrgentCutsOffTheOthers) {
  mkfifo((folder_ / "begun").c_str(), 0600);
  install("read line; echo \"$line\" >> " + folder_ / "said" + "; case \"$line\" in Long*) echo > " +
          folder_ / "begun" + "; exec sleep 1000;; esac");
  Speaker speaker("en", 150);
  speaker.say("Long.", false);
  std::ifstream(folder_ / "begun").get();  // it is being said
  speaker.say("Waiting.", false);
  speaker.say("Stop.", true);
  until_quiet(speaker);
  EXPECT_EQ(test::read_whole(folder_ / "said"), "Long.\nStop.\n");
}

TEST_F(SessionSpeaker, SilenceIsAtOnce) {
  install("exec sleep 1000");
  Speaker speaker("en", 150);
  speaker.say("A long story.", false);
  EXPECT_TRUE(speaker.speaking());
  speaker.hush();
  EXPECT_FALSE(speaker.speaking());
  EXPECT_FALSE(speaker.failed());
}

TEST_F(SessionSpeaker, AMissingVoiceFailsOnceAndIsNotTriedAgain) {
  setenv("PATH", folder_.path().c_str(), 1);
  Speaker speaker("en", 150);
  speaker.say("Hello.", false);
  until_quiet(speaker);
  EXPECT_TRUE(speaker.failed());
  speaker.say("Hello again.", false);
  EXPECT_FALSE(speaker.speaking());
}

TEST_F(SessionSpeaker, AVoiceWithoutASoundCardHasFailedAlthoughItExitsWell) {
  install("echo 'ALSA lib pcm.c: Unknown PCM default' >&2; echo 'error: No such file or directory' >&2");
  Speaker speaker("en", 150);
  speaker.say("Hello.", false);
  until_quiet(speaker);
  EXPECT_TRUE(speaker.failed());
}

TEST_F(SessionSpeaker, VoiceAndRateReachTheProgram) {
  install("echo \"$@\" > " + folder_ / "arguments");
  Speaker speaker("en-scottish", 120);
  speaker.say("Hello.", false);
  until_quiet(speaker);
  EXPECT_EQ(test::read_whole(folder_ / "arguments"), "-v en-scottish -s 120 --stdin\n");
}

}  // namespace
}  // namespace thenar::cli::live
