#include "cli/session/keys.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace thenar::cli::live {
namespace {

using Kind = guidance::CommandKind;

// What must be found at once comes first: a small screen shows only the beginning.
constexpr std::array kMeanings{
    KeyMeaning{'h', Kind::hurts, "h", "session.key.hurts", true},
    KeyMeaning{'u', Kind::numb, "u", "session.key.numb", true},
    KeyMeaning{'c', Kind::colour_change, "c", "session.key.colour_change", true},
    KeyMeaning{'w', Kind::swelling, "w", "session.key.swelling", true},
    KeyMeaning{'d', Kind::dizzy, "d", "session.key.dizzy", true},
    KeyMeaning{'x', Kind::breathless, "x", "session.key.breathless", true},
    KeyMeaning{'l', Kind::clunk, "l", "session.key.clunk", true},
    KeyMeaning{'y', Kind::withdrew, "y", "session.key.withdrew", true},
    KeyMeaning{'v', Kind::refused, "v", "session.key.refused", true},
    KeyMeaning{'t', Kind::giver_tired, "t", "session.key.giver_tired", true},
    KeyMeaning{' ', Kind::pause, "space", "session.key.space", false},
    KeyMeaning{'q', Kind::stop, "q", "session.key.stop", true},
    KeyMeaning{'n', Kind::next, "n", "session.key.next", false},
    KeyMeaning{'b', Kind::back, "b", "session.key.back", false},
    KeyMeaning{'r', Kind::repeat, "r", "session.key.repeat", false},
    KeyMeaning{'s', Kind::softer, "s", "session.key.softer", false},
    KeyMeaning{'f', Kind::firmer, "f", "session.key.firmer", false},
    KeyMeaning{'+', Kind::longer, "+", "session.key.longer", false},
    KeyMeaning{'-', Kind::shorter, "-", "session.key.shorter", false},
    KeyMeaning{'k', Kind::skip_zone, "k", "session.key.skip_zone", false},
};

constexpr std::size_t kLongestSequence = 16;

/// An escape sequence is whole when its last byte is a letter or a tilde ("\x1b[5~", "\x1bOB").
bool is_whole(std::string_view sequence) {
  if (sequence.size() < 2) return false;
  if (sequence[1] != '[' && sequence[1] != 'O') return true;
  if (sequence.size() == 2) return false;
  const char last = sequence.back();
  return last >= 0x40 && last <= 0x7e;
}

Key key_of_sequence(std::string_view sequence) {
  constexpr std::array<std::string_view, 5> kForwards{"\x1b[6~", "\x1b[C", "\x1b[B", "\x1bOC", "\x1bOB"};
  constexpr std::array<std::string_view, 5> kBackwards{"\x1b[5~", "\x1b[D", "\x1b[A", "\x1bOD", "\x1bOA"};
  if (std::ranges::find(kForwards, sequence) != kForwards.end()) return kForward;
  if (std::ranges::find(kBackwards, sequence) != kBackwards.end()) return kBackward;
  return kUnknown;
}

}  // namespace

std::vector<Key> KeyReader::read(std::string_view bytes) {
  std::vector<Key> keys;
  for (const char byte : bytes) {
    const auto code = static_cast<unsigned char>(byte);
    if (!open_.empty()) {
      open_ += byte;
      if (is_whole(open_) || open_.size() > kLongestSequence) {
        keys.push_back(key_of_sequence(open_));
        open_.clear();
      }
    } else if (code == kEscape) {
      open_ = byte;
    } else if (byte == '\r' || byte == '\n') {
      keys.push_back(kEnter);
    } else if (code >= 0x20 && code < 0x7f) {
      keys.push_back(std::tolower(code));
    } else if ((code & 0xc0) != 0x80) {  // the first byte of a letter we have no use for, or a control
      keys.push_back(kUnknown);
    }
  }
  return keys;
}

std::vector<Key> KeyReader::flush() {
  if (open_.empty()) return {};
  const Key key = open_.size() == 1 ? kEscape : kUnknown;
  open_.clear();
  return {key};
}

std::span<const KeyMeaning> key_meanings() {
  return kMeanings;
}

const KeyMeaning* meaning_of(Key key) {
  if (key == kForward) key = 'n';
  if (key == kBackward) key = 'b';
  if (key == '=') key = '+';  // the same key without shift on many keyboards
  const auto* found = std::ranges::find(kMeanings, key, &KeyMeaning::key);
  return found == kMeanings.end() ? nullptr : found;
}

}  // namespace thenar::cli::live
