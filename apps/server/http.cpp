#include "server/http.hpp"

#include <arpa/inet.h>
#include <microhttpd.h>

#include <charconv>
#include <chrono>
#include <fstream>
#include <iterator>
#include <mutex>

namespace thenar::server {
namespace {

constexpr unsigned kPatienceSeconds = 30;
constexpr unsigned kMostConnections = 500;
constexpr std::size_t kMostHeader = 32768;

/// A request while it comes in.
struct Coming {
  std::chrono::steady_clock::time_point begun = std::chrono::steady_clock::now();
  Request request;
  bool headed = false;   ///< its head was read
  bool refused = false;  ///< its body is too long
};

std::string header(MHD_Connection* connection, const char* name) {
  const char* value = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
  return value == nullptr ? std::string() : std::string(value);
}

MHD_Result add_query(void* to, MHD_ValueKind, const char* key, const char* value) {
  static_cast<Request*>(to)->query[key] = value == nullptr ? "" : value;
  return MHD_YES;
}

void read_head(MHD_Connection* connection, const char* url, const char* method, Request& request) {
  request.method = method;
  request.path = url;
  MHD_get_connection_values(connection, MHD_GET_ARGUMENT_KIND, add_query, &request);
  request.host = header(connection, "Host");
  request.origin = header(connection, "Origin");
  request.content_type = header(connection, "Content-Type");
  request.if_none_match = header(connection, "If-None-Match");
  request.cookie = header(connection, "Cookie");
  request.takes_gzip = header(connection, "Accept-Encoding").find("gzip") != std::string::npos;
}

MHD_Result send(MHD_Connection* connection, const Answer& answer) {
  // The body belongs to the answer: it is kept until it was sent.
  struct Sent {
    std::shared_ptr<const std::string> body;
  };
  auto* sent = new Sent{answer.body ? answer.body : std::make_shared<const std::string>()};
  MHD_Response* response = MHD_create_response_from_callback(
      sent->body->size(), 65536,
      [](void* of, std::uint64_t at, char* to, std::size_t most) -> ssize_t {
        const std::string& body = *static_cast<Sent*>(of)->body;
        if (at >= body.size()) return MHD_CONTENT_READER_END_OF_STREAM;
        return static_cast<ssize_t>(body.copy(to, most, static_cast<std::size_t>(at)));
      },
      sent, [](void* of) { delete static_cast<Sent*>(of); });
  if (response == nullptr) {
    delete sent;
    return MHD_NO;
  }
  if (!sent->body->empty()) MHD_add_response_header(response, "Content-Type", answer.type.c_str());
  for (const auto& [name, value] : answer.headers)
    MHD_add_response_header(response, name.c_str(), value.c_str());
  const auto queued = MHD_queue_response(connection, static_cast<unsigned>(answer.status), response);
  MHD_destroy_response(response);
  return queued;
}

std::string text_of(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

struct HttpServer::Running {
  HttpOptions options;
  Handler handler;
  Logger logger;
  std::mutex logging;
  std::string certificate;
  MHD_Daemon* daemon = nullptr;

  MHD_Result finish(MHD_Connection* connection, Coming& coming) {
    const Answer answer =
        coming.refused ? answer_with(413, R"({"error":"the body is too long"})") : handler(coming.request);
    const auto queued = send(connection, answer);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - coming.begun;
    const std::lock_guard<std::mutex> guard(logging);
    logger(coming.request, answer, took.count());
    return queued;
  }

  /// Called for the head, for each part of the body, and once more when all of it is there.
  MHD_Result handle(MHD_Connection* connection, const char* url, const char* method, const char* part,
                    std::size_t* size, Coming& coming) {
    if (!coming.headed) {
      coming.headed = true;
      read_head(connection, url, method, coming.request);
      const std::string length = header(connection, "Content-Length");
      std::uint64_t bytes = 0;
      const auto [end, fault] = std::from_chars(length.data(), length.data() + length.size(), bytes);
      // What is too long, or does not tell how long it is, is not waited for.
      coming.refused = !length.empty() && (fault != std::errc() || bytes > options.most_body);
      return coming.refused ? finish(connection, coming) : MHD_YES;
    }
    if (*size == 0) return finish(connection, coming);
    if (coming.request.body.size() + *size > options.most_body)
      coming.refused = true;
    else
      coming.request.body.append(part, *size);
    *size = 0;
    return MHD_YES;
  }
};

Answer answer_with(int status, std::string body, std::string type) {
  return {status, std::move(type), std::make_shared<const std::string>(std::move(body)), {}};
}

HttpServer::HttpServer(std::unique_ptr<Running> running) : running_(std::move(running)) {}

HttpServer::~HttpServer() {
  if (running_->daemon != nullptr) MHD_stop_daemon(running_->daemon);
}

Result<std::unique_ptr<HttpServer>> HttpServer::start(const HttpOptions& options, Handler handler,
                                                      Logger logger) {
  auto running = std::make_unique<Running>();
  running->options = options;
  running->handler = std::move(handler);
  running->logger = std::move(logger);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(options.port));
  inet_pton(AF_INET, options.address.c_str(), &address.sin_addr);
  const bool tls = !options.certificate.empty();
  if (tls) running->certificate = text_of(options.certificate);
  unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD;
  if (tls) flags |= MHD_USE_TLS;
  const auto called = [](void* of, MHD_Connection* connection, const char* url, const char* method,
                         const char*, const char* part, std::size_t* size, void** coming) -> MHD_Result {
    if (*coming == nullptr) *coming = new Coming;
    return static_cast<Running*>(of)->handle(connection, url, method, part, size,
                                             *static_cast<Coming*>(*coming));
  };
  const auto completed = [](void*, MHD_Connection*, void** coming, MHD_RequestTerminationCode) {
    delete static_cast<Coming*>(*coming);
    *coming = nullptr;
  };
  const MHD_OptionItem secret[] = {{MHD_OPTION_HTTPS_MEM_KEY, 0, running->certificate.data()},
                                   {MHD_OPTION_HTTPS_MEM_CERT, 0, running->certificate.data()},
                                   {MHD_OPTION_END, 0, nullptr}};
  const MHD_OptionItem open[] = {{MHD_OPTION_END, 0, nullptr}};
  running->daemon = MHD_start_daemon(
      flags, 0, nullptr, nullptr, static_cast<MHD_AccessHandlerCallback>(called), running.get(),
      MHD_OPTION_SOCK_ADDR, reinterpret_cast<const sockaddr*>(&address), MHD_OPTION_NOTIFY_COMPLETED,
      static_cast<MHD_RequestCompletedCallback>(completed), nullptr, MHD_OPTION_THREAD_POOL_SIZE,
      static_cast<unsigned>(options.threads), MHD_OPTION_CONNECTION_LIMIT, kMostConnections,
      MHD_OPTION_CONNECTION_TIMEOUT, kPatienceSeconds, MHD_OPTION_CONNECTION_MEMORY_LIMIT, kMostHeader,
      MHD_OPTION_ARRAY, tls ? secret : open, MHD_OPTION_END);
  if (running->daemon == nullptr)
    return tl::unexpected(Problem{{{}, 0, "--port"},
                                  std::to_string(options.port),
                                  "a port that nobody else listens on",
                                  "Choose another with --port, or stop what listens there"});
  return std::unique_ptr<HttpServer>(new HttpServer(std::move(running)));
}

int HttpServer::port() const {
  const MHD_DaemonInfo* info = MHD_get_daemon_info(running_->daemon, MHD_DAEMON_INFO_BIND_PORT);
  return info == nullptr ? 0 : info->port;
}

}  // namespace thenar::server
