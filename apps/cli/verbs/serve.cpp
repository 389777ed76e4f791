// thenar serve: the app, and the journal for it, on this machine.
#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include <array>
#include "cli/io.hpp"
#include "cli/lines.hpp"
#include "cli/verbs/app_folder.hpp"
#include "cli/verbs/verbs.hpp"
#include "server/network.hpp"
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
  bool log = false;
  bool lan = false;
};

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

/// A line of a person who types it unseen, or of a file that is given as standard input.
std::optional<std::string> unseen_line(const char* question) {
  const bool typed = isatty(STDIN_FILENO) != 0;
  termios before{};
  if (typed) {
    warn(question);
    tcgetattr(STDIN_FILENO, &before);
    termios quiet = before;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
  }
  auto line = read_line_of(STDIN_FILENO);
  if (typed) {
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
    warn("\n");
  }
  return line;
}

/// What is kept of the passphrase beside the journal; asked for and kept where there is none yet.
Outcome<std::string> passphrase_hash(const std::string& file) {
  if (const auto kept = read_text(file, 1000); kept && !kept->empty()) return *kept;
  const auto typed = unseen_line("A passphrase for the devices at home, eight letters or more: ");
  const auto hash = server::hashed(typed.value_or(std::string()));
  if (!hash) return input_wrong({hash.error()});
  const int out = open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  const bool written =
      out >= 0 && write(out, hash->data(), hash->size()) == static_cast<ssize_t>(hash->size());
  if (out >= 0) close(out);
  if (!written)
    return not_readable(Problem{{file, 0, {}}, "it cannot be written", "a file beside the journal", {}});
  return *hash;
}

/// Everything that the home network needs: passphrase, certificate, and the names under which it comes.
Outcome<std::vector<std::string>> open_to_home(const Globals& globals, server::Site& site,
                                               server::HttpOptions& options) {
  const auto journal = journal_path(globals);
  if (!journal) return tl::unexpected(journal.error());
  const auto hash = passphrase_hash(*journal + ".passphrase");
  if (!hash) return tl::unexpected(hash.error());
  const auto addresses = server::home_addresses();
  if (addresses.empty())
    return not_readable(Problem{{{}, 0, "--lan"}, "no network", "one that other devices are on too", {}});
  options.certificate = *journal + ".pem";
  if (const auto made = server::write_certificate(options.certificate, addresses); !made)
    return not_readable(made.error());
  options.address = "0.0.0.0";
  site.guard_with(*hash);
  return addresses;
}

/// The address, as a code to be photographed too.
std::string invitation(const std::string& address) {
  const auto code = server::qr_in_blocks(address);
  return fmt::format(
      "\n{}\nAt home it is at {}\n\nOpen it there with the camera. The browser warns once that nobody else "
      "vouches for "
      "this\nmachine: that is so, it vouches for itself. Then it asks for the passphrase. Phones keep no "
      "copy\nof an app "
      "from such an address; for one without a line see `thenar site`.\n",
      code ? *code : std::string(), address);
}

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
  // On a terminal a line for each answer tells a person nothing.
  const bool told = !request.quiet && (request.log || isatty(STDERR_FILENO) == 0);
  const server::Logger log =
      told ? server::Logger(log_answer) : [](const server::Request&, const server::Answer&, double) {};
  server::HttpOptions options;
  options.port = request.port;
  std::vector<std::string> addresses{"127.0.0.1", "localhost"};
  std::string at_home;
  if (request.lan) {
    const auto home = open_to_home(globals, site, options);
    if (!home) return report(home.error());
    at_home = home->front();
    addresses.insert(addresses.end(), home->begin(), home->end());
  }
  const auto running = server::HttpServer::start(options, handler, log);
  if (!running) return report(Failure{kNotReadable, {running.error()}});
  const int port = (*running)->port();
  const char* scheme = request.lan ? "https" : "http";
  // Browsers leave the usual port of a scheme out.
  const bool usual = port == (request.lan ? 443 : 80);
  for (const auto& name : addresses) site.allow(usual ? name : fmt::format("{}:{}", name, port));
  const std::string address = fmt::format("{}://127.0.0.1:{}/", scheme, port);
  const auto reach = request.lan ? invitation(fmt::format("https://{}:{}/", at_home, port))
                                 : std::string("Only this machine reaches it. ");
  const int code = finish_with("-", fmt::format("Thenar is at {}\n{}Ctrl-C ends it.\n", address, reach));
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
  verb->add_flag(
      "--lan", request->lan,
      "Let other devices at home reach it too, with a passphrase (asked for the first time) and encrypted");
  verb->add_flag("--open", request->open, "Open it in the browser");
  verb->add_flag("--log", request->log,
                 "A line for each answer on a terminal too; elsewhere it is written anyway");
  verb->add_flag("--quiet", request->quiet, "No line for each answer");
  verb->callback([request, version, &chosen] {
    chosen = [request, version](const Globals& globals) { return serve(globals, *request, version); };
  });
}

}  // namespace thenar::cli
