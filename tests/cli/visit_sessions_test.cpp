// What a visit and the journal's verbs say of sessions that were cut off or are being given elsewhere, and
// what is to be prepared for a plan.
#include "cli/session_screen.hpp"

namespace thenar::test {
namespace {

class VisitSessions : public SessionTerminal {
 protected:
  Finished call(const std::vector<std::string>& arguments, const std::string& input = {}) const {
    test::Run run;
    run.input = input;
    std::vector<std::string> all{"--journal", folder_ / "journal.db"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    return thenar(std::move(all), run);
  }
};

TEST_F(VisitSessions, AMassageThatIsOpenInAnotherWindowIsNotOfferedButPointedTo) {
  Seen seen(quiet());
  seen.start();
  const auto resumed = call({"resume"});
  EXPECT_EQ(resumed.code, 4);
  EXPECT_NE(resumed.out.find("still open in another window"), std::string::npos) << resumed.out;
  const auto visited = call({}, "\n");
  EXPECT_EQ(visited.code, 4);
  EXPECT_NE(visited.out.find("still open in another window"), std::string::npos) << visited.out;
  EXPECT_EQ(visited.out.find("Go on with it"), std::string::npos);
  seen.pty().signal(SIGTERM);
  EXPECT_EQ(seen.wait(), 128 + SIGTERM);
}

TEST_F(VisitSessions, AnInterruptedSessionIsListedAndShownWithTheTimeItGave) {
  Seen seen(quiet({"--speed", "20"}));
  seen.start();
  ASSERT_TRUE(seen.until([](const VtScreen& screen) { return !screen.has("step 1 of"); }));
  seen.pty().signal(SIGTERM);
  EXPECT_EQ(seen.wait(), 128 + SIGTERM);
  const auto list = call({"journal", "list"}).out;
  EXPECT_NE(list.find("interrupted"), std::string::npos) << list;
  EXPECT_EQ(list.find("left 0:00"), std::string::npos) << list;
  const auto shown = call({"journal", "show", "1"}).out;
  EXPECT_NE(shown.find("still touch"), std::string::npos) << shown;
  EXPECT_EQ(shown.find("HOLD"), std::string::npos) << "an id instead of its name\n" << shown;
}

TEST_F(VisitSessions, ARequestInPlaceOfAPlanIsToldHowToBecomeOne) {
  const auto done = call({"guide", folder_ / "request.json"});
  EXPECT_EQ(done.code, 1);
  EXPECT_NE(done.err.find("found a request, expected a plan"), std::string::npos) << done.err;
  EXPECT_NE(done.err.find("thenar plan"), std::string::npos) << done.err;
}

/// The lists before and after of this request, as one text.
std::string lists_of(const std::string& request) {
  const auto plan = nlohmann::json::parse(thenar_reads("plan", request).out);
  return plan["preparation"].dump() + plan["aftercare"].dump();
}

TEST(PreparationAndAftercare, NameOnlyWhatThePlanNeeds) {
  const auto firm = lists_of(kRequest);
  EXPECT_NE(firm.find("Warm the hand"), std::string::npos);
  EXPECT_NE(firm.find("Rate it again"), std::string::npos);

  const auto little = lists_of(R"({"format": "thenar.request/1", "checkin": {"mode": "self"},
    "wishes": {"goals": {"skin": 1}, "minutes": 1, "hands": ["left"], "medium": "lotion"}})");
  EXPECT_EQ(little.find("Warm the hand"), std::string::npos) << "ten minutes of warmth for one of massage";
  EXPECT_EQ(little.find("Rate it again"), std::string::npos) << "nothing was rated";
  EXPECT_EQ(little.find("firm kneading"), std::string::npos) << "nothing was kneaded firmly";
  EXPECT_LT(little.find("allergy"), little.find("A quiet room")) << "an allergy comes first";
}

}  // namespace
}  // namespace thenar::test
