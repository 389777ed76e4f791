#include "thenar/base/text.hpp"

namespace thenar {

std::string fill(std::string_view text, const std::map<std::string, std::string>& values) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const auto open = text.find('{');
    out += text.substr(0, open);
    if (open == std::string_view::npos) break;
    const auto close = text.find('}', open);
    if (close == std::string_view::npos) return out += text.substr(open);
    const auto found = values.find(std::string(text.substr(open + 1, close - open - 1)));
    out += found == values.end() ? std::string(text.substr(open, close - open + 1)) : found->second;
    text.remove_prefix(close + 1);
  }
  return out;
}

std::string duration(int seconds) {
  const auto with_unit = [](int number, const char* unit) {
    return std::to_string(number) + std::string(kNoBreak) + unit;
  };
  if (seconds < 60) return with_unit(seconds, "s");
  const auto minutes = with_unit(seconds / 60, "min");
  return seconds % 60 == 0 ? minutes : minutes + std::string(kNoBreak) + with_unit(seconds % 60, "s");
}

std::string sentence_case(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

}  // namespace thenar
