// Sentences as sound, spoken by espeak-ng.
#pragma once

#include <list>
#include <memory>
#include <mutex>
#include <string>

namespace thenar::server {

/// Speaks, and remembers what it spoke last.
class Speech {
 public:
  static constexpr std::size_t kMostText = 500;  ///< bytes of a sentence

  /// The bytes of a WAV file; none where nobody here can speak, or not that language. `language` is a code of
  /// two letters; `rate` is against the usual speed, 0.5 to 2. Of several threads one speaks at a time.
  std::shared_ptr<const std::string> say(const std::string& text, const std::string& language, double rate);

 private:
  struct Said {
    std::string key;
    std::shared_ptr<const std::string> sound;
  };
  std::mutex mutex_;
  std::list<Said> said_;  ///< the newest first
};

}  // namespace thenar::server
