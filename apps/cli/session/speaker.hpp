// The voice: espeak-ng as a process of its own, one sentence at a time.
#pragma once

#include <sys/types.h>

#include <deque>
#include <string>

namespace thenar::cli::live {

class Speaker {
 public:
  /// `voice` and `words_per_minute` as espeak-ng takes them.
  Speaker(std::string voice, int words_per_minute);
  ~Speaker();
  Speaker(const Speaker&) = delete;
  Speaker& operator=(const Speaker&) = delete;

  /// Says a text after those that wait; `now`: at once, instead of all that is being said and waits. Returns
  /// without waiting for the voice.
  void say(std::string text, bool now);
  /// Silence at once; nothing waits any more.
  void hush();
  /// Notices that a sentence has ended and begins the next. To be called after SIGCHLD.
  void look();
  bool speaking() const { return process_ > 0; }
  /// True when the voice cannot be had: espeak-ng is missing, or it fails. Nothing is said any more.
  bool failed() const { return failed_; }

 private:
  void begin_next();

  std::string voice_;
  std::string words_per_minute_;
  std::deque<std::string> waiting_;
  pid_t process_ = 0;
  int complaints_ = -1;  ///< its standard error while it runs
  bool failed_ = false;
};

}  // namespace thenar::cli::live
