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

}  // namespace thenar
