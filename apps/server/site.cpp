#include "server/site.hpp"

#include <algorithm>

namespace thenar::server {
namespace {

constexpr const char* kPolicy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; media-src 'self' blob:; manifest-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

}  // namespace

Answer Site::answer(const Request& request) {
  Answer answer = of_path(request);
  answer.headers["Content-Security-Policy"] = kPolicy;
  answer.headers["X-Content-Type-Options"] = "nosniff";
  answer.headers["Referrer-Policy"] = "no-referrer";
  answer.headers["Cross-Origin-Opener-Policy"] = "same-origin";
  answer.headers["Cross-Origin-Resource-Policy"] = "same-origin";
  return answer;
}

Answer Site::of_path(const Request& request) {
  const auto known = [&](const std::string& host) { return host == request.host; };
  const auto own = [&](const std::string& host) {
    return request.origin == "http://" + host || request.origin == "https://" + host;
  };
  if (std::none_of(hosts_.begin(), hosts_.end(), known))
    return answer_with(421, R"({"error":"another host"})");
  if (!request.origin.empty() && std::none_of(hosts_.begin(), hosts_.end(), own))
    return answer_with(403, R"({"error":"another origin"})");
  if (guard_ && request.method == "POST" && request.path == "/api/v1/login") return guard_->login(request);
  if (request.path.starts_with(kApi)) {
    if (guard_ && !guard_->lets_in(request)) return answer_with(401, R"({"error":"the passphrase first"})");
    return api_->answer(request);
  }
  if (request.method != "GET" && request.method != "HEAD") {
    Answer answer = answer_with(405, R"({"error":"only GET and HEAD"})");
    answer.headers["Allow"] = "GET, HEAD";
    return answer;
  }
  if (auto file = files_.find(request)) return *file;
  return answer_with(404, "Not here", "text/plain; charset=utf-8");
}

}  // namespace thenar::server
