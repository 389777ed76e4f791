// The rest of the check-in: who, how the hands are, and what is wished.
#pragma once

#include <vector>

#include "thenar/interview/known.hpp"
#include "thenar/interview/talk.hpp"
#include "thenar/interview/whom.hpp"

namespace thenar::interview {

/// Ratings go from 0 to this (numeric rating scale, 11 points).
inline constexpr int kWorst = 10;

/// By whom the hands are massaged; last time's answer is the usual one.
Mode ask_mode(Talk& talk, const Known& known, const Whom& whom);

/// What the questions of safety gave: a check-in without marks and ratings.
struct Safety {
  CheckIn checkin;
  RuleSet answered;                    ///< rules that were answered, yes or no
  std::vector<std::string> allergies;  ///< of the person, without the giver's
  bool still_stopped = false;          ///< what stopped the last massage is not over: no massage
};

/// What refused or stopped the last massage; the gates of every time; what is remembered; what is due, or all
/// of it, of the rest, with the age. Ends as soon as the answers refuse a massage. What is remembered stays
/// unless it was answered anew or said to be over.
Safety ask_safety(Talk& talk, const Practice& practice, const Known& known, const Whom& whom);

/// Marks on the hand map with the questions they bring, added to the check-in.
void ask_marks(Talk& talk, const Practice& practice, CheckIn& checkin);

/// Ratings of what matters for the goals, and pain and tingling always; Enter skips one.
Ratings ask_ratings(Talk& talk, const Practice& practice, const Wishes& wishes);

/// Goals and the hands, in the words of the person.
void ask_goals(Talk& talk, const Practice& practice, Wishes& wishes);

/// Minutes, position, what goes on the skin, a programme or composed: with what screening leaves.
void ask_wishes(Talk& talk, const Practice& practice, const CheckIn& checkin, const Clearance& clearance,
                Wishes& wishes);

/// "10 minutes for both hands, to ease pain, plain lotion": the wishes in a line.
std::string wishes_in_words(const Practice& practice, const Wishes& wishes);

/// What a check-in gave.
struct CheckedIn {
  Request request;
  std::vector<Answered> answered;  ///< to be remembered
  std::string stop_rule;           ///< what stopped the last massage and is not over: no massage
};

/// All of a check-in: by whom, the questions of safety, and how the hands are; anew or as last time. `is_me`:
/// the person who answers is the one who is massaged.
CheckedIn check_in(Talk& talk, const Practice& practice, const Known& known, const std::string& name,
                   bool is_me);

}  // namespace thenar::interview
