// The passphrase of a server that the home network reaches: kept as argon2id, asked for once on each device.
#pragma once

#include <chrono>
#include <deque>
#include <mutex>
#include <set>
#include <string>

#include "server/http.hpp"

namespace thenar::server {

inline constexpr std::size_t kLeastPassphrase = 8;  ///< bytes

/// What is kept of a passphrase (argon2id, libsodium's interactive limits). Fails where it is too short.
Result<std::string> hashed(const std::string& passphrase);

class Guard {
 public:
  explicit Guard(std::string hash) : hash_(std::move(hash)) {}

  /// Whether a request comes from a device that gave the passphrase.
  bool lets_in(const Request& request);

  /// Takes {"passphrase"}: a cookie for the device, 401, or 429 after five wrong ones within a minute.
  Answer login(const Request& request);

 private:
  using Clock = std::chrono::steady_clock;

  std::mutex mutex_;
  std::string hash_;
  std::set<std::string> tokens_;
  std::deque<Clock::time_point> wrong_;
};

}  // namespace thenar::server
