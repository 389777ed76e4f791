// thenar serve: the app, and the journal for it, on this machine.
#include <fmt/format.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

#include <array>
#include <filesystem>

#include "cli/io.hpp"
#include "cli/verbs/verbs.hpp"
#include "server/site.hpp"
#include "thenar/base/json.hpp"

namespace thenar::cli {
namespace {

constexpr int kUsualPort = 8417;

struct ServeRequest {
  std::string app;  ///< folder of the app; empty: where the build puts it
  int port = kUsualPort;
  bool open = false;
  bool quiet = false;
};

/// The app as it was built beside this program.
std::string built_app() {
  std::error_code fault;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", fault);
  return fault ? std::string() : (program.parent_path().parent_path() / "web" / "app").string();
}

/// Now, as 2026-03-01T18:04:05Z.
std::string now_text() {
  const time_t now = time(nullptr);
  tm parts{};
  gmtime_r(&now, &parts);
  std::array<char, 32> text{};
  strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text.data();
}

/// One line of JSON for each answer. Whose, and what was said, never stands in it: of a path only what of it
/// is the same for everybody.
void log_answer(const server::Request& request, const server::Answer& answer, double milliseconds) {
  std::string path = request.path;
  if (path.starts_with("/api/v1/people/")) path = "/api/v1/people/{id}";
  const Json line{{"at", now_text()},
                  {"method", request.method},
                  {"path", path},
                  {"status", answer.status},
                  {"bytes", answer.body ? answer.body->size() : 0},
                  {"ms", static_cast<double>(static_cast<int>(milliseconds * 100)) / 100}};
  warn(to_line(line) + "\n");
}

/// Waits for somebody to end the program. The signals are blocked before threads begin, so that all of them
/// are.
class Waiting {
 public:
  Waiting() {
    sigemptyset(&signals_);
    for (const int each : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&signals_, each);
    pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
    signal(SIGPIPE, SIG_IGN);
  }
  int wait() const {
    int signal = 0;
    sigwait(&signals_, &signal);
    return signal;
  }

 private:
  sigset_t signals_{};
};

void open_browser(const std::string& address) {
  if (getenv("DISPLAY") == nullptr && getenv("WAYLAND_DISPLAY") == nullptr) return;
  const pid_t child = fork();
  if (child != 0) return;
  execlp("xdg-open", "xdg-open", address.c_str(), nullptr);
  _exit(1);
}

int serve(const Globals& globals, const ServeRequest& request, const std::string& version) {
  const Waiting waiting;
  const auto practice = load_practice(globals);
  if (!practice) return report(practice.error());
  auto files = server::Files::read(request.app.empty() ? built_app() : request.app);
  if (!files) return report(Failure{kNotReadable, {files.error()}});
  auto keeping = open_keeping(globals);
  if (!keeping) return report(keeping.error());
  if (!keeping->message.empty()) warn(keeping->message + "\n");
  server::Site site(std::move(*files),
                    std::make_unique<server::Api>(std::move(keeping->journal), version, practice->version));
  const auto handler = [&site](const server::Request& asked) { return site.answer(asked); };
  const server::Logger log = request.quiet ? [](const server::Request&, const server::Answer&, double) {}
                                           : server::Logger(log_answer);
  server::HttpOptions options;
  options.port = request.port;
  const auto running = server::HttpServer::start(options, handler, log);
  if (!running) return report(Failure{kNotReadable, {running.error()}});
  const int port = (*running)->port();
  for (const char* name : {"127.0.0.1", "localhost"}) site.allow(fmt::format("{}:{}", name, port));
  const std::string address = fmt::format("http://127.0.0.1:{}/", port);
  const int code = finish_with(
      "-", fmt::format("Thenar is at {}\nOnly this machine reaches it. Ctrl-C ends it.\n", address));
  if (code != kDone) return code;
  if (request.open) open_browser(address);
  waiting.wait();
  warn("Ending: answers on their way are finished first.\n");
  return kDone;
}

}  // namespace

void add_serve(CLI::App& app, Verb& chosen, const std::string& version) {
  auto request = std::make_shared<ServeRequest>();
  auto* verb = app.add_subcommand("serve", "Give the app, and keep its journal, on this machine");
  verb->add_option("--port", request->port,
                   fmt::format("Port to listen on; 0: any that is free; usually {}", kUsualPort))
      ->type_name("N")
      ->check(CLI::Range(0, 65535));
  verb->add_option("--app", request->app,
                   "Folder of the app instead of the one that was built with this program")
      ->type_name("DIR");
  verb->add_flag("--open", request->open, "Open it in the browser");
  verb->add_flag("--quiet", request->quiet, "No line for each answer");
  verb->callback([request, version, &chosen] {
    chosen = [request, version](const Globals& globals) { return serve(globals, *request, version); };
  });
}

}  // namespace thenar::cli
