#include "cli/conversation.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "cli/page.hpp"
#include "thenar/base/text.hpp"

namespace thenar::cli {
namespace {

std::string trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n\f\v";
  const auto from = text.find_first_not_of(kBlank);
  if (from == std::string_view::npos) return {};
  return std::string(text.substr(from, text.find_last_not_of(kBlank) - from + 1));
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

/// The words of an answer, split at blanks and commas.
std::vector<std::string> split(std::string_view line, std::string_view at) {
  std::vector<std::string> parts;
  while (!line.empty()) {
    const auto end = std::min(line.find_first_of(at), line.size());
    if (auto part = trimmed(line.substr(0, end)); !part.empty()) parts.push_back(std::move(part));
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return parts;
}

std::optional<int> whole_number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// The option that an answer names: by its number from 1, by its words, or by their beginning when only one
/// begins so.
std::optional<std::size_t> option_of(std::string_view answer, const std::vector<std::string>& names) {
  if (const auto number = whole_number(answer)) {
    if (*number < 1 || *number > static_cast<int>(names.size())) return std::nullopt;
    return static_cast<std::size_t>(*number - 1);
  }
  const auto wanted = lower(answer);
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto name = lower(names[i]);
    if (name == wanted) return i;
    if (!name.starts_with(wanted)) continue;
    if (found) return std::nullopt;
    found = i;
  }
  return found;
}

enum class Aside { nothing, undo, leave, help };

/// What a line means at every question, unless an answer begins so.
Aside aside_of(std::string_view line) {
  const auto said = lower(line);
  if (said == "undo" || said == "back") return Aside::undo;
  if (said == "quit" || said == "exit" || said == "q") return Aside::leave;
  if (said == "?" || said == "help") return Aside::help;
  return Aside::nothing;
}

std::string number_label(std::size_t number) {
  const auto text = std::to_string(number);
  return std::string(text.size() < 2 ? 3 : 2, ' ') + text + "  ";
}

/// Many short names side by side, their numbers running down the columns.
std::string in_columns(const std::vector<std::string>& names, int column_width) {
  const auto columns = static_cast<std::size_t>(std::max(page_width() / column_width, 1));
  const std::size_t rows = (names.size() + columns - 1) / columns;
  std::string out;
  for (std::size_t row = 0; row < rows; ++row) {
    std::string line;
    for (std::size_t i = row; i < names.size(); i += rows)
      line += padded(number_label(i + 1) + names[i], column_width);
    out += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return out;
}

std::string listed(const std::vector<std::string>& names) {
  constexpr std::size_t kManyNames = 9;
  int widest = 0;
  for (const auto& name : names) widest = std::max(widest, width_of(name));
  const int column_width = widest + 8;
  if (names.size() >= kManyNames && 2 * column_width <= page_width()) return in_columns(names, column_width);
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) out += wrapped(names[i], number_label(i + 1), "      ");
  return out;
}

}  // namespace

std::string Conversation::words(const std::string& key, const Gaps& gaps) const {
  return fill(practice_.say(key), gaps);
}

void Conversation::say(std::string_view paragraph) {
  if (!replaying()) write_("\n" + wrapped(paragraph));
}

void Conversation::item(std::string_view text) {
  if (!replaying()) write_(wrapped(text, "  - ", "    "));
}

void Conversation::show(std::string_view block) {
  if (!replaying()) write_(block);
}

std::string Conversation::read_line() {
  const auto read = read_();
  if (!read) throw Left{};
  return trimmed(*read);
}

std::optional<std::string> Conversation::show_pages(std::string_view question) {
  constexpr int kFewestRows = 6;
  constexpr int kRowsBelow = 2;  // of "Enter shows the rest", and of the prompt
  const int most = std::max(rows_, kFewestRows) - kRowsBelow;
  while (rows_ > 0 && std::count(question.begin(), question.end(), '\n') > most) {
    std::size_t end = 0;
    for (int line = 0; line < most; ++line) end = question.find('\n', end) + 1;
    write_(question.substr(0, end));
    question.remove_prefix(end);
    write_(words("cli.answer.more") + " > ");
    if (auto line = read_line(); !line.empty()) return line;
  }
  write_(question);
  return std::nullopt;
}

void Conversation::ask(std::string_view question, const std::string& hint, const Take& take) {
  if (replaying()) {
    take(answered_[replayed_++]);
    return;
  }
  auto early = show_pages(question);
  for (;;) {
    if (!early) write_("> ");
    auto line = early ? *std::exchange(early, std::nullopt) : read_line();
    auto complaint = take(line);
    if (complaint.empty()) {
      answered_.push_back(std::move(line));
      replayed_ = answered_.size();
      return;
    }
    switch (aside_of(line)) {
      case Aside::undo:
        throw Back{};
      case Aside::leave:
        throw Left{};
      case Aside::help:
        write_(wrapped(hint + " " + words("cli.answer.always")) + std::string(question));
        break;
      case Aside::nothing:
        write_(wrapped(complaint));
        break;
    }
  }
}

std::size_t Conversation::choose(std::string_view question, const Options& options) {
  std::size_t chosen = 0;
  const auto hint = words("cli.answer.one");
  auto asked = "\n" + wrapped(question) + listed(options.names);
  if (options.usual) asked += wrapped(words("cli.answer.enter", {{"usual", options.names[*options.usual]}}));
  ask(asked, hint, [&](const std::string& line) {
    const auto found = line.empty() ? options.usual : option_of(line, options.names);
    if (!found) return hint;
    chosen = *found;
    return std::string();
  });
  return chosen;
}

std::vector<Pick> Conversation::choose_many(std::string_view question, const std::vector<std::string>& names,
                                            std::string_view none, bool may_be_unsure) {
  std::vector<Pick> picks;
  const auto hint = words(may_be_unsure ? "cli.answer.several_or_unsure" : "cli.answer.several");
  const auto asked =
      "\n" + wrapped(question) + listed(names) + "\n" + wrapped(none, number_label(0), "      ");
  ask(asked, hint, [&](const std::string& line) {
    picks.clear();
    const auto whole = lower(line);
    if (whole == "0" || whole == "none" || whole == "no" || whole == "n") return std::string();
    const bool numbers = line.find_first_not_of("0123456789?, ") == std::string::npos;
    for (auto part : split(line, numbers ? ", " : ",")) {
      const bool unsure = may_be_unsure && part.ends_with('?');
      if (unsure) part = trimmed(std::string_view(part).substr(0, part.size() - 1));
      const auto found = part.empty() ? std::nullopt : option_of(part, names);
      if (!found) return picks.clear(), hint;
      const auto same = [&](const Pick& pick) { return pick.index == *found; };
      if (std::none_of(picks.begin(), picks.end(), same)) picks.push_back({*found, unsure});
    }
    return picks.empty() ? hint : std::string();
  });
  return picks;
}

std::optional<std::vector<int>> Conversation::numbers(std::string_view question, int low, int high,
                                                      std::size_t count, bool or_skip) {
  std::optional<std::vector<int>> values;
  const auto hint =
      words(
          count == 1 ? "cli.answer.number" : "cli.answer.numbers",
          {{"low", std::to_string(low)}, {"high", std::to_string(high)}, {"count", std::to_string(count)}}) +
      (or_skip ? " " + words("cli.answer.skip") : "");
  ask("\n" + wrapped(question), hint, [&](const std::string& line) {
    values.reset();
    if (line.empty() && or_skip) return std::string();
    std::vector<int> read;
    for (const auto& part : split(line, ", ")) {
      const auto value = whole_number(part);
      if (!value || *value < low || *value > high) return hint;
      read.push_back(*value);
    }
    if (read.size() == 1) read.resize(count, read[0]);
    if (read.size() != count) return hint;
    values = std::move(read);
    return std::string();
  });
  return values;
}

std::string Conversation::text(std::string_view question, std::size_t most) {
  std::string answer;
  const auto hint = words("cli.answer.text", {{"most", std::to_string(most)}});
  ask("\n" + wrapped(question), hint, [&](const std::string& line) {
    const bool control = std::any_of(line.begin(), line.end(), [](char c) { return c >= 0 && c < ' '; });
    if (line.size() > most || control || aside_of(line) != Aside::nothing) return hint;
    answer = line;
    return std::string();
  });
  return answer;
}

bool Conversation::yes(std::string_view question, bool usual) {
  const Options options{{words("cli.yes"), words("cli.no")}, usual ? 0U : 1U};
  return choose(question, options) == 0;
}

}  // namespace thenar::cli
