// thenar site: the app as files for any host that gives files, in any folder.
#include <fmt/format.h>

#include <filesystem>

#include "cli/io.hpp"
#include "cli/verbs/app_folder.hpp"
#include "cli/verbs/verbs.hpp"

namespace thenar::cli {
namespace {

namespace fs = std::filesystem;

struct SiteRequest {
  std::string app;
  std::string output;
};

/// The folder is whole or not there: it is written beside its place and then put there.
int write_site(const SiteRequest& request) {
  const fs::path from = request.app.empty() ? fs::path(built_app()) : fs::path(request.app);
  const fs::path to = request.output;
  const auto failed = [&](const fs::path& place, const std::error_code& fault) {
    return report(
        Failure{kNotReadable, {{{place.string(), 0, {}}, fault.message(), "a folder to write to", {}}}});
  };
  std::error_code fault;
  if (!fs::exists(from / "index.html", fault))
    return report(Failure{
        kNotReadable,
        {{{from.string(), 0, {}}, "no index.html", "the app as it was built", "Start it with ./run once"}}});
  if (fs::exists(to, fault) && !fs::is_empty(to, fault))
    return report(Failure{kInputWrong,
                          {{{"--output", 0, {}},
                            to.string() + ", where something is",
                            "a folder that is empty or not there",
                            "Remove it first, or choose another"}}});
  fs::path beside = fs::absolute(to, fault).lexically_normal();
  if (!beside.has_filename()) beside = beside.parent_path();
  beside += ".part";
  fs::remove_all(beside, fault);
  fs::create_directories(beside.parent_path(), fault);
  fs::copy(from, beside, fs::copy_options::recursive, fault);
  if (fault) return failed(beside, fault);
  fs::remove(to, fault);
  fs::rename(beside, to, fault);
  if (fault) return failed(to, fault);
  return finish_with("-",
                     fmt::format("The app is in {}: give it to any host that serves files over https, in any "
                                 "folder. It keeps everything on the device of whoever opens it.\n",
                                 to.string()));
}

}  // namespace

std::string built_app() {
  std::error_code fault;
  const auto program = fs::read_symlink("/proc/self/exe", fault);
  return fault ? std::string() : (program.parent_path().parent_path() / "web" / "app").string();
}

void add_site(CLI::App& app, Verb& chosen) {
  auto request = std::make_shared<SiteRequest>();
  auto* verb =
      app.add_subcommand("site", "Write the app as files for any host, which needs no server of ours");
  verb->add_option("-o,--output", request->output, "Folder to write")->type_name("DIR")->required();
  verb->add_option("--app", request->app,
                   "Folder of the app instead of the one that was built with this program")
      ->type_name("DIR");
  verb->callback([request, &chosen] { chosen = [request](const Globals&) { return write_site(*request); }; });
}

}  // namespace thenar::cli
