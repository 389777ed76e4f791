// What a request comes to: a file of the app, a call of the API, or a refusal; the same rules of safety for
// all.
#pragma once

#include "server/api.hpp"
#include "server/files.hpp"
#include "server/guard.hpp"

namespace thenar::server {

class Site {
 public:
  Site(Files files, std::unique_ptr<Api> api) : files_(std::move(files)), api_(std::move(api)) {}

  /// From here on the API wants a passphrase. The app's own files do not: nothing of anybody stands in them.
  void guard_with(std::string hash) { guard_ = std::make_unique<Guard>(std::move(hash)); }

  /// Where it is reached, as host:port; other names are refused, so that no page elsewhere reaches it under a
  /// name of its own (DNS rebinding).
  void allow(std::string host) { hosts_.push_back(std::move(host)); }

  Answer answer(const Request& request);

 private:
  Answer of_path(const Request& request);

  Files files_;
  std::unique_ptr<Api> api_;
  std::unique_ptr<Guard> guard_;
  std::vector<std::string> hosts_;
};

}  // namespace thenar::server
