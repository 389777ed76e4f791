// Whose hands they are, for the words of a question.
#pragma once

#include <string>

#include "thenar/interview/talk.hpp"
#include "thenar/screening/request.hpp"

namespace thenar::interview {

/// Somebody who is massaged. Who answers is addressed as "you": the person, unless they are somebody else
/// whose hands are massaged for them.
struct Whom {
  std::string name;
  bool is_me = true;  ///< the person at the keyboard
  Mode mode = Mode::self;
  bool spoken_of() const { return !is_me && mode == Mode::partner; }
};

/// The sentence of a key, or of its variant KEY_other with the gap {name} for somebody who is spoken of.
inline std::string words_for(const Talk& talk, const std::string& key, const Whom& whom) {
  return talk.words(whom.spoken_of() ? key + "_other" : key, {{"name", whom.name}});
}

}  // namespace thenar::interview
