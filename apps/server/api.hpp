// The journal over HTTP (openapi.json): what apps tell it, what it tells them, and speech.
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "server/http.hpp"
#include "server/speech.hpp"
#include "thenar/journal/journal.hpp"

namespace thenar::server {

inline constexpr std::string_view kApi = "/api/v1/";

class Api {
 public:
  /// `versions`: of the program and of its practice.
  Api(std::unique_ptr<journal::Journal> journal, std::string version, std::string practice);

  /// The answer to a request whose path begins with kApi. May be called by several threads.
  Answer answer(const Request& request);

 private:
  Answer hello(const Request& request);
  Answer told(const Request& request);
  Answer take(const Request& request);
  Answer speech(const Request& request);
  Answer people(const Request& request);
  Answer person(const Request& request);
  Answer erase(const Request& request);
  Answer exported(const Request& request);
  Answer report(const Request& request);

  std::mutex mutex_;  ///< a journal is used by one thread at a time
  std::unique_ptr<journal::Journal> journal_;
  std::string version_;
  std::string practice_;
  Speech speech_;
};

/// The OpenAPI document of all this.
std::string_view openapi_json();

}  // namespace thenar::server
