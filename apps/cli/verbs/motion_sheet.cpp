// thenar motion sheet: pictures of each technique, drawn by the stage of the web page in a browser without a
// window.
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "cli/clips.hpp"
#include "cli/verbs/verbs.hpp"

namespace thenar::cli {
namespace {

namespace fs = std::filesystem;

struct SheetRequest {
  std::string technique;
  std::string folder;
};

/// What draws: the script, the runtime it is for, the built page and the browser.
struct Drawing {
  fs::path script;
  fs::path node;
  fs::path page;
  fs::path browser = "/usr/bin/chromium";
};

/// Beside this program, in the folder that it was built in.
Outcome<Drawing> drawing() {
  std::error_code none;
  const fs::path root = fs::canonical("/proc/self/exe", none).parent_path().parent_path().parent_path();
  const Drawing found{root / "apps/web/tools/sheet.ts", root / "apps/web/node_modules/.bin/node",
                      root / "build/web/gallery/index.html"};
  for (const fs::path& each : {found.script, found.node, found.page, found.browser})
    if (!fs::exists(each, none))
      return not_readable({{each.string(), 0, {}},
                           "nothing there",
                           "what draws the hands",
                           "Run ./check web in the folder of the source: it sets all of it up"});
  return found;
}

/// Runs a command to its end; its exit status, or why it did not start.
Outcome<int> run(std::vector<std::string> words) {
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  pid_t child = 0;
  const int failed = posix_spawn(&child, words.front().c_str(), nullptr, nullptr, arguments.data(), environ);
  if (failed != 0)
    return not_readable({{words.front(), 0, {}}, std::strerror(failed), "a program that starts", {}});
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int draw_sheets(const Globals& globals, const SheetRequest& request) {
  const auto practice = load_practice(globals);
  if (!practice) return report(practice.error());
  if (!request.technique.empty() && !practice->ids.techniques.find(request.technique).valid())
    return report(unknown_option("technique", request.technique, "a technique as KNEAD").value());
  const auto found = drawing();
  if (!found) return report(found.error());
  std::vector<std::string> words{found->node.string(), found->script.string(), request.folder};
  if (!request.technique.empty()) words.push_back(request.technique);
  const auto status = run(std::move(words));
  return status ? *status : report(status.error());
}

}  // namespace

void add_motion_sheet(CLI::App& motion, Verb& chosen) {
  auto request = std::make_shared<SheetRequest>();
  auto* verb = motion.add_subcommand("sheet", "Draw a sheet of pictures of each technique into a folder");
  verb->add_option("--technique", request->technique, "Only this technique, as KNEAD")->type_name("ID");
  verb->add_option("-o,--output", request->folder, "Folder to write to; a picture is whole or not there")
      ->type_name("DIR")
      ->required();
  verb->callback([request, &chosen] {
    chosen = [request](const Globals& globals) { return draw_sheets(globals, *request); };
  });
}

}  // namespace thenar::cli
