#include "cli/conversation.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "cli/answers.hpp"
#include "cli/hand_map.hpp"
#include "cli/page.hpp"
#include "thenar/base/text.hpp"

namespace thenar::cli {
namespace {

constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();

/// The names that have been shown.
std::vector<std::string> first_of(const std::vector<std::string>& names, std::size_t count) {
  const auto shown = std::min(count, names.size());
  return {names.begin(), names.begin() + static_cast<std::ptrdiff_t>(shown)};
}

/// The ends of the names within the whole question.
std::vector<std::size_t> behind(std::string_view asked, std::vector<std::size_t> ends) {
  for (auto& each : ends) each += asked.size();
  return ends;
}

}  // namespace

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

/// Shows what fits on the screen from a place of the text on; returns where it ended.
std::size_t Conversation::show_page(std::string_view text, std::size_t from) {
  constexpr int kFewestRows = 6;
  constexpr int kRowsBelow = 2;  // of "Enter shows the rest", and of the prompt
  const auto rest = text.substr(from);
  const auto most = static_cast<std::ptrdiff_t>(std::max(rows_, kFewestRows) - kRowsBelow);
  std::size_t end = rest.size();
  if (rows_ > 0 && std::count(rest.begin(), rest.end(), '\n') > most) {
    end = 0;
    for (std::ptrdiff_t line = 0; line < most; ++line) end = rest.find('\n', end) + 1;
  }
  write_(rest.substr(0, end));
  return from + end;
}

/// What is wrong with an answer while the question has been shown up to a place: nothing counts that has not
/// been read.
std::string Conversation::complaint_at(const Question& question, const Take& take, const std::string& line,
                                       std::size_t shown) const {
  if (shown >= question.text.size()) return take(line, kAll);
  const auto seen = std::count_if(question.ends.begin(), question.ends.end(),
                                  [&](std::size_t end) { return end <= shown; });
  auto complaint = take(line, static_cast<std::size_t>(seen));
  return complaint.empty() ? complaint : words("cli.answer.more_first");
}

void Conversation::ask(const Question& question, const Take& take) {
  if (replaying()) {
    take(answered_[replayed_++], kAll);
    return;
  }
  std::size_t shown = 0;
  int wrong = 0;
  for (bool page_due = true;;) {
    if (page_due) shown = show_page(question.text, shown);
    const bool whole = shown >= question.text.size();
    write_(whole ? "> " : words("cli.answer.more") + " > ");
    auto line = read_line();
    page_due = !whole && line.empty();
    if (page_due) continue;
    const auto complaint = complaint_at(question, take, line, shown);
    if (complaint.empty()) {
      answered_.push_back(std::move(line));
      replayed_ = answered_.size();
      return;
    }
    const auto aside = aside_of(line);
    if (aside == Aside::leave) throw Left{};
    if (aside == Aside::undo && !answered_.empty()) throw Back{};
    if (aside == Aside::undo)
      write_(wrapped(words("cli.answer.first")));
    else if (aside == Aside::help)
      write_(wrapped(question.help) + wrapped(words("cli.answer.always")));
    else
      write_(wrapped(complaint));
    // Somebody who is wrong twice has lost sight of the choices.
    page_due = aside != Aside::nothing || ++wrong % 2 == 0;
    if (page_due) shown = 0;
  }
}

std::size_t Conversation::choose(std::string_view question, const Options& options) {
  std::size_t chosen = 0;
  Question asked{"\n" + wrapped(question), {}, words("cli.answer.one")};
  auto names = options.names;
  if (options.may_be_unsure) names.push_back(words("cli.unsure"));
  auto shown = listed(names, page_width());
  asked.ends = behind(asked.text, std::move(shown.ends));
  asked.text += shown.text;
  if (options.usual)
    asked.text += wrapped(words("cli.answer.enter", {{"usual", options.names[*options.usual]}}));
  ask(asked, [&](const std::string& line, std::size_t seen) {
    auto found = line.empty() && seen == kAll ? options.usual : option_of(line, first_of(names, seen));
    const bool unsure = options.may_be_unsure && seen == kAll && !line.empty();
    if (!found && unsure && words("cli.unsure_too").starts_with(lower(line))) found = options.names.size();
    if (!found) return asked.help;
    chosen = *found;
    return std::string();
  });
  return chosen;
}

std::vector<Pick> Conversation::choose_many(std::string_view question, const Several& options) {
  return pick(question, options, {});
}

std::vector<Pick> Conversation::choose_places(std::string_view question, const interview::Places& places) {
  const auto all = interview::hand_places(practice());
  Several options{{}, places.none, false};
  for (const auto& place : all) options.names.push_back(place.name);
  return pick(question, options, hand_map(practice(), all, places.hand));
}

std::vector<Pick> Conversation::pick(std::string_view question, const Several& options,
                                     const std::string& drawing) {
  std::vector<Pick> picks;
  Question asked{"\n" + wrapped(question), {}, {}};
  asked.help = words(options.may_be_unsure  ? "cli.answer.several_or_unsure"
                     : options.none.empty() ? "cli.answer.at_least_one"
                                            : "cli.answer.several");
  auto names = drawing.empty() ? listed(options.names, page_width())
                               : listed_beside(drawing, options.names, page_width());
  asked.ends = behind(asked.text, std::move(names.ends));
  asked.text += names.text;
  if (!options.none.empty()) asked.text += "\n" + wrapped(options.none, number_label(0), "      ");
  ask(asked, [&](const std::string& line, std::size_t seen) {
    picks.clear();
    const auto whole = lower(line);
    const bool none = whole == "0" || whole == "none" || whole == "no" || whole == "n";
    if (none) return !options.none.empty() && seen == kAll ? std::string() : asked.help;
    const auto shown = first_of(options.names, seen);
    const bool numbers = line.find_first_not_of("0123456789?, ") == std::string::npos;
    for (auto part : split(line, numbers ? ", " : ",")) {
      const bool unsure = options.may_be_unsure && part.ends_with('?');
      if (unsure) part = trimmed(std::string_view(part).substr(0, part.size() - 1));
      const auto found = part.empty() ? std::nullopt : option_of(part, shown);
      if (!found) return picks.clear(), asked.help;
      const auto same = [&](const Pick& pick) { return pick.index == *found; };
      if (std::none_of(picks.begin(), picks.end(), same)) picks.push_back({*found, unsure});
    }
    return picks.empty() ? asked.help : std::string();
  });
  return picks;
}

std::optional<std::vector<int>> Conversation::numbers(std::string_view question, int low, int high,
                                                      std::size_t count, bool or_skip) {
  std::optional<std::vector<int>> values;
  Question asked{"\n" + wrapped(question), {}, {}};
  asked.help =
      words(
          count == 1 ? "cli.answer.number" : "cli.answer.numbers",
          {{"low", std::to_string(low)}, {"high", std::to_string(high)}, {"count", std::to_string(count)}}) +
      (or_skip ? " " + words("cli.answer.skip") : "");
  ask(asked, [&](const std::string& line, std::size_t) {
    values.reset();
    if (line.empty() && or_skip) return std::string();
    std::vector<int> read;
    for (const auto& part : split(line, ", ")) {
      const auto value = whole_number(part);
      if (!value || *value < low || *value > high) return asked.help;
      read.push_back(*value);
    }
    if (read.size() == 1) read.resize(count, read[0]);
    if (read.size() != count) return asked.help;
    values = std::move(read);
    return std::string();
  });
  return values;
}

std::string Conversation::text(std::string_view question, std::size_t most, std::string_view why) {
  std::string answer;
  const Question asked{"\n" + wrapped(question), {}, std::string(why)};
  ask(asked, [&](const std::string& line, std::size_t) {
    const bool control = std::any_of(line.begin(), line.end(), [](char c) { return c >= 0 && c < ' '; });
    if (line.size() > most || control || aside_of(line) != Aside::nothing)
      return words("cli.answer.text", {{"most", std::to_string(most)}});
    answer = line;
    return std::string();
  });
  return answer;
}

}  // namespace thenar::cli
