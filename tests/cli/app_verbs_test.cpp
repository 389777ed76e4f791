// thenar serve and thenar site: what they say where something is wrong, and the app as files.
#include <gtest/gtest.h>

#include <filesystem>

#include "cli/command.hpp"

namespace thenar::test {
namespace {

namespace fs = std::filesystem;

/// A folder with an app of two files.
std::string small_app(const TemporaryFolder& folder) {
  fs::create_directories(folder / "app/assets");
  folder.file("app/index.html", "<html><head></head></html>");
  folder.file("app/assets/a.js", "1");
  return folder / "app";
}

TEST(AppVerbs, WhereNoAppIsTheFolderIsNamedWithWhatToDo) {
  const TemporaryFolder folder;
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"serve", "--port", "0", "--app", folder / "nowhere"},
        std::vector<std::string>{"site", "-o", folder / "out", "--app", folder / "nowhere"}}) {
    const auto done = thenar(arguments);
    EXPECT_EQ(done.code, 4) << done.err;
    EXPECT_NE(done.err.find(folder / "nowhere"), std::string::npos) << done.err;
    EXPECT_NE(done.err.find("./run"), std::string::npos) << done.err;
  }
  EXPECT_FALSE(fs::exists(folder / "out"));
}

TEST(AppVerbs, APortThatIsNoneIsAFaultOfUsage) {
  for (const char* port : {"70000", "-1", "http"})
    EXPECT_EQ(thenar({"serve", "--port", port}).code, 2) << port;
}

TEST(AppVerbs, TheSiteIsWrittenWholeIntoAFolderThatIsEmptyOrNotThere) {
  const TemporaryFolder folder;
  const auto app = small_app(folder);
  const auto done = thenar({"site", "-o", folder / "out", "--app", app});
  EXPECT_EQ(done.code, 0) << done.err;
  EXPECT_EQ(read_whole(folder / "out/index.html"), "<html><head></head></html>")
      << "as it was built: no server is told of";
  EXPECT_EQ(read_whole(folder / "out/assets/a.js"), "1");
  EXPECT_FALSE(fs::exists(folder / "out.part"));
  const auto again = thenar({"site", "-o", folder / "out", "--app", app});
  EXPECT_EQ(again.code, 1);
  EXPECT_NE(again.err.find("where something is"), std::string::npos) << again.err;
}

}  // namespace
}  // namespace thenar::test
