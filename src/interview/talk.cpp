#include "thenar/interview/talk.hpp"

#include "thenar/base/text.hpp"

namespace thenar::interview {

std::string Talk::words(const std::string& key, const Gaps& gaps) const {
  const auto own = variant_.empty() ? practice_.words.end() : practice_.words.find(key + variant_);
  return fill(own == practice_.words.end() ? practice_.say(key) : own->second, gaps);
}

bool Talk::yes(std::string_view question, bool usual) {
  const Options options{{words("cli.yes"), words("cli.no")}, usual ? 0U : 1U, false};
  return choose(question, options) == 0;
}

}  // namespace thenar::interview
