#include "server/http.hpp"

#include <civetweb.h>

#include <array>
#include <chrono>
#include <mutex>
#include <vector>

namespace thenar::server {
namespace {

constexpr std::size_t kMostQuery = 4096;

std::string header(const mg_connection* connection, const char* name) {
  const char* value = mg_get_header(connection, name);
  return value == nullptr ? std::string() : std::string(value);
}

std::string decoded(std::string_view text, bool form) {
  std::string out(text.size() + 1, '\0');
  const int length = mg_url_decode(text.data(), static_cast<int>(text.size()), out.data(),
                                   static_cast<int>(out.size()), form ? 1 : 0);
  out.resize(length < 0 ? 0 : static_cast<std::size_t>(length));
  return out;
}

std::map<std::string, std::string> query_of(std::string_view text) {
  std::map<std::string, std::string> query;
  while (!text.empty()) {
    const auto end = std::min(text.find('&'), text.size());
    const auto pair = text.substr(0, end);
    const auto equals = std::min(pair.find('='), pair.size());
    query[decoded(pair.substr(0, equals), true)] =
        decoded(pair.substr(std::min(equals + 1, pair.size())), true);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return query;
}

const char* reason_of(int status) {
  return mg_get_response_code_text(nullptr, status);
}

void send(mg_connection* connection, const Request& request, const Answer& answer) {
  const std::size_t size = answer.body ? answer.body->size() : 0;
  std::string head = "HTTP/1.1 " + std::to_string(answer.status) + " " + reason_of(answer.status) +
                     "\r\nContent-Length: " + std::to_string(size) + "\r\nConnection: keep-alive\r\n";
  if (size > 0) head += "Content-Type: " + answer.type + "\r\n";
  for (const auto& [name, value] : answer.headers)
    head.append(name).append(": ").append(value).append("\r\n");
  head += "\r\n";
  const bool with_body = request.method != "HEAD" && size > 0;
  if (with_body && size < 16384) head += *answer.body;  // one packet where one will do
  mg_write(connection, head.data(), head.size());
  if (with_body && size >= 16384) mg_write(connection, answer.body->data(), size);
}

}  // namespace

struct HttpServer::Running {
  HttpOptions options;
  Handler handler;
  Logger logger;
  std::mutex logging;
  mg_context* context = nullptr;

  /// Reads the body. False where it is too long or does not come.
  bool read_body(mg_connection* connection, long long length, Request& request) const {
    if (length <= 0) return true;
    if (static_cast<std::size_t>(length) > options.most_body) return false;
    request.body.resize(static_cast<std::size_t>(length));
    std::size_t have = 0;
    while (have < request.body.size()) {
      const int got = mg_read(connection, request.body.data() + have, request.body.size() - have);
      if (got <= 0) return false;
      have += static_cast<std::size_t>(got);
    }
    return true;
  }

  int handle(mg_connection* connection) {
    const auto begin = std::chrono::steady_clock::now();
    const mg_request_info* info = mg_get_request_info(connection);
    Request request;
    request.method = info->request_method == nullptr ? "" : info->request_method;
    request.path = info->local_uri == nullptr ? "/" : info->local_uri;
    const std::string_view query = info->query_string == nullptr ? "" : info->query_string;
    request.query = query_of(query.substr(0, kMostQuery));
    request.host = header(connection, "Host");
    request.origin = header(connection, "Origin");
    request.content_type = header(connection, "Content-Type");
    request.if_none_match = header(connection, "If-None-Match");
    request.cookie = header(connection, "Cookie");
    request.takes_gzip = header(connection, "Accept-Encoding").find("gzip") != std::string::npos;
    Answer answer;
    if (!header(connection, "Transfer-Encoding").empty()) {
      answer = answer_with(411, R"({"error":"a body has to tell its length"})");
      mg_disable_keep_alive(connection);
    } else if (!read_body(connection, info->content_length, request)) {
      answer = answer_with(413, R"({"error":"the body is too long"})");
      answer.headers["Connection"] = "close";
      mg_disable_keep_alive(connection);
    } else {
      answer = handler(request);
    }
    send(connection, request, answer);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
    const std::lock_guard<std::mutex> guard(logging);
    logger(request, answer, took.count());
    return answer.status;
  }
};

Answer answer_with(int status, std::string body, std::string type) {
  return {status, std::move(type), std::make_shared<const std::string>(std::move(body)), {}};
}

HttpServer::HttpServer(std::unique_ptr<Running> running) : running_(std::move(running)) {}

HttpServer::~HttpServer() {
  if (running_->context != nullptr) mg_stop(running_->context);
}

Result<std::unique_ptr<HttpServer>> HttpServer::start(const HttpOptions& options, Handler handler,
                                                      Logger logger) {
  static const unsigned kReady = mg_init_library(MG_FEATURES_TLS);
  static_cast<void>(kReady);
  auto running = std::make_unique<Running>();
  running->options = options;
  running->handler = std::move(handler);
  running->logger = std::move(logger);
  const bool tls = !options.certificate.empty();
  const std::string listen = options.address + ":" + std::to_string(options.port) + (tls ? "s" : "");
  const std::string threads = std::to_string(options.threads);
  std::vector<const char*> settings{
      "listening_ports",    listen.c_str(), "num_threads",           threads.c_str(),
      "enable_keep_alive",  "yes",          "keep_alive_timeout_ms", "5000",
      "request_timeout_ms", "10000",        "tcp_nodelay",           "1",
      "decode_url",         "yes"};
  if (tls) {
    settings.insert(settings.end(),
                    {"ssl_certificate", options.certificate.c_str(), "ssl_protocol_version", "4"});
  }
  settings.push_back(nullptr);
  mg_callbacks callbacks{};
  callbacks.begin_request = [](mg_connection* connection) {
    return static_cast<Running*>(mg_get_request_info(connection)->user_data)->handle(connection);
  };
  callbacks.log_message = [](const mg_connection*, const char*) {
    return 1;
  };  // what matters is logged by us
  std::array<char, 256> text{};
  mg_error_data fault{};
  fault.text = text.data();
  fault.text_buffer_size = text.size();
  mg_init_data init{};
  init.callbacks = &callbacks;
  init.user_data = running.get();
  init.configuration_options = settings.data();
  running->context = mg_start2(&init, &fault);
  if (running->context == nullptr)
    return tl::unexpected(Problem{{{}, 0, "--port"},
                                  std::to_string(options.port) + " (" + text.data() + ")",
                                  "a port that nobody else listens on",
                                  "Choose another with --port, or stop what listens there"});
  return std::unique_ptr<HttpServer>(new HttpServer(std::move(running)));
}

int HttpServer::port() const {
  std::array<mg_server_port, 2> ports{};
  return mg_get_server_ports(running_->context, 2, ports.data()) > 0 ? ports[0].port : 0;
}

}  // namespace thenar::server
