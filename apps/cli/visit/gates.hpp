// The questions of safety: gates, their branches and what each yes needs to be told more exactly.
#pragma once

#include <vector>

#include "cli/conversation.hpp"
#include "cli/visit/memory.hpp"

namespace thenar::cli {

/// What the gates gave.
struct GateAnswers {
  std::vector<Condition> conditions;
  std::vector<Answered> answered;  ///< to be remembered
  std::vector<std::string> allergies;
  bool ask_all = false;  ///< something is new: ask what is otherwise asked now and then
};

/// The gates of every time as one screen with one answer for none of them; each yes opens its branch only.
GateAnswers ask_every_time(Conversation& talk, const Practice& practice, Mode mode);

/// The other gates: those with a rule that has no fresh answer, or all of them.
GateAnswers ask_now_and_then(Conversation& talk, const Practice& practice, Mode mode, const RuleSet& fresh,
                             bool all);

/// Whether ask_now_and_then would ask anything.
bool anything_due(const Practice& practice, Mode mode, const RuleSet& fresh);

/// What the giver must be asked in partner mode; allergens of the giver join those of the receiver.
std::vector<Condition> ask_giver(Conversation& talk, const Practice& practice,
                                 std::vector<std::string>& allergies);

/// A yes, or "not sure", to a rule: which hand, where, and its follow-up questions.
Condition ask_details(Conversation& talk, const Practice& practice, Mode mode, RuleId rule, bool unsure);

/// The follow-up questions of a condition whose place is known.
void ask_follow_ups(Conversation& talk, const Practice& practice, Mode mode, Condition& condition);

/// Left, right or none for both.
std::optional<Hand> ask_hand(Conversation& talk, const std::string& question);

}  // namespace thenar::cli
