// Questions and answers as plain lines: numbers or words and Enter. The same for a terminal, a slow line, a
// screen reader and a test.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "thenar/interview/talk.hpp"

namespace thenar::cli {

using interview::Gaps;
using interview::Options;
using interview::Pick;
using interview::Several;

/// Thrown out of a conversation that ends early: the person left, or the input ended.
struct Left {};

/// One line of an answer without its end; none when no more will come.
using ReadLine = std::function<std::optional<std::string>()>;
using WriteText = std::function<void(std::string_view)>;

/// Asks and answers. Every question also takes "undo" (the question before), "?" (how to answer) and
/// "quit".
class Conversation : public interview::Talk {
 public:
  /// `rows`: how many lines are seen at once; a longer question comes in pages. 0: no end.
  Conversation(const Practice& practice, ReadLine read, WriteText write, int rows = 0)
      : Talk(practice), read_(std::move(read)), write_(std::move(write)), rows_(rows) {}

  /// Says a paragraph, wrapped, with an empty line before it.
  void say(std::string_view paragraph) override;
  /// Says a line of a list, indented and wrapped.
  void item(std::string_view text) override;
  /// Shows lines as they are.
  void show(std::string_view block);

  /// One of several; the index after the last name is "not sure", where that is an answer.
  std::size_t choose(std::string_view question, const Options& options) override;
  /// Any number of several, each once.
  std::vector<Pick> choose_many(std::string_view question, const Several& options) override;
  /// The same with a map of the hand.
  std::vector<Pick> choose_places(std::string_view question, const interview::Places& places) override;
  /// Whole numbers within a range, `count` of them on one line (a single one stands for all). With `or_skip`
  /// Enter alone gives none.
  std::optional<std::vector<int>> numbers(std::string_view question, int low, int high, std::size_t count,
                                          bool or_skip) override;
  /// Free text of at most `most` bytes, trimmed; Enter alone gives an empty one. `why` answers "?".
  std::string text(std::string_view question, std::size_t most, std::string_view why);
  /// Runs a stretch of questions in which "undo" works: what was answered before is answered again by itself.
  /// The stretch must do nothing but ask.
  template <class Stretch>
  auto stretch(Stretch&& asked) {
    answered_.clear();
    for (;;) {
      replayed_ = 0;
      try {
        auto result = asked();
        answered_.clear();
        return result;
      } catch (const Back&) {
        if (!answered_.empty()) answered_.pop_back();
      }
    }
  }

 private:
  std::vector<Pick> pick(std::string_view question, const Several& options, const std::string& drawing);
  struct Back {};
  /// What is asked: its text, where in it each numbered answer ends, and what "?" says.
  struct Question {
    std::string text;
    std::vector<std::size_t> ends;
    std::string help;
  };
  /// Takes an answer when only the first `seen` of the numbered ones have been shown: an empty text when it
  /// is good, else what to say before asking again.
  using Take = std::function<std::string(const std::string& line, std::size_t seen)>;

  bool replaying() const { return replayed_ < answered_.size(); }
  std::size_t show_page(std::string_view text, std::size_t from);
  std::string read_line();
  void ask(const Question& question, const Take& take);
  std::string complaint_at(const Question& question, const Take& take, const std::string& line,
                           std::size_t shown) const;

  ReadLine read_;
  WriteText write_;
  int rows_ = 0;
  std::vector<std::string> answered_;
  std::size_t replayed_ = 0;
};

}  // namespace thenar::cli
