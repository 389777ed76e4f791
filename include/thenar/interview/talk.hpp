// Asking people: what questions there are and what answers they take, whoever shows them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "thenar/practice/practice.hpp"

namespace thenar::interview {

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
};

/// Places of a hand to be pointed at.
struct Places {
  std::optional<Hand> hand;  ///< none: both
  std::string none;          ///< the words for the whole hand, where that is an answer
};

/// Somebody who is asked. Asking the same again with the same answers goes the same way.
class Talk {
 public:
  /// `variant`: of words that have one for this way of asking (KEY_tapped), that is said.
  explicit Talk(const Practice& practice, std::string variant = {})
      : practice_(practice), variant_(std::move(variant)) {}
  Talk(const Talk&) = delete;
  Talk& operator=(const Talk&) = delete;
  virtual ~Talk() = default;

  const Practice& practice() const { return practice_; }
  /// The sentence of a word key, or of its variant, with its gaps filled.
  std::string words(const std::string& key, const Gaps& gaps = {}) const;

  /// Says a paragraph.
  virtual void say(std::string_view paragraph) = 0;
  /// Says a line of a list.
  virtual void item(std::string_view text) = 0;

  /// One of several; the index after the last name is "not sure", where that is an answer.
  virtual std::size_t choose(std::string_view question, const Options& options) = 0;
  /// Any number of several, each once.
  virtual std::vector<Pick> choose_many(std::string_view question, const Several& options) = 0;
  /// Indices into hand_places; empty: the whole hand.
  virtual std::vector<Pick> choose_places(std::string_view question, const Places& places) = 0;
  /// Whole numbers within a range, `count` of them (a single one stands for all). With `or_skip` none may be
  /// given.
  virtual std::optional<std::vector<int>> numbers(std::string_view question, int low, int high,
                                                  std::size_t count, bool or_skip) = 0;

  bool yes(std::string_view question, bool usual);

 private:
  const Practice& practice_;
  std::string variant_;
};

}  // namespace thenar::interview
