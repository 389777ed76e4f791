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

namespace {

// Latin letters beyond ASCII up to U+00FF are two bytes in UTF-8: 0xC3, then 0x80 to 0x9E for the large ones
// and 32 more for the small ones. U+00D7 and U+00F7 between them are signs of arithmetic.
constexpr char kLatin = '\xC3';

bool is_large_latin(char second) {
  const auto byte = static_cast<unsigned char>(second);
  return byte >= 0x80U && byte <= 0x9EU && byte != 0x97U;
}
bool is_small_latin(char second) {
  const auto byte = static_cast<unsigned char>(second);
  return byte >= 0xA0U && byte <= 0xBEU && byte != 0xB7U;
}

}  // namespace

std::string sentence_case(std::string text) {
  if (text.empty()) return text;
  if (text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  if (text[0] == kLatin && text.size() > 1 && is_small_latin(text[1]))
    text[1] = static_cast<char>(text[1] - 0x20);
  return text;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (out[i] >= 'A' && out[i] <= 'Z') out[i] = static_cast<char>(out[i] - 'A' + 'a');
    if (i > 0 && out[i - 1] == kLatin && is_large_latin(out[i])) out[i] = static_cast<char>(out[i] + 0x20);
  }
  return out;
}

}  // namespace thenar
