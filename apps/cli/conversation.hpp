// Questions and answers as plain lines: numbers or words and Enter. The same for a terminal, a slow line, a
// screen reader and a test.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "thenar/practice/practice.hpp"

namespace thenar::cli {

/// Thrown out of a conversation that ends early: the person left, or the input ended.
struct Left {};

/// One line of an answer without its end; none when no more will come.
using ReadLine = std::function<std::optional<std::string>()>;
using WriteText = std::function<void(std::string_view)>;

/// Gaps of a sentence and what fills them.
using Gaps = std::map<std::string, std::string>;

/// A choice among several.
struct Pick {
  std::size_t index = 0;
  bool unsure = false;
};

/// A question with numbered answers.
struct Options {
  std::vector<std::string> names;
  std::optional<std::size_t> usual;  ///< what Enter alone means; none: Enter asks again
  bool may_be_unsure = false;        ///< "not sure" is one more answer, behind the names
};

/// A question with any number of answers. Enter alone never means none: for questions of safety it must be
/// said.
struct Several {
  std::vector<std::string> names;
  std::string none;            ///< the words of answer 0; empty: at least one of the names
  bool may_be_unsure = false;  ///< a number with a question mark is "not sure"
  std::string drawing = {};    ///< shown beside the names or above them; mostly empty
};

/// Asks and answers. Every question also takes "undo" (the question before), "?" (how to answer) and
/// "quit".
class Conversation {
 public:
  /// `rows`: how many lines are seen at once; a longer question comes in pages. 0: no end.
  Conversation(const Practice& practice, ReadLine read, WriteText write, int rows = 0)
      : practice_(practice), read_(std::move(read)), write_(std::move(write)), rows_(rows) {}

  /// The sentence of a word key with its gaps filled.
  std::string words(const std::string& key, const Gaps& gaps = {}) const;

  /// Says a paragraph, wrapped, with an empty line before it.
  void say(std::string_view paragraph);
  /// Says a line of a list, indented and wrapped.
  void item(std::string_view text);
  /// Shows lines as they are.
  void show(std::string_view block);

  /// One of several; the index after the last name is "not sure", where that is an answer.
  std::size_t choose(std::string_view question, const Options& options);
  /// Any number of several, each once.
  std::vector<Pick> choose_many(std::string_view question, const Several& options);
  /// Whole numbers within a range, `count` of them on one line (a single one stands for all). With `or_skip`
  /// Enter alone gives none.
  std::optional<std::vector<int>> numbers(std::string_view question, int low, int high, std::size_t count,
                                          bool or_skip);
  /// Free text of at most `most` bytes, trimmed; Enter alone gives an empty one. `why` answers "?".
  std::string text(std::string_view question, std::size_t most, std::string_view why);
  bool yes(std::string_view question, bool usual);

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

  const Practice& practice_;
  ReadLine read_;
  WriteText write_;
  int rows_ = 0;
  std::vector<std::string> answered_;
  std::size_t replayed_ = 0;
};

}  // namespace thenar::cli
