// What is said, and how long it takes to say. Pure: words of the practice in, sentences out.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "thenar/planning/plan.hpp"

namespace thenar::guidance {

/// Silence between two sentences.
inline constexpr std::int64_t kSpeechGapMs = 250;

struct Sentence {
  std::string key;
  std::map<std::string, std::string> parameters;
  std::string text;
};

/// The words of a key with its gaps filled.
Sentence sentence(const Practice& practice, std::string key,
                  std::map<std::string, std::string> parameters = {});

/// The step of the programme that a step of its plan comes from; none for a step of our own.
const ProgrammeStep* programme_step(const Practice& practice, const Plan& plan, const Step& step);

/// How long a text takes, at the practice's characters a second.
std::int64_t speech_ms(const Practice& practice, std::string_view text);

/// Names: the place of a step ("hand and forearm, without the palm"), of exactly some zones, and a stretch of
/// time in words.
std::string where_words(const Practice& practice, const Plan& plan, const Step& step);
std::string where_words(const Practice& practice, const ZoneSet& zones);
std::string duration_words(const Practice& practice, int seconds);

/// How hard a technique is done at a level: "as if kneading dough"; for a stretch "to the first pull".
std::string level_words(const Practice& practice, TechniqueId technique, int level);

/// The announcements of steps[position], the fullest first: what changes (hand, side, what is on the skin),
/// name, where, how hard, how long, and the programme's own remark; the last is the shortest that still says
/// what to do.
std::vector<Sentence> announcements(const Practice& practice, const Plan& plan,
                                    const std::vector<Step>& steps, std::size_t position);

/// What to say when a part of a step begins; empty for the first part and where nothing changes.
Sentence part_announcement(const Practice& practice, const Step& step, std::size_t part);

}  // namespace thenar::guidance
