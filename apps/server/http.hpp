// HTTP as the rest of the server sees it: a request comes in whole, an answer goes out whole.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "thenar/base/result.hpp"

namespace thenar::server {

struct Request {
  std::string method;  ///< in capitals
  std::string path;    ///< decoded, beginning with /
  std::map<std::string, std::string> query;
  std::string host;
  std::string origin;  ///< empty: none was sent
  std::string content_type;
  std::string if_none_match;
  std::string cookie;
  bool takes_gzip = false;
  std::string body;
};

struct Answer {
  int status = 200;
  std::string type = "application/json";
  /// Shared, so that a file is sent to many without a copy for each.
  std::shared_ptr<const std::string> body;
  std::map<std::string, std::string> headers;
};

Answer answer_with(int status, std::string body, std::string type = "application/json");

using Handler = std::function<Answer(const Request&)>;
/// Told after each answer: what was asked, what was answered, and how long it took. Never by two threads at
/// once.
using Logger = std::function<void(const Request&, const Answer&, double milliseconds)>;

struct HttpOptions {
  std::string address = "127.0.0.1";
  int port = 0;                      ///< 0: any that is free
  std::string certificate;           ///< PEM file with key and certificate; empty: no TLS
  std::size_t most_body = 4 << 20U;  ///< bytes; a longer one is refused
  int threads = 4;
};

/// Listens until it goes. Handlers are called by several threads at once.
class HttpServer {
 public:
  static Result<std::unique_ptr<HttpServer>> start(const HttpOptions& options, Handler handler,
                                                   Logger logger);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  /// The port it listens on.
  int port() const;

 private:
  struct Running;
  explicit HttpServer(std::unique_ptr<Running> running);
  std::unique_ptr<Running> running_;
};

}  // namespace thenar::server
