// What every verb needs: the practice, the journal, the time. The only place of the command line that looks
// at the environment.
#pragma once

#include <memory>
#include <string>

#include "cli/outcome.hpp"
#include "thenar/journal/journal.hpp"
#include "thenar/practice/practice.hpp"

namespace thenar::cli {

/// Options that come before or after any verb.
struct Globals {
  std::string practice_dir;  ///< empty: the practice that comes with the program alone
  std::string journal_file;  ///< empty: the usual place
  std::string language;      ///< "de"; empty: that of the locale where there are words of it, else English
};

/// The practice that comes with the program; with --practice the person's own files on top.
Outcome<Practice> load_practice(const Globals& globals);

/// The practice made of the built-in one and the files of a directory; empty: the built-in one.
Outcome<Practice> load_practice_of(const std::string& directory, const std::string& language);

/// The language in which Thenar speaks: --language, or by the locale (LC_ALL, LC_MESSAGES, LANG; the first
/// that is set) where there are words of it, else "en".
std::string language_of(const Globals& globals);

/// The journal's file: --journal, or the usual place.
Outcome<std::string> journal_path(const Globals& globals);

/// The journal as the verbs that are about it need it: a failure when it cannot be opened.
Outcome<std::unique_ptr<journal::Journal>> open_journal(const Globals& globals);

/// The journal for a massage, which must not wait for one.
struct Keeping {
  std::unique_ptr<journal::Journal> journal;
  bool kept = true;     ///< false: nothing outlives this run
  std::string message;  ///< to be said once: why nothing is kept, or what was set aside; mostly empty
};
/// At the usual place a damaged journal is set aside and a new one begun, and with a journal that cannot be
/// opened everything goes on unsaved. A file named with --journal must be usable and is never renamed.
Outcome<Keeping> open_keeping(const Globals& globals);

/// Milliseconds since 1970-01-01 UTC, and how many minutes the local clock is ahead of UTC then.
journal::TimeMs now_ms();
int utc_offset_minutes(journal::TimeMs at);
/// "2026-03-01 18:04" on the local clock.
std::string local_time(journal::TimeMs at);

/// Random hexadecimal digits, two for each byte.
std::string random_digits(std::size_t bytes);

/// Where to call for help.
struct EmergencyCall {
  std::string number;
  std::string country;  ///< ISO 3166 alpha-2; empty when unknown: the number is then empty too
};
/// By the country of the locale (LC_ALL, LC_TELEPHONE, LC_MESSAGES, LANG; the first that names one).
EmergencyCall emergency_call(const Practice& practice);

}  // namespace thenar::cli
