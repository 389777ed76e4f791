// Keys of the live session: bytes of a terminal in, keys out, and what each key says to the session.
#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "thenar/base/json.hpp"
#include "thenar/guidance/session.hpp"

namespace thenar::cli::live {

/// A key: the character itself, or one of these.
using Key = int;
inline constexpr Key kEnter = '\n';
inline constexpr Key kEscape = 27;
inline constexpr Key kForward = 256;   ///< page down, right or down: also what page turners and pedals send
inline constexpr Key kBackward = 257;  ///< page up, left or up
inline constexpr Key kUnknown = 258;

/// Turns bytes into keys. A lone escape byte and the start of an escape sequence look alike, so an open
/// sequence waits for its rest until flush().
class KeyReader {
 public:
  std::vector<Key> read(std::string_view bytes);
  /// True while the start of an escape sequence waits for its rest.
  bool waiting() const { return !open_.empty(); }
  /// The rest did not come: what waits was the escape key.
  std::vector<Key> flush();

 private:
  std::string open_;
};

/// What a key says while a session is given. `words` is the key of its explanation.
struct KeyMeaning {
  Key key;
  guidance::CommandKind command;
  std::string_view name;   ///< as it stands on the key
  std::string_view words;  ///< session.key.…
  bool safety;             ///< acts at any moment, also while a question is open
};

/// All of them, in the order of the help page.
std::span<const KeyMeaning> key_meanings();

/// The meaning of a key, if it has one; upper case counts as lower case.
const KeyMeaning* meaning_of(Key key);

}  // namespace thenar::cli::live
