// Sentences with gaps, lists and times in words.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace thenar {

/// Replaces each {name} in a text by its value; an unknown name stays as it is.
std::string fill(std::string_view text, const std::map<std::string, std::string>& values);

/// U+00A0 in UTF-8.
inline constexpr std::string_view kNoBreak = "\xC2\xA0";

/// Seconds as a person says them: "45 s", "1 min", "2 min 30 s", held together by no-break spaces.
std::string duration(int seconds);

/// "a", "a and b", "a, b and c"; `last` is the word before the last one, with its blanks.
template <class List>
std::string joined(const List& list, std::string_view last) {
  std::string text;
  std::size_t index = 0;
  for (const auto& each : list) {
    if (index > 0) text += index + 1 == list.size() ? last : std::string_view(", ");
    text += each;
    ++index;
  }
  return text;
}

/// The first letter of a text large; Latin letters up to U+00FF.
std::string sentence_case(std::string text);

/// Latin letters up to U+00FF small.
std::string lower(std::string_view text);

}  // namespace thenar
