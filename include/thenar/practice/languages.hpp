// The words of a practice in other languages.
#pragma once

#include <string_view>

#include "thenar/base/json.hpp"
#include "thenar/practice/load.hpp"

namespace thenar::practice {

/// The language of the words that every other language is held to.
inline constexpr std::string_view kEnglish = "en";

/// Format of a document of words: { "format", "language": "de", "words": { "zone.THEN.name": "…" } }.
inline constexpr std::string_view kWordsFormat = "thenar.words/1";

/// Whether a text is the code of a language as files are named by: two small letters (ISO 639-1).
bool is_language(std::string_view text);

/// What the words of another language lack against those of the practice: a key that is missing or that
/// nobody asks for, a gap ({where}) that is not there as often, a text that is empty.
Problems check_translation(const Practice& practice, const Practice& translated, std::string_view language);

/// A practice document with the words of another language (thenar.words/1) in place of its own.
Loaded<Json> in_language(Json practice, const Json& words);

}  // namespace thenar::practice
