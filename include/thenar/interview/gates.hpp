// The questions of safety: gates, their branches and what each yes needs to be told more exactly.
#pragma once

#include <functional>
#include <vector>

#include "thenar/interview/known.hpp"
#include "thenar/interview/talk.hpp"
#include "thenar/interview/whom.hpp"

namespace thenar::interview {

/// What the gates gave.
struct GateAnswers {
  std::vector<Condition> conditions;
  RuleSet asked;  ///< rules whose own question was answered, yes or no
  std::vector<std::string> allergies;
  bool ask_all = false;  ///< something is new: ask what is otherwise asked now and then
};

/// Whether no massage is possible with these answers besides those known before: then nothing more is asked.
using Refused = std::function<bool(const GateAnswers& so_far)>;

/// The gates of every time as one screen with one answer for none of them; each yes opens its branch only.
/// Once the answers refuse the massage only what may be an emergency is still asked.
GateAnswers ask_every_time(Talk& talk, const Practice& practice, const Whom& whom);

/// The other gates, those with a rule that has no fresh answer or all: again one screen whose lines name all
/// that their gates ask about, and each yes opens its branch, until the answers refuse the massage.
GateAnswers ask_now_and_then(Talk& talk, const Practice& practice, const Whom& whom, const RuleSet& fresh,
                             bool all, const Refused& refused);

/// Whether ask_now_and_then would ask anything.
bool anything_due(const Practice& practice, Mode mode, const RuleSet& fresh);

/// What the giver must be asked in partner mode; and the allergens they know of.
std::vector<Condition> ask_giver(Talk& talk, const Practice& practice, const Whom& whom,
                                 std::vector<std::string>& allergies);

/// A yes, or "not sure", to a rule: which hand, where, and its follow-up questions.
Condition ask_details(Talk& talk, const Practice& practice, Mode mode, RuleId rule, bool unsure);

/// The follow-up questions of a condition whose place is known.
void ask_follow_ups(Talk& talk, const Practice& practice, Mode mode, Condition& condition);

/// Left, right or none for both.
std::optional<Hand> ask_hand(Talk& talk, const std::string& question);

/// Yes, no or "not sure" to a question of safety; Enter alone is no answer.
enum class Told { yes, no, unsure };
Told ask_told(Talk& talk, const std::string& question);

}  // namespace thenar::interview
