#include "cli/hand_map.hpp"

#include <algorithm>

#include "thenar/base/text.hpp"

namespace thenar::cli {
namespace {

/// What is left of the drawing of one hand is right of the other's; numbers read the same.
std::string mirrored(const std::string& drawing) {
  std::vector<std::string> lines;
  std::size_t widest = 0;
  for (std::size_t from = 0; from < drawing.size();) {
    const auto end = std::min(drawing.find('\n', from), drawing.size());
    lines.push_back(drawing.substr(from, end - from));
    widest = std::max(widest, lines.back().size());
    from = end + 1;
  }
  std::string out;
  for (auto& line : lines) {
    line.resize(widest, ' ');
    std::reverse(line.begin(), line.end());
    for (auto& c : line) c = c == '/' ? '\\' : c == '\\' ? '/' : c;
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    for (auto at = line.begin(); (at = std::find_if(at, line.end(), is_digit)) != line.end();) {
      const auto end = std::find_if_not(at, line.end(), is_digit);
      std::reverse(at, end);
      at = end;
    }
    out += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return out;
}

}  // namespace

std::string hand_map(const Practice& practice, const std::vector<interview::HandPlace>& places,
                     std::optional<Hand> hand) {
  std::map<std::string, std::string> numbers;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const auto number = std::to_string(i + 1);
    numbers[places[i].key] = number.size() < 2 ? " " + number : number;
  }
  auto drawing = fill(practice.say("cli.map"), numbers);
  if (hand == Hand::right) drawing = mirrored(drawing);
  for (const auto& key :
       {"cli.map_" + (hand ? std::string(word(*hand)) : "both"), std::string("cli.map_behind")})
    drawing += fill(practice.say(key), numbers) + "\n";
  return drawing;
}

}  // namespace thenar::cli
