#include "thenar/practice/languages.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace thenar::practice {
namespace {

/// The gaps of a text, each as often as it is there.
std::multiset<std::string> gaps_of(std::string_view text) {
  std::multiset<std::string> gaps;
  for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
    const auto close = text.find('}', open);
    if (close == std::string_view::npos) break;
    gaps.emplace(text.substr(open, close - open + 1));
  }
  return gaps;
}

std::string in_words(const std::multiset<std::string>& gaps) {
  std::string text;
  for (const auto& gap : gaps) text += (text.empty() ? "" : " ") + gap;
  return text.empty() ? "no gap" : text;
}

}  // namespace

bool is_language(std::string_view text) {
  return text.size() == 2 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

Problems check_translation(const Practice& practice, const Practice& translated, std::string_view language) {
  Problems problems;
  const std::string file = "words/" + std::string(language) + ".toml";
  const auto report = [&](const std::string& key, std::string found, std::string expected) {
    problems.push_back({{file, 0, "words." + key}, std::move(found), std::move(expected), {}});
  };
  for (const auto& [key, text] : practice.words) {
    const auto other = translated.words.find(key);
    if (other == translated.words.end() || (other->second.empty() && !text.empty())) {
      report(key, "no text", "the same as \"" + text + "\"");
      continue;
    }
    const auto wanted = gaps_of(text);
    const auto given = gaps_of(other->second);
    if (wanted != given) report(key, in_words(given), in_words(wanted));
  }
  for (const auto& [key, text] : translated.words)
    if (!practice.words.contains(key)) report(key, "a text of its own", "a key of words/en.toml");
  return problems;
}

Loaded<Json> in_language(Json practice, const Json& words) {
  const auto fault = [](const char* path, std::string found, std::string expected) {
    return tl::unexpected(Problems{{{{}, 0, path}, std::move(found), std::move(expected), {}}});
  };
  if (!words.is_object() || !words.contains("format") || words.at("format") != Json(kWordsFormat))
    return fault("format", "another document", std::string(kWordsFormat));
  const auto found = words.find("words");
  if (found == words.end() || !found->is_object()) return fault("words", "none", "an object of texts");
  practice["words"] = *found;
  return practice;
}

}  // namespace thenar::practice
